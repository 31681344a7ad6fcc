-- law: agreement-shows-what-each-source-holds
-- says: What each of two sources shows is the ground of its current map inside the region's own border, by
--   control_area; where countries limit the comparison, of countries and of regions of the level that says the country.
-- reads: source_agreement, region, controlled
WITH lowest AS (
  SELECT COALESCE(MIN(CASE WHEN level > 0 THEN level END), 0) AS level FROM region
),
ends AS (
  SELECT source_a, source_b, side, layer_set, level, region_id, day, countries, source_a AS source_id,
    a_map_date AS map_date, a_km2 AS shown_km2
  FROM source_agreement
  UNION ALL
  SELECT source_a, source_b, side, layer_set, level, region_id, day, countries, source_b AS source_id,
    b_map_date AS map_date, b_km2 AS shown_km2
  FROM source_agreement
)
SELECT e.source_a, e.source_b, e.side, e.layer_set, e.level, e.region_id, e.day, e.source_id, e.shown_km2,
  COALESCE(c.area_m2 - c.border_mismatch_m2, 0) / 1000000 AS expected_km2
FROM ends e
  CROSS JOIN lowest
  LEFT JOIN controlled c ON c.source_id = e.source_id AND c.map_date = e.map_date AND c.level = e.level
    AND c.region_id = e.region_id AND c.side = e.side AND c.layer_set = e.layer_set
WHERE CAST(ROUND(e.shown_km2 * 1000000) AS BIGINT) <> COALESCE(c.area_m2 - c.border_mismatch_m2, 0)
  AND (CAST(e.countries AS STRING) = '[]' OR e.region_id <> 'UNASSIGNED' AND e.level IN (0, lowest.level))
