-- What several laws need of the tables, in SQL that Spark and DuckDB share. Names in _m2 are whole
-- square metres: a sum of them is exact. The lists of the tables are views of views.spark.sql and
-- views.duckdb.sql.

-- What adds up to what, with a sign for each region in each sum: the regions of a level and its
-- UNASSIGNED less ALL, and the regions of a country less the country. Overlapping levels have none.
CREATE OR REPLACE TEMPORARY VIEW region_sum AS
WITH plain_level AS (
  SELECT level FROM region WHERE level >= 0
  GROUP BY level HAVING MAX(CASE WHEN overlapping THEN 1 ELSE 0 END) = 0
), lowest AS (
  SELECT COALESCE(MIN(CASE WHEN level > 0 THEN level END), 0) AS level FROM region
), part AS (
  SELECT r.country, r.level, r.region_id
  FROM region r JOIN lowest l ON r.level = l.level JOIN plain_level p ON r.level = p.level
  WHERE r.country IS NOT NULL AND r.region_id <> 'UNASSIGNED'
)
SELECT CONCAT('level ', r.level) AS sum_of, r.level, r.region_id, 1 AS sign
FROM region r JOIN plain_level p ON r.level = p.level
UNION ALL
SELECT CONCAT('level ', p.level), -1, 'ALL', -1 FROM plain_level p
UNION ALL
SELECT CONCAT('country ', country), level, region_id, 1 FROM part
UNION ALL
SELECT DISTINCT CONCAT('country ', country), 0, country, -1 FROM part;

-- Ground of the maps that speak for their days.
CREATE OR REPLACE TEMPORARY VIEW stock AS
SELECT a.source_id, a.map_date, a.level, a.region_id, a.side, a.status,
       CAST(ROUND(a.area_km2 * 1000000) AS BIGINT) AS area_m2,
       CAST(ROUND(a.border_mismatch_km2 * 1000000) AS BIGINT) AS border_mismatch_m2
FROM control_area a
JOIN snapshot s
  ON s.source_id = a.source_id AND s.map_date = a.map_date AND s.file_date = a.file_date
 AND s.content_hash = a.content_hash
WHERE s.current;

-- The same by layer set.
CREATE OR REPLACE TEMPORARY VIEW controlled AS
SELECT s.source_id, s.map_date, s.level, s.region_id, s.side, l.layer_set,
       SUM(s.area_m2) AS area_m2, SUM(s.border_mismatch_m2) AS border_mismatch_m2
FROM stock s JOIN layer_set l ON l.status = s.status
GROUP BY s.source_id, s.map_date, s.level, s.region_id, s.side, l.layer_set;

-- Each map that speaks for its day, with the one before; without one for the first.
CREATE OR REPLACE TEMPORARY VIEW map_step AS
SELECT source_id, map_date,
       LAG(map_date) OVER (PARTITION BY source_id ORDER BY map_date) AS opening_map_date
FROM (SELECT DISTINCT source_id, map_date FROM snapshot WHERE current) maps;

-- Transitions by layer set: what came and went, and the part that the side held all the time.
CREATE OR REPLACE TEMPORARY VIEW controlled_flow AS
WITH moved AS (
  SELECT t.source_id, t.pair_kind, t.opening_map_date, t.closing_map_date, t.level, t.region_id,
         t.from_side, t.from_status, t.to_side, t.to_status,
         CAST(ROUND(t.area_km2 * 1000000) AS BIGINT) AS area_m2
  FROM transition t
  WHERE t.from_side <> t.to_side OR t.from_status <> t.to_status
), change AS (
  SELECT m.source_id, m.pair_kind, m.opening_map_date, m.closing_map_date, m.level, m.region_id,
         m.to_side AS side, l.layer_set, m.area_m2 AS gained_m2, 0 AS lost_m2,
         CASE WHEN m.from_side = m.to_side THEN m.area_m2 ELSE 0 END AS reclassified_in_m2,
         0 AS reclassified_out_m2
  FROM moved m
  JOIN layer_set l ON l.status = m.to_status
  LEFT JOIN layer_set o
    ON o.layer_set = l.layer_set AND o.status = m.from_status AND m.from_side = m.to_side
  WHERE o.status IS NULL
  UNION ALL
  SELECT m.source_id, m.pair_kind, m.opening_map_date, m.closing_map_date, m.level, m.region_id,
         m.from_side, l.layer_set, 0, m.area_m2, 0,
         CASE WHEN m.from_side = m.to_side THEN m.area_m2 ELSE 0 END
  FROM moved m
  JOIN layer_set l ON l.status = m.from_status
  LEFT JOIN layer_set o
    ON o.layer_set = l.layer_set AND o.status = m.to_status AND m.from_side = m.to_side
  WHERE o.status IS NULL
)
SELECT source_id, pair_kind, opening_map_date, closing_map_date, level, region_id, side, layer_set,
       SUM(gained_m2) AS gained_m2, SUM(lost_m2) AS lost_m2,
       SUM(reclassified_in_m2) AS reclassified_in_m2,
       SUM(reclassified_out_m2) AS reclassified_out_m2
