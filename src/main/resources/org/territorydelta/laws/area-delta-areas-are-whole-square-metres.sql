-- law: area-delta-areas-are-whole-square-metres
-- says: Areas in area_delta are whole numbers of square metres, written as km².
-- reads: area_delta
SELECT source_id, side, layer_set, level, region_id, period_kind, period_id
FROM area_delta
WHERE opening_km2 <> ROUND(opening_km2 * 1000000) / 1000000
   OR closing_km2 <> ROUND(closing_km2 * 1000000) / 1000000
   OR gained_km2 <> ROUND(gained_km2 * 1000000) / 1000000
   OR lost_km2 <> ROUND(lost_km2 * 1000000) / 1000000
   OR net_km2 <> ROUND(net_km2 * 1000000) / 1000000
   OR gross_gained_km2 <> ROUND(gross_gained_km2 * 1000000) / 1000000
   OR gross_lost_km2 <> ROUND(gross_lost_km2 * 1000000) / 1000000
   OR reclassified_in_km2 <> ROUND(reclassified_in_km2 * 1000000) / 1000000
   OR reclassified_out_km2 <> ROUND(reclassified_out_km2 * 1000000) / 1000000
   OR new_ground_km2 <> ROUND(new_ground_km2 * 1000000) / 1000000
   OR border_mismatch_km2 <> ROUND(border_mismatch_km2 * 1000000) / 1000000
   OR break_km2 <> ROUND(break_km2 * 1000000) / 1000000
   OR net_without_breaks_km2 <> ROUND(net_without_breaks_km2 * 1000000) / 1000000
   OR rounding_bound_km2 <> ROUND(rounding_bound_km2 * 1000000) / 1000000
   OR net_low_km2 <> ROUND(net_low_km2 * 1000000) / 1000000
   OR net_high_km2 <> ROUND(net_high_km2 * 1000000) / 1000000
   OR net_lag_low_km2 <> ROUND(net_lag_low_km2 * 1000000) / 1000000
   OR net_lag_high_km2 <> ROUND(net_lag_high_km2 * 1000000) / 1000000
   OR net_jitter_low_km2 <> ROUND(net_jitter_low_km2 * 1000000) / 1000000
   OR net_jitter_high_km2 <> ROUND(net_jitter_high_km2 * 1000000) / 1000000
   OR net_noise_low_km2 <> ROUND(net_noise_low_km2 * 1000000) / 1000000
   OR net_noise_high_km2 <> ROUND(net_noise_high_km2 * 1000000) / 1000000
   OR net_sources_low_km2 <> ROUND(net_sources_low_km2 * 1000000) / 1000000
   OR net_sources_high_km2 <> ROUND(net_sources_high_km2 * 1000000) / 1000000
   OR net_layer_sets_low_km2 <> ROUND(net_layer_sets_low_km2 * 1000000) / 1000000
   OR net_layer_sets_high_km2 <> ROUND(net_layer_sets_high_km2 * 1000000) / 1000000
   OR churn_km2 <> ROUND(churn_km2 * 1000000) / 1000000
   OR noise_km2 <> ROUND(noise_km2 * 1000000) / 1000000
   OR noise_gained_km2 <> ROUND(noise_gained_km2 * 1000000) / 1000000
   OR noise_lost_km2 <> ROUND(noise_lost_km2 * 1000000) / 1000000
