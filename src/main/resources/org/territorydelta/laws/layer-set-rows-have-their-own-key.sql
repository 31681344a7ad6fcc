-- law: layer-set-rows-have-their-own-key
-- says: No two rows of layer_set have the same key.
-- reads: layer_set
SELECT layer_set, status, COUNT(*) AS row_count
FROM layer_set
GROUP BY layer_set, status
HAVING COUNT(*) > 1
