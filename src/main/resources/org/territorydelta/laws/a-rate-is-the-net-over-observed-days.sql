-- law: a-rate-is-the-net-over-observed-days
-- says: net_km2_per_day is the net over observed_days, and null where that is 0.
-- reads: area_delta
SELECT source_id, side, layer_set, level, region_id, period_kind, period_id, net_km2_per_day,
       net_km2, observed_days
FROM area_delta
WHERE net_km2_per_day IS DISTINCT FROM
      CASE WHEN observed_days > 0 THEN net_km2 / observed_days END
