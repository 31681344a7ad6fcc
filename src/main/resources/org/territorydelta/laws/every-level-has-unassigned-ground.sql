-- law: every-level-has-unassigned-ground
-- says: The whole map is the region ALL of level -1, every other level has UNASSIGNED, and every
--   country of the lowest level has a row.
-- reads: region
SELECT needed.level, needed.region_id
FROM (
  SELECT -1 AS level, 'ALL' AS region_id
  UNION
  SELECT level, 'UNASSIGNED' FROM region WHERE level <> -1
  UNION
  SELECT 0, country FROM region WHERE country IS NOT NULL AND level = (
    SELECT MIN(level) FROM region WHERE level > 0)
) needed
LEFT JOIN region r ON r.level = needed.level AND r.region_id = needed.region_id
WHERE r.region_id IS NULL
UNION ALL
SELECT level, region_id FROM region
WHERE level < -1 OR (level = -1) <> (region_id = 'ALL')
