-- law: a-country-is-the-sum-of-its-regions
-- says: A country has the area of its regions of the lowest level together.
-- reads: region
SELECT c.level, c.region_id, c.area_km2, p.area_m2 AS regions_m2
FROM region c
LEFT JOIN (
  SELECT country, SUM(CAST(ROUND(area_km2 * 1000000) AS BIGINT)) AS area_m2
  FROM region
  WHERE region_id <> 'UNASSIGNED' AND level = (
    SELECT COALESCE(MIN(CASE WHEN level > 0 THEN level END), 0) FROM region)
  GROUP BY country
) p ON p.country = c.region_id
WHERE c.level = 0 AND c.region_id <> 'UNASSIGNED'
  AND COALESCE(CAST(ROUND(c.area_km2 * 1000000) AS BIGINT), 0) <> COALESCE(p.area_m2, 0)
