-- law: a-band-counts-shifted-days-without-map
-- says: band_lag_days is one number everywhere, and band_days_without_map counts the days that
--   both ends are shifted to by it and for which no map stands.
-- reads: area_delta_m2, shifted_end
WITH found AS (
  SELECT source_id, period_kind, period_id, opening_map_date, closing_map_date, band_lag_days,
         COUNT(*) AS maps
  FROM shifted_end
  GROUP BY source_id, period_kind, period_id, opening_map_date, closing_map_date, band_lag_days
)
SELECT d.source_id, d.side, d.layer_set, d.level, d.region_id, d.period_kind, d.period_id,
       d.band_lag_days, d.band_days_without_map,
       2 * (2 * d.band_lag_days + 1) - f.maps AS expected_days_without_map
FROM area_delta_m2 d
JOIN found f
  ON f.source_id = d.source_id AND f.period_kind = d.period_kind AND f.period_id = d.period_id
 AND f.opening_map_date = d.opening_map_date AND f.closing_map_date = d.closing_map_date
 AND f.band_lag_days = d.band_lag_days
CROSS JOIN (SELECT MIN(band_lag_days) AS lag_days FROM area_delta_m2) l
WHERE d.band_days_without_map <> 2 * (2 * d.band_lag_days + 1) - f.maps
   OR d.band_lag_days <> l.lag_days