FROM change
GROUP BY source_id, pair_kind, opening_map_date, closing_map_date, level, region_id, side,
         layer_set;

-- The rows of area_delta that have figures, in square metres.
CREATE OR REPLACE TEMPORARY VIEW area_delta_m2 AS
SELECT source_id, side, layer_set, level, region_id, period_kind, period_id, first_day, last_day,
       days, opening_map_date, closing_map_date, opening_staleness_days, observed_days, coverage,
       CAST(ROUND(opening_km2 * 1000000) AS BIGINT) AS opening_m2,
       CAST(ROUND(closing_km2 * 1000000) AS BIGINT) AS closing_m2,
       CAST(ROUND(gained_km2 * 1000000) AS BIGINT) AS gained_m2,
       CAST(ROUND(lost_km2 * 1000000) AS BIGINT) AS lost_m2,
       CAST(ROUND(net_km2 * 1000000) AS BIGINT) AS net_m2,
       CAST(ROUND(gross_gained_km2 * 1000000) AS BIGINT) AS gross_gained_m2,
       CAST(ROUND(gross_lost_km2 * 1000000) AS BIGINT) AS gross_lost_m2,
       CAST(ROUND(reclassified_in_km2 * 1000000) AS BIGINT) AS reclassified_in_m2,
       CAST(ROUND(reclassified_out_km2 * 1000000) AS BIGINT) AS reclassified_out_m2,
       CAST(ROUND(new_ground_km2 * 1000000) AS BIGINT) AS new_ground_m2,
       CAST(ROUND(border_mismatch_km2 * 1000000) AS BIGINT) AS border_mismatch_m2,
       opening_share, closing_share,
       band_lag_days, band_days_without_map, band_widest_part,
       CAST(ROUND(net_low_km2 * 1000000) AS BIGINT) AS net_low_m2,
       CAST(ROUND(net_high_km2 * 1000000) AS BIGINT) AS net_high_m2,
       CAST(ROUND(net_lag_low_km2 * 1000000) AS BIGINT) AS lag_low_m2,
       CAST(ROUND(net_lag_high_km2 * 1000000) AS BIGINT) AS lag_high_m2,
       CAST(ROUND(net_jitter_low_km2 * 1000000) AS BIGINT) AS jitter_low_m2,
       CAST(ROUND(net_jitter_high_km2 * 1000000) AS BIGINT) AS jitter_high_m2,
       CAST(ROUND(net_noise_low_km2 * 1000000) AS BIGINT) AS noise_low_m2,
       CAST(ROUND(net_noise_high_km2 * 1000000) AS BIGINT) AS noise_high_m2,
       CAST(ROUND(net_sources_low_km2 * 1000000) AS BIGINT) AS sources_low_m2,
       CAST(ROUND(net_sources_high_km2 * 1000000) AS BIGINT) AS sources_high_m2,
       CAST(ROUND(net_layer_sets_low_km2 * 1000000) AS BIGINT) AS layer_sets_low_m2,
       CAST(ROUND(net_layer_sets_high_km2 * 1000000) AS BIGINT) AS layer_sets_high_m2,
       CAST(ROUND(churn_km2 * 1000000) AS BIGINT) AS churn_m2, churn_held_days,
       CAST(ROUND(noise_km2 * 1000000) AS BIGINT) AS noise_m2,
       CAST(ROUND(noise_gained_km2 * 1000000) AS BIGINT) AS noise_gained_m2,
       CAST(ROUND(noise_lost_km2 * 1000000) AS BIGINT) AS noise_lost_m2,
       breaks, CAST(ROUND(break_km2 * 1000000) AS BIGINT) AS break_m2,
       CAST(ROUND(net_without_breaks_km2 * 1000000) AS BIGINT) AS net_without_breaks_m2,
       parted_by_break,
       CAST(ROUND(rounding_bound_km2 * 1000000) AS BIGINT) AS rounding_bound_m2
FROM area_delta
WHERE coverage <> 'none';

