-- law: figures-are-given-where-there-is-coverage
-- says: All figures of a period are given where its coverage is full or partial, and none where
--   it is none.
-- reads: area_delta
SELECT source_id, side, layer_set, level, region_id, period_kind, period_id, coverage
FROM area_delta
WHERE coverage NOT IN ('full', 'partial', 'none')
   OR coverage <> 'none' AND (
     opening_km2 + closing_km2 + gained_km2 + lost_km2 + net_km2 + gross_gained_km2 + gross_lost_km2
     + reclassified_in_km2 + reclassified_out_km2 + new_ground_km2 + border_mismatch_km2 +
     break_km2 + net_without_breaks_km2 + rounding_bound_km2 IS NULL
     OR breaks IS NULL OR parted_by_break IS NULL)
   OR coverage = 'none' AND (
     COALESCE(opening_km2, closing_km2, gained_km2, lost_km2, net_km2, gross_gained_km2,
              gross_lost_km2, reclassified_in_km2, reclassified_out_km2,
              new_ground_km2, border_mismatch_km2, break_km2, net_without_breaks_km2,
              rounding_bound_km2, net_km2_per_day, opening_share, closing_share,
              net_low_km2, net_high_km2, net_lag_low_km2, net_lag_high_km2,
              net_jitter_low_km2, net_jitter_high_km2, net_noise_low_km2,
              net_noise_high_km2, net_sources_low_km2, net_sources_high_km2,
              net_layer_sets_low_km2, net_layer_sets_high_km2, churn_km2, noise_km2,
              noise_gained_km2, noise_lost_km2, churn_held_days)
     IS NOT NULL
     OR COALESCE(breaks, band_lag_days, band_days_without_map) IS NOT NULL
     OR band_widest_part IS NOT NULL OR parted_by_break IS NOT NULL)
