-- law: compared-claims-are-as-assessed
-- says: A claim that is an end of a comparison has the side, region, quantity, days and figures it has in
--   claim_assessment.
-- reads: comparison, claim_assessment
WITH ends AS (
  SELECT comparison_id, left_kind AS kind, left_reference AS claim_id, left_side AS side, left_level AS level,
    left_region_id AS region_id, left_quantity_type AS quantity_type, left_first_day AS first_day,
    left_last_day AS last_day, left_low AS low, left_value AS value, left_high AS high, left_days AS days
  FROM comparison
  UNION ALL
  SELECT comparison_id, right_kind AS kind, right_reference AS claim_id, right_side AS side, right_level AS level,
    right_region_id AS region_id, right_quantity_type AS quantity_type, right_first_day AS first_day,
    right_last_day AS last_day, right_low AS low, right_value AS value, right_high AS high, right_days AS days
  FROM comparison
),
claims AS (
  SELECT DISTINCT claim_id, side, level, region_id, quantity_type, first_day, last_day, claimed_low, claimed_value,
    claimed_high, claimed_days
  FROM claim_assessment
)
SELECT e.comparison_id, e.claim_id, e.value, c.claimed_value AS expected_value, e.days, c.claimed_days AS expected_days
FROM ends e
  LEFT JOIN claims c ON c.claim_id = e.claim_id
WHERE e.kind = 'claim'
  AND (c.claim_id IS NULL OR e.side <> c.side OR e.level <> c.level OR e.region_id <> c.region_id
    OR e.quantity_type <> c.quantity_type OR e.first_day IS DISTINCT FROM c.first_day OR e.last_day <> c.last_day
    OR e.low IS DISTINCT FROM c.claimed_low OR e.value IS DISTINCT FROM c.claimed_value
    OR e.high IS DISTINCT FROM c.claimed_high OR e.days IS DISTINCT FROM c.claimed_days)
