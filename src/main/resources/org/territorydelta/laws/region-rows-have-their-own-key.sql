-- law: region-rows-have-their-own-key
-- says: No two rows of region have the same key.
-- reads: region
SELECT level, region_id, COUNT(*) AS row_count
FROM region
GROUP BY level, region_id
HAVING COUNT(*) > 1
