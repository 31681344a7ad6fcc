-- law: measures-of-a-piece-are-those-of-a-piece-of-ground
-- says: A piece has an area in whole square metres, noise is part of it and noisy says whether
--   more than half, widths are more than zero, depths no less, with what they are from, and
--   bearings from 0 to under 360 degrees.
-- reads: change_polygon
SELECT source_id, side, layer_set, period_kind, period_id, piece_id, area_km2, noise_km2, noisy,
       width_metres,
       depth_metres, depth_from, mean_depth_metres, bearing_degrees
FROM change_polygon
WHERE area_km2 <= 0 OR noise_km2 < 0 OR noise_km2 > area_km2
   OR area_km2 <> ROUND(area_km2 * 1000000) / 1000000
   OR noise_km2 <> ROUND(noise_km2 * 1000000) / 1000000
   OR noisy <> (2 * ROUND(noise_km2 * 1000000) > ROUND(area_km2 * 1000000))
   OR width_metres <= 0 OR mean_depth_metres <= 0 OR depth_metres < 0
   OR (depth_metres IS NULL) <> (depth_from IS NULL)
   OR depth_from NOT IN ('own-ground', 'border')
   OR bearing_degrees < 0 OR bearing_degrees >= 360
