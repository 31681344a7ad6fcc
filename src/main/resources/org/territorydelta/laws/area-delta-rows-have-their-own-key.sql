-- law: area-delta-rows-have-their-own-key
-- says: No two rows of area_delta have the same key.
-- reads: area_delta
SELECT source_id, side, layer_set, level, region_id, period_kind, period_id, COUNT(*) AS row_count
FROM area_delta
GROUP BY source_id, side, layer_set, level, region_id, period_kind, period_id
HAVING COUNT(*) > 1
