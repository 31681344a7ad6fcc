-- law: lag-and-jitter-are-by-the-stocks
-- says: The lag of a band goes from the least to the largest net between stocks with both ends
--   shifted together, and its jitter with each shifted by itself, the opening before the closing;
--   no shift crosses a break.
-- reads: area_delta_m2, shifted_end, controlled, broken_step
WITH pair AS (
  SELECT DISTINCT o.source_id, o.period_kind, o.period_id, o.opening_map_date,
         o.closing_map_date, o.band_lag_days, o.map_date AS from_map, c.map_date AS to_map,
         o.day + o.span_days = c.day AS together, o.day < c.day AS apart
  FROM shifted_end o
  JOIN shifted_end c
    ON c.source_id = o.source_id AND c.period_kind = o.period_kind
   AND c.period_id = o.period_id AND c.opening_map_date = o.opening_map_date
   AND c.closing_map_date = o.closing_map_date AND c.band_lag_days = o.band_lag_days
  WHERE o.period_end = 'opening' AND c.period_end = 'closing'
), shifted AS (
  SELECT d.source_id, d.side, d.layer_set, d.level, d.region_id, d.period_kind, d.period_id,
         d.lag_low_m2, d.lag_high_m2, d.jitter_low_m2, d.jitter_high_m2, p.together, p.apart,
         p.from_map, p.to_map, COALESCE(t.area_m2, 0) - COALESCE(f.area_m2, 0) AS net_m2
  FROM area_delta_m2 d
  JOIN pair p
    ON p.source_id = d.source_id AND p.period_kind = d.period_kind
   AND p.period_id = d.period_id AND p.opening_map_date = d.opening_map_date
   AND p.closing_map_date = d.closing_map_date AND p.band_lag_days = d.band_lag_days
  LEFT JOIN controlled f
    ON f.source_id = d.source_id AND f.side = d.side AND f.layer_set = d.layer_set
   AND f.level = d.level AND f.region_id = d.region_id AND f.map_date = p.from_map
  LEFT JOIN controlled t
    ON t.source_id = d.source_id AND t.side = d.side AND t.layer_set = d.layer_set
   AND t.level = d.level AND t.region_id = d.region_id AND t.map_date = p.to_map
), comparable AS (
  SELECT d.*
  FROM shifted d
  WHERE NOT EXISTS (
    SELECT 1
    FROM broken_step b
    WHERE b.source_id = d.source_id AND b.side = d.side AND b.layer_set = d.layer_set
      AND b.level = d.level AND b.region_id = d.region_id
      AND b.left_out
      AND b.opening_map_date >= d.from_map AND b.closing_map_date <= d.to_map
      AND (d.from_map < b.first_map_date AND b.first_map_date <= d.to_map)
        <> (b.reverts AND d.from_map <= b.last_map_date AND b.last_map_date < d.to_map))
)
SELECT source_id, side, layer_set, level, region_id, period_kind, period_id,
       lag_low_m2, MIN(CASE WHEN together THEN net_m2 END) AS expected_lag_low_m2,
       lag_high_m2, MAX(CASE WHEN together THEN net_m2 END) AS expected_lag_high_m2,
       jitter_low_m2, MIN(CASE WHEN apart THEN net_m2 END) AS expected_jitter_low_m2,
       jitter_high_m2, MAX(CASE WHEN apart THEN net_m2 END) AS expected_jitter_high_m2
FROM comparable
GROUP BY source_id, side, layer_set, level, region_id, period_kind, period_id,
         lag_low_m2, lag_high_m2, jitter_low_m2, jitter_high_m2
HAVING lag_low_m2 IS DISTINCT FROM MIN(CASE WHEN together THEN net_m2 END)
    OR lag_high_m2 IS DISTINCT FROM MAX(CASE WHEN together THEN net_m2 END)
    OR jitter_low_m2 IS DISTINCT FROM MIN(CASE WHEN apart THEN net_m2 END)
    OR jitter_high_m2 IS DISTINCT FROM MAX(CASE WHEN apart THEN net_m2 END)
