-- law: a-region-holds-no-more-than-it-has
-- says: All holdings of a map together have no more ground inside a region's border than the
--   region has, but for the rounding bound.
-- reads: control_area, region
SELECT a.source_id, a.map_date, a.file_date, a.content_hash, a.level, a.region_id,
       SUM(CAST(ROUND((a.area_km2 - a.border_mismatch_km2) * 1000000) AS BIGINT)) AS held_m2,
       MAX(CAST(ROUND(r.area_km2 * 1000000) AS BIGINT)) AS region_m2
FROM control_area a
JOIN region r ON r.level = a.level AND r.region_id = a.region_id
WHERE r.area_km2 IS NOT NULL
GROUP BY a.source_id, a.map_date, a.file_date, a.content_hash, a.level, a.region_id
-- The region's own area is rounded once, too.
HAVING SUM(CAST(ROUND((a.area_km2 - a.border_mismatch_km2) * 1000000) AS BIGINT))
  > MAX(CAST(ROUND((r.area_km2 + a.rounding_bound_km2) * 1000000) AS BIGINT)) + 1
