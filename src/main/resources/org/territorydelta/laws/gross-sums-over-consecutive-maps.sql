-- law: gross-sums-over-consecutive-maps
-- says: Gross gained is what was gained from each map to the next, from the opening to the
--   closing, and over it by no more than the rounding bound.
-- reads: area_delta_m2, controlled_flow
WITH known AS (
  -- What was gained up to a map, asked for at both ends of each period.
  SELECT source_id, side, layer_set, level, region_id, closing_map_date AS map_date, gained_m2,
         CAST(NULL AS STRING) AS period_kind, CAST(NULL AS STRING) AS period_id, 0 AS sign
  FROM controlled_flow
  WHERE pair_kind = 'consecutive'
  UNION ALL
  SELECT source_id, side, layer_set, level, region_id, opening_map_date, 0, period_kind,
         period_id, -1
  FROM area_delta_m2
  UNION ALL
  SELECT source_id, side, layer_set, level, region_id, closing_map_date, 0, period_kind,
         period_id, 1
  FROM area_delta_m2
), running AS (
  SELECT source_id, side, layer_set, level, region_id, period_kind, period_id, sign,
         SUM(gained_m2) OVER (
           PARTITION BY source_id, side, layer_set, level, region_id ORDER BY map_date
         ) AS gained_so_far_m2
  FROM known
), chain AS (
  SELECT source_id, side, layer_set, level, region_id, period_kind, period_id, SUM(sign *
         gained_so_far_m2) AS gained_m2
  FROM running
  WHERE sign <> 0
  GROUP BY source_id, side, layer_set, level, region_id, period_kind, period_id
)
SELECT d.source_id, d.side, d.layer_set, d.level, d.region_id, d.period_kind, d.period_id,
       d.gross_gained_m2, c.gained_m2 AS chain_m2, d.rounding_bound_m2
FROM area_delta_m2 d
JOIN chain c
  ON c.source_id = d.source_id AND c.side = d.side AND c.layer_set = d.layer_set
 AND c.level = d.level AND c.region_id = d.region_id AND c.period_kind = d.period_kind
 AND c.period_id = d.period_id
WHERE d.gross_gained_m2 < c.gained_m2
   OR d.gross_gained_m2 > c.gained_m2 + d.rounding_bound_m2
