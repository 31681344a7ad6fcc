-- law: a-band-includes-its-net
-- says: A band has lag and jitter, each part has both its ends, and the net lies between them;
--   where there is no band there is none of its parts.
-- reads: area_delta_m2
SELECT source_id, side, layer_set, level, region_id, period_kind, period_id, net_m2,
       band_lag_days, net_low_m2, net_high_m2,
       lag_low_m2, lag_high_m2, jitter_low_m2, jitter_high_m2, noise_low_m2, noise_high_m2,
       sources_low_m2, sources_high_m2, layer_sets_low_m2, layer_sets_high_m2
FROM area_delta_m2
WHERE band_lag_days IS NOT NULL AND (
     band_days_without_map IS NULL
     OR net_low_m2 + net_high_m2 + lag_low_m2 + lag_high_m2 + jitter_low_m2 + jitter_high_m2 IS
       NULL)
   OR band_lag_days IS NULL AND (
     band_days_without_map IS NOT NULL OR band_widest_part IS NOT NULL
     OR COALESCE(net_low_m2, net_high_m2, lag_low_m2, lag_high_m2, jitter_low_m2, jitter_high_m2,
                 noise_low_m2, noise_high_m2, sources_low_m2, sources_high_m2,
                 layer_sets_low_m2, layer_sets_high_m2) IS NOT NULL)
   OR (noise_low_m2 IS NULL) <> (noise_high_m2 IS NULL)
   OR (sources_low_m2 IS NULL) <> (sources_high_m2 IS NULL)
   OR (layer_sets_low_m2 IS NULL) <> (layer_sets_high_m2 IS NULL)
   OR net_m2 < net_low_m2 OR net_m2 > net_high_m2
   OR net_m2 < lag_low_m2 OR net_m2 > lag_high_m2
   OR net_m2 < jitter_low_m2 OR net_m2 > jitter_high_m2
   OR net_m2 < noise_low_m2 OR net_m2 > noise_high_m2
   OR net_m2 < sources_low_m2 OR net_m2 > sources_high_m2
   OR net_m2 < layer_sets_low_m2 OR net_m2 > layer_sets_high_m2
