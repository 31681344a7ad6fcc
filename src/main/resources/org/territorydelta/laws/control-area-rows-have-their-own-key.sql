-- law: control-area-rows-have-their-own-key
-- says: No two rows of control_area have the same key.
-- reads: control_area
SELECT source_id, map_date, file_date, content_hash, side, status, level, region_id, COUNT(*) AS
       row_count
FROM control_area
GROUP BY source_id, map_date, file_date, content_hash, side, status, level, region_id
HAVING COUNT(*) > 1
