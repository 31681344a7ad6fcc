-- law: neighbours-are-mutual
-- says: A region's neighbours are regions of its level, each once, and have it as their
--   neighbour.
-- reads: region_neighbour
SELECT n.level, n.region_id, n.neighbour
FROM region_neighbour n
LEFT JOIN region_neighbour m
  ON m.level = n.level AND m.region_id = n.neighbour AND m.neighbour = n.region_id
WHERE m.neighbour IS NULL OR n.neighbour = n.region_id
