-- law: transition-rows-have-their-own-key
-- says: No two rows of transition have the same key.
-- reads: transition
SELECT source_id, pair_kind, opening_map_date, closing_map_date, level, region_id, from_side,
       from_status, to_side, to_status, COUNT(*) AS row_count
FROM transition
GROUP BY source_id, pair_kind, opening_map_date, closing_map_date, level, region_id, from_side,
       from_status, to_side, to_status
HAVING COUNT(*) > 1
