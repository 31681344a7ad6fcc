-- law: timeline-changes-are-those-of-transition
-- says: Where there are reports, region_timeline has what each side gained and lost from map to map in each region and
--   layer set, as transition has it, on the day of the later map, and nothing else.
-- reads: region_timeline, claim_assessment, comparison, reproduction, report_event, settlement_change,
--   region_timeline_change, controlled_flow
WITH reports AS (
  SELECT COUNT(*) AS report_rows
  FROM (
    SELECT 1 AS report FROM claim_assessment
    UNION ALL SELECT 1 AS report FROM comparison
    UNION ALL SELECT 1 AS report FROM reproduction
    UNION ALL SELECT 1 AS report FROM report_event
    UNION ALL SELECT 1 AS report FROM region_timeline
    UNION ALL SELECT 1 AS report FROM settlement_change
  ) all_reports
),
both_ways AS (
  SELECT source_id, side, layer_set, level, region_id, opening_map_date, closing_map_date AS day,
    gained_m2 AS gained, lost_m2 AS lost, 0 AS found_gained, 0 AS found_lost, 0 AS found_lines
  FROM controlled_flow CROSS JOIN reports
  WHERE report_rows > 0 AND pair_kind = 'consecutive' AND side <> 'none'
  UNION ALL
  SELECT source_id, side, layer_set, level, region_id, opening_map_date, day, 0 AS gained, 0 AS lost,
    CAST(ROUND(gained_km2 * 1000000) AS BIGINT) AS found_gained,
    CAST(ROUND(lost_km2 * 1000000) AS BIGINT) AS found_lost, 1 AS found_lines
  FROM region_timeline_change
)
SELECT level, region_id, day, source_id, side, layer_set, opening_map_date,
  SUM(found_gained) AS gained_m2, SUM(gained) AS expected_gained_m2,
  SUM(found_lost) AS lost_m2, SUM(lost) AS expected_lost_m2, SUM(found_lines) AS found_lines
FROM both_ways
GROUP BY level, region_id, day, source_id, side, layer_set, opening_map_date
HAVING SUM(found_gained) <> SUM(gained) OR SUM(found_lost) <> SUM(lost)
  OR SUM(found_lines) <> CASE WHEN SUM(gained) <> 0 OR SUM(lost) <> 0 THEN 1 ELSE 0 END
