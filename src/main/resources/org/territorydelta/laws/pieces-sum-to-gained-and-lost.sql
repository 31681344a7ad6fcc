-- law: pieces-sum-to-gained-and-lost
-- says: The pieces of a period add up to what area_delta has as gained and lost, in every region
--   and in ALL, in all periods of a kind that has pieces.
-- reads: change_polygon, change_polygon_region, area_delta_m2
WITH piece AS (
  SELECT source_id, side, layer_set, period_kind, period_id, -1 AS level, 'ALL' AS region_id,
         change, CAST(ROUND(area_km2 * 1000000) AS BIGINT) AS area_m2
  FROM change_polygon
  UNION ALL
  SELECT p.source_id, p.side, p.layer_set, p.period_kind, p.period_id, r.level, r.region_id,
         p.change, CAST(ROUND(r.area_km2 * 1000000) AS BIGINT)
  FROM change_polygon p
  JOIN change_polygon_region r
    ON r.source_id = p.source_id AND r.side = p.side AND r.layer_set = p.layer_set
   AND r.period_kind = p.period_kind AND r.period_id = p.period_id AND r.piece_id = p.piece_id
), shown AS (
  SELECT DISTINCT source_id, period_kind FROM change_polygon
), figure AS (
  SELECT d.source_id, d.side, d.layer_set, d.period_kind, d.period_id, d.level, d.region_id,
         d.gained_m2, d.lost_m2
  FROM area_delta_m2 d
  JOIN shown s ON s.source_id = d.source_id AND s.period_kind = d.period_kind
)
SELECT source_id, side, layer_set, period_kind, period_id, change, level, region_id,
       SUM(piece_m2) AS pieces_m2, SUM(figure_m2) AS figure_m2
FROM (
  SELECT source_id, side, layer_set, period_kind, period_id, level, region_id, change,
         area_m2 AS piece_m2, 0 AS figure_m2
  FROM piece
  UNION ALL
  SELECT source_id, side, layer_set, period_kind, period_id, level, region_id, 'gained', 0,
         gained_m2
  FROM figure
  UNION ALL
  SELECT source_id, side, layer_set, period_kind, period_id, level, region_id, 'lost', 0, lost_m2
  FROM figure
) both_sides
GROUP BY source_id, side, layer_set, period_kind, period_id, change, level, region_id
HAVING SUM(piece_m2) <> SUM(figure_m2)
