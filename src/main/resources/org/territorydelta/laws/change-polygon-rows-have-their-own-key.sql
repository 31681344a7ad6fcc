-- law: change-polygon-rows-have-their-own-key
-- says: No two rows of change_polygon have the same key.
-- reads: change_polygon
SELECT source_id, side, layer_set, period_kind, period_id, piece_id, COUNT(*) AS row_count
FROM change_polygon
GROUP BY source_id, side, layer_set, period_kind, period_id, piece_id
HAVING COUNT(*) > 1
