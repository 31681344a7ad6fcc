-- law: a-band-is-around-its-parts
-- says: A band goes from the least to the largest end of its parts, and band_widest_part names
--   the widest of them, of two equal ones the first of lag, jitter, noise, sources and layer-sets,
--   or none where the band has no width.
-- reads: area_delta_m2
WITH width AS (
  SELECT source_id, side, layer_set, level, region_id, period_kind, period_id,
         net_low_m2, net_high_m2, band_widest_part,
         LEAST(lag_low_m2, jitter_low_m2, noise_low_m2, sources_low_m2, layer_sets_low_m2) AS
           low_m2,
         GREATEST(lag_high_m2, jitter_high_m2, noise_high_m2, sources_high_m2, layer_sets_high_m2)
           AS high_m2,
         lag_high_m2 - lag_low_m2 AS lag_m2,
         jitter_high_m2 - jitter_low_m2 AS jitter_m2,
         COALESCE(noise_high_m2 - noise_low_m2, -1) AS noise_m2,
         COALESCE(sources_high_m2 - sources_low_m2, -1) AS sources_m2,
         COALESCE(layer_sets_high_m2 - layer_sets_low_m2, -1) AS layer_sets_m2
  FROM area_delta_m2
  WHERE band_lag_days IS NOT NULL
), widest AS (
  SELECT source_id, side, layer_set, level, region_id, period_kind, period_id,
         net_low_m2, net_high_m2, low_m2, high_m2, band_widest_part,
         GREATEST(lag_m2, jitter_m2, noise_m2, sources_m2, layer_sets_m2) AS most_m2,
         lag_m2, jitter_m2, noise_m2, sources_m2
  FROM width
)
SELECT source_id, side, layer_set, level, region_id, period_kind, period_id, net_low_m2, low_m2 AS
       expected_low_m2, net_high_m2,
       high_m2 AS expected_high_m2, band_widest_part
FROM widest
WHERE net_low_m2 <> low_m2 OR net_high_m2 <> high_m2
   OR band_widest_part IS DISTINCT FROM CASE
     WHEN high_m2 = low_m2 THEN NULL
     WHEN lag_m2 = most_m2 THEN 'lag'
     WHEN jitter_m2 = most_m2 THEN 'jitter'
     WHEN noise_m2 = most_m2 THEN 'noise'
     WHEN sources_m2 = most_m2 THEN 'sources'
     ELSE 'layer-sets'
   END
