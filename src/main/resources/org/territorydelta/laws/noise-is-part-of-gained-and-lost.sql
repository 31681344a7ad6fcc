-- law: noise-is-part-of-gained-and-lost
-- says: Redraw noise is part of what was gained and of what was lost, and noise_km2 is both.
-- reads: area_delta_m2
SELECT source_id, side, layer_set, level, region_id, period_kind, period_id, gained_m2,
       noise_gained_m2, lost_m2, noise_lost_m2, noise_m2
FROM area_delta_m2
WHERE noise_gained_m2 < 0 OR noise_lost_m2 < 0
   OR noise_gained_m2 > gained_m2
   OR noise_lost_m2 > lost_m2
   OR noise_m2 IS DISTINCT FROM noise_gained_m2 + noise_lost_m2
   OR (noise_gained_m2 IS NULL) <> (noise_lost_m2 IS NULL)
