-- law: regions-of-a-piece-sum-to-it
-- says: The areas of a piece in the regions of each level add up to the piece, in whole square
--   metres.
-- reads: change_polygon, change_polygon_region, region_sum
WITH place AS (
  SELECT r.source_id, r.side, r.layer_set, r.period_kind, r.period_id, r.piece_id, s.sum_of,
         SUM(CAST(ROUND(r.area_km2 * 1000000) AS BIGINT)) AS area_m2,
         MAX(CASE WHEN r.area_km2 <> ROUND(r.area_km2 * 1000000) / 1000000 THEN 1 ELSE 0 END)
           AS uneven
  FROM change_polygon_region r
  JOIN region_sum s ON s.level = r.level AND s.region_id = r.region_id
  WHERE s.sum_of LIKE 'level %' AND s.sign = 1
  GROUP BY r.source_id, r.side, r.layer_set, r.period_kind, r.period_id, r.piece_id, s.sum_of
)
SELECT p.source_id, p.side, p.layer_set, p.period_kind, p.period_id, p.piece_id, s.sum_of,
       p.area_km2, r.area_m2 AS regions_m2
FROM change_polygon p
CROSS JOIN (SELECT DISTINCT sum_of FROM region_sum WHERE sum_of LIKE 'level %') s
LEFT JOIN place r
  ON r.source_id = p.source_id AND r.side = p.side AND r.layer_set = p.layer_set
 AND r.period_kind = p.period_kind AND r.period_id = p.period_id AND r.piece_id = p.piece_id
 AND r.sum_of = s.sum_of
WHERE CAST(ROUND(p.area_km2 * 1000000) AS BIGINT) <> COALESCE(r.area_m2, 0)
   OR r.uneven = 1
