-- law: a-piece-came-to-its-side-or-went-from-it
-- says: A gained piece came into the statuses of the layer set, and a lost one went out of them,
--   between the two maps of its period.
-- reads: change_polygon, layer_set, area_delta_m2
SELECT p.source_id, p.side, p.layer_set, p.period_kind, p.period_id, p.piece_id,
       p.change, p.from_side, p.from_status, p.to_side, p.to_status, p.opening_map_date,
       p.closing_map_date
FROM change_polygon p
LEFT JOIN layer_set f ON f.layer_set = p.layer_set AND f.status = p.from_status
LEFT JOIN layer_set t ON t.layer_set = p.layer_set AND t.status = p.to_status
LEFT JOIN area_delta_m2 d
  ON d.source_id = p.source_id AND d.side = p.side AND d.layer_set = p.layer_set
 AND d.period_kind = p.period_kind AND d.period_id = p.period_id AND d.level = -1
 AND d.opening_map_date = p.opening_map_date AND d.closing_map_date = p.closing_map_date
WHERE d.source_id IS NULL
   OR p.opening_map_date >= p.closing_map_date
   OR p.change NOT IN ('gained', 'lost')
   OR (p.from_side = p.side AND f.status IS NOT NULL) <> (p.change = 'lost')
   OR (p.to_side = p.side AND t.status IS NOT NULL) <> (p.change = 'gained')
   OR (p.from_side = 'none') <> (p.from_status = 'none')
   OR (p.to_side = 'none') <> (p.to_status = 'none')
   OR TRIM(p.from_side) = '' OR TRIM(p.from_status) = ''
   OR TRIM(p.to_side) = '' OR TRIM(p.to_status) = ''