-- The steps from map to map in which a break begins or ends, for each ground that came or went in
-- them: the break, and whether the step is left out of nets without breaks. That is so where the
-- breaks are half or more of all that the side gained and lost in the step. The first break of a
-- step is numbered 1.
CREATE OR REPLACE TEMPORARY VIEW broken_step AS
WITH breaking AS (
  SELECT b.source_id, b.kind, b.side, b.map_date AS first_map_date, b.last_map_date,
         b.kind IN ('dropout', 'spike', 'implausible-area') AS reverts,
         CAST(ROUND(b.area_km2 * 1000000) AS BIGINT) AS break_m2,
         CONCAT(b.kind, ' ', b.side, ' ', b.map_date, ' ', b.rule) AS break_id
  FROM series_break b
  WHERE NOT b.excluded AND b.kind NOT IN ('batch-release', 'block-reclassification')
), step AS (
  SELECT s.source_id, s.opening_map_date, s.map_date AS closing_map_date, b.side, b.kind,
         b.first_map_date, b.last_map_date, b.reverts, b.break_m2, b.break_id
  FROM map_step s
  JOIN breaking b ON b.source_id = s.source_id
  WHERE (s.opening_map_date < b.first_map_date AND b.first_map_date <= s.map_date)
     OR (b.reverts AND s.opening_map_date <= b.last_map_date AND b.last_map_date < s.map_date)
), whole AS (
  SELECT f.source_id, f.side, f.layer_set, f.opening_map_date, f.closing_map_date,
         2 * SUM(s.break_m2) >= MAX(f.gained_m2 + f.lost_m2) AS left_out
  FROM controlled_flow f
  JOIN step s
    ON s.source_id = f.source_id AND s.opening_map_date = f.opening_map_date
   AND s.closing_map_date = f.closing_map_date AND (s.side = f.side OR s.side = 'ALL')
  WHERE f.pair_kind = 'consecutive' AND f.level = -1
  GROUP BY f.source_id, f.side, f.layer_set, f.opening_map_date, f.closing_map_date
)
SELECT f.source_id, f.side, f.layer_set, f.level, f.region_id, f.opening_map_date,
       f.closing_map_date, f.gained_m2, f.lost_m2, s.kind, s.break_id, s.first_map_date,
       s.last_map_date, s.reverts, COALESCE(w.left_out, FALSE) AS left_out,
       ROW_NUMBER() OVER (
         PARTITION BY f.source_id, f.side, f.layer_set, f.level, f.region_id, f.opening_map_date
         ORDER BY s.break_id) AS number
FROM controlled_flow f
JOIN step s
  ON s.source_id = f.source_id AND s.opening_map_date = f.opening_map_date
 AND s.closing_map_date = f.closing_map_date AND (s.side = f.side OR s.side = 'ALL')
LEFT JOIN whole w
  ON w.source_id = f.source_id AND w.side = f.side AND w.layer_set = f.layer_set
 AND w.opening_map_date = f.opening_map_date AND w.closing_map_date = f.closing_map_date
WHERE f.pair_kind = 'consecutive';

-- Days with a map that may stand for them: none too old, none after the last map.
CREATE OR REPLACE TEMPORARY VIEW standing_map AS
SELECT d.source_id, d.day, d.map_date
FROM map_day d
JOIN (SELECT source_id, MAX(map_date) AS last_map_date FROM snapshot WHERE current
      GROUP BY source_id) l
  ON l.source_id = d.source_id
WHERE d.state <> 'missing' AND d.map_date IS NOT NULL AND d.day <= l.last_map_date;

-- The days that the ends of a period with a band are shifted to and the maps that stand for them;
-- the unshifted ends with their own. An opening for which the first map inside the period stands in
-- is shifted around that map's day.
CREATE OR REPLACE TEMPORARY VIEW shifted_end AS
WITH period AS (
  SELECT DISTINCT source_id, period_kind, period_id, opening_map_date, closing_map_date,
         band_lag_days, last_day,
         CASE WHEN opening_staleness_days < 0 THEN opening_map_date ELSE first_day - 1 END
           AS opening_day,
         CASE WHEN opening_staleness_days < 0 THEN days + opening_staleness_days ELSE days END
           AS span_days
  FROM area_delta_m2
  WHERE band_lag_days IS NOT NULL
)
SELECT p.source_id, p.period_kind, p.period_id, p.opening_map_date, p.closing_map_date,
       p.band_lag_days, p.span_days, 'opening' AS period_end, s.day, s.map_date
FROM period p
JOIN standing_map s ON s.source_id = p.source_id
WHERE s.day >= p.opening_day - p.band_lag_days AND s.day <= p.opening_day + p.band_lag_days
  AND s.day <> p.opening_day
UNION ALL
SELECT source_id, period_kind, period_id, opening_map_date, closing_map_date, band_lag_days,
       span_days, 'opening', opening_day, opening_map_date
FROM period
UNION ALL
SELECT p.source_id, p.period_kind, p.period_id, p.opening_map_date, p.closing_map_date,
       p.band_lag_days, p.span_days, 'closing', s.day, s.map_date
FROM period p
JOIN standing_map s ON s.source_id = p.source_id
WHERE s.day >= p.last_day - p.band_lag_days AND s.day <= p.last_day + p.band_lag_days
  AND s.day <> p.last_day
UNION ALL
SELECT source_id, period_kind, period_id, opening_map_date, closing_map_date, band_lag_days,
       span_days, 'closing', last_day, closing_map_date
FROM period;
