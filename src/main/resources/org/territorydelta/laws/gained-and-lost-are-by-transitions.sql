-- law: gained-and-lost-are-by-transitions
-- says: What a period gained and lost, and the reclassified parts, are what came and went by the
--   transitions between its two maps.
-- reads: area_delta_m2, controlled_flow
SELECT d.source_id, d.side, d.layer_set, d.level, d.region_id, d.period_kind, d.period_id,
       d.gained_m2, f.gained_m2 AS came_m2, d.lost_m2, f.lost_m2 AS went_m2,
       d.reclassified_in_m2, f.reclassified_in_m2 AS came_reclassified_m2, d.reclassified_out_m2,
       f.reclassified_out_m2 AS went_reclassified_m2
FROM area_delta_m2 d
LEFT JOIN controlled_flow f
  ON f.source_id = d.source_id AND f.side = d.side AND f.layer_set = d.layer_set
 AND f.level = d.level AND f.region_id = d.region_id
 AND f.opening_map_date = d.opening_map_date AND f.closing_map_date = d.closing_map_date
 AND f.pair_kind = CASE WHEN d.period_kind = 'day' THEN 'consecutive' ELSE 'period' END
WHERE d.gained_m2 <> COALESCE(f.gained_m2, 0)
   OR d.lost_m2 <> COALESCE(f.lost_m2, 0)
   OR d.reclassified_in_m2 <> COALESCE(f.reclassified_in_m2, 0)
   OR d.reclassified_out_m2 <> COALESCE(f.reclassified_out_m2, 0)
