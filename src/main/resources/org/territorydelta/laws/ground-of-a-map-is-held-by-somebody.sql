-- law: ground-of-a-map-is-held-by-somebody
-- says: Ground in control_area has a holder, is no less than none and in whole square metres,
--   the border band is part of it, and the whole map has no border that could mismatch.
-- reads: control_area
SELECT source_id, map_date, file_date, content_hash, side, status, level, region_id,
       area_km2, border_mismatch_km2
FROM control_area
WHERE TRIM(side) = '' OR TRIM(status) = '' OR side = 'none' OR status = 'none'
   OR area_km2 < 0 OR border_mismatch_km2 < 0
   OR border_mismatch_km2 > area_km2
   OR level = -1 AND border_mismatch_km2 <> 0
   OR area_km2 <> ROUND(area_km2 * 1000000) / 1000000
   OR border_mismatch_km2 <> ROUND(border_mismatch_km2 * 1000000) / 1000000
   OR rounding_bound_km2 <> ROUND(rounding_bound_km2 * 1000000) / 1000000
