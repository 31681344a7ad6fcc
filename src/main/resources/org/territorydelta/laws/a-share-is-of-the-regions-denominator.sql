-- law: a-share-is-of-the-regions-denominator
-- says: share_of_region is the ground inside the region's own border over the region's area, or
--   all of it over the area that the config states, and null where there is none to divide by.
-- reads: control_area, region
WITH expected AS (
  SELECT a.source_id, a.map_date, a.file_date, a.content_hash, a.side, a.status, a.level,
         a.region_id, a.share_of_region,
         CASE WHEN r.denominator_source = 'own border'
              THEN ROUND(a.area_km2 * 1000000) - ROUND(a.border_mismatch_km2 * 1000000)
              ELSE ROUND(a.area_km2 * 1000000) END
           / ROUND(r.denominator_km2 * 1000000) AS expected_share
  FROM control_area a
  LEFT JOIN region r ON r.level = a.level AND r.region_id = a.region_id
)
SELECT source_id, map_date, file_date, content_hash, side, status, level, region_id,
       share_of_region, expected_share
FROM expected
WHERE share_of_region IS DISTINCT FROM expected_share
