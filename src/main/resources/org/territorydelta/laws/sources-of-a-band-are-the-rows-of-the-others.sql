-- law: sources-of-a-band-are-the-rows-of-the-others
-- says: The range over sources goes from the least to the largest net of all sources that cover
--   the period fully and have a band, and is there where the row's is one of several.
-- reads: area_delta_m2
WITH speaking AS (
  SELECT side, layer_set, level, region_id, period_kind, period_id, first_day, last_day,
         COUNT(*) AS sources, MIN(net_m2) AS low_m2, MAX(net_m2) AS high_m2
  FROM area_delta_m2
  WHERE band_lag_days IS NOT NULL AND coverage = 'full'
  GROUP BY side, layer_set, level, region_id, period_kind, period_id, first_day, last_day
  HAVING COUNT(*) > 1
)
SELECT d.source_id, d.side, d.layer_set, d.level, d.region_id, d.period_kind, d.period_id,
       d.coverage, d.sources_low_m2, s.low_m2 AS expected_low_m2, d.sources_high_m2,
       s.high_m2 AS expected_high_m2
FROM area_delta_m2 d
LEFT JOIN speaking s
  ON s.side = d.side AND s.layer_set = d.layer_set AND s.level = d.level
 AND s.region_id = d.region_id AND s.period_kind = d.period_kind AND s.period_id = d.period_id
 AND s.first_day = d.first_day AND s.last_day = d.last_day
WHERE d.band_lag_days IS NOT NULL
  AND (d.sources_low_m2 IS DISTINCT FROM CASE WHEN d.coverage = 'full' THEN s.low_m2 END
       OR d.sources_high_m2 IS DISTINCT FROM CASE WHEN d.coverage = 'full' THEN s.high_m2 END)
