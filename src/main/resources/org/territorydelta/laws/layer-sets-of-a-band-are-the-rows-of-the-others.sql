-- law: layer-sets-of-a-band-are-the-rows-of-the-others
-- says: The range over layer sets goes from the least to the largest net of the source's layer
--   sets that have a band and share a status with the row's, and is there where another does.
-- reads: area_delta_m2, layer_set
WITH alike AS (
  SELECT DISTINCT a.layer_set, b.layer_set AS other
  FROM layer_set a JOIN layer_set b ON b.status = a.status
  WHERE b.layer_set <> a.layer_set
), around AS (
  SELECT d.source_id, d.side, d.layer_set, d.level, d.region_id, d.period_kind, d.period_id,
         MIN(o.net_m2) AS low_m2, MAX(o.net_m2) AS high_m2
  FROM area_delta_m2 d
  JOIN alike a ON a.layer_set = d.layer_set
  JOIN area_delta_m2 o
    ON o.source_id = d.source_id AND o.side = d.side AND o.layer_set = a.other
   AND o.level = d.level AND o.region_id = d.region_id AND o.period_kind = d.period_kind
   AND o.period_id = d.period_id AND o.first_day = d.first_day AND o.last_day = d.last_day
  WHERE d.band_lag_days IS NOT NULL AND o.band_lag_days IS NOT NULL
  GROUP BY d.source_id, d.side, d.layer_set, d.level, d.region_id, d.period_kind, d.period_id
)
SELECT d.source_id, d.side, d.layer_set, d.level, d.region_id, d.period_kind, d.period_id,
       d.net_m2, d.layer_sets_low_m2, a.low_m2 AS least_other_m2, d.layer_sets_high_m2,
       a.high_m2 AS largest_other_m2
FROM area_delta_m2 d
LEFT JOIN around a
  ON a.source_id = d.source_id AND a.side = d.side AND a.layer_set = d.layer_set
 AND a.level = d.level AND a.region_id = d.region_id AND a.period_kind = d.period_kind
 AND a.period_id = d.period_id
WHERE d.band_lag_days IS NOT NULL
  AND (d.layer_sets_low_m2 IS DISTINCT FROM
         CASE WHEN a.low_m2 > d.net_m2 THEN d.net_m2 ELSE a.low_m2 END
       OR d.layer_sets_high_m2 IS DISTINCT FROM
         CASE WHEN a.high_m2 < d.net_m2 THEN d.net_m2 ELSE a.high_m2 END)
