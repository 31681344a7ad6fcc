-- law: noise-of-a-band-is-the-noise-of-its-figure
-- says: The noise of a band goes from the net less the redraw noise in gained to the net with
--   that in lost, and is there where noise was looked for.
-- reads: area_delta_m2
SELECT source_id, side, layer_set, level, region_id, period_kind, period_id, net_m2,
       noise_gained_m2, noise_lost_m2, noise_low_m2,
       noise_high_m2
FROM area_delta_m2
WHERE band_lag_days IS NOT NULL
  AND (noise_low_m2 IS DISTINCT FROM net_m2 - noise_gained_m2
       OR noise_high_m2 IS DISTINCT FROM net_m2 + noise_lost_m2)
