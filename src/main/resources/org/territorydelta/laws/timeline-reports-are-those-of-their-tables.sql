-- law: timeline-reports-are-those-of-their-tables
-- says: The days of region_timeline have each claim of claim_assessment once, on the day of its statement, each event
--   of report_event once, and nothing else.
-- reads: region_timeline, claim_assessment, report_event, region_timeline_claim, region_timeline_event
WITH lines AS (
  SELECT level, region_id, day, 'claim' AS line, claim_id AS id, claimant, side, quantity_type AS kind, stated, unit,
    qualifier, CAST(NULL AS BOOLEAN) AS verified, 1 AS found
  FROM region_timeline_claim
  UNION ALL
  SELECT level, region_id, day, 'event' AS line, event_id AS id, claimant, CAST(NULL AS STRING) AS side, kind, stated,
    unit, qualifier, verified, 1 AS found
  FROM region_timeline_event
  UNION ALL
  SELECT level, region_id, statement_date AS day, 'claim' AS line, claim_id AS id, claimant, side,
    quantity_type AS kind, stated, unit, qualifier, CAST(NULL AS BOOLEAN) AS verified, -1 AS found
  FROM (
    SELECT DISTINCT level, region_id, statement_date, claim_id, claimant, side, quantity_type, stated, unit, qualifier
    FROM claim_assessment
  ) claims
  UNION ALL
  SELECT level, region_id, day, 'event' AS line, event_id AS id, claimant, CAST(NULL AS STRING) AS side, kind, stated,
    unit, qualifier, verified, -1 AS found
  FROM report_event
),
sums AS (
  SELECT level, region_id, day, line, id, SUM(found) AS too_many
  FROM lines
  GROUP BY level, region_id, day, line, id, claimant, side, kind, stated, unit, qualifier, verified
  HAVING SUM(found) <> 0
)
SELECT s.level, s.region_id, s.day, s.line, s.id, s.too_many, t.day IS NOT NULL AS has_day
FROM sums s
  LEFT JOIN region_timeline t ON t.level = s.level AND t.region_id = s.region_id AND t.day = s.day
