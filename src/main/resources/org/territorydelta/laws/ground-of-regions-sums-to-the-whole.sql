-- law: ground-of-regions-sums-to-the-whole
-- says: Ground of a holding in a level's regions and UNASSIGNED adds up to that in ALL, and in a
--   country's regions to that in the country.
-- reads: control_area, region_sum
SELECT a.source_id, a.map_date, a.file_date, a.content_hash, a.side, a.status, s.sum_of,
       SUM(s.sign * CAST(ROUND(a.area_km2 * 1000000) AS BIGINT)) AS excess_m2
FROM control_area a
JOIN region_sum s ON s.level = a.level AND s.region_id = a.region_id
GROUP BY a.source_id, a.map_date, a.file_date, a.content_hash, a.side, a.status, s.sum_of
HAVING SUM(s.sign * CAST(ROUND(a.area_km2 * 1000000) AS BIGINT)) <> 0
