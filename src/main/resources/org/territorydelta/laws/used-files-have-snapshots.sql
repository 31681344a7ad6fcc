-- law: used-files-have-snapshots
-- says: Files that are used or superseded have snapshots, no other file has, and every snapshot is of a file that was
--   read.
-- reads: snapshot, input_file
WITH shown AS (
  SELECT DISTINCT source_id, file AS path FROM snapshot
)
SELECT COALESCE(f.source_id, s.source_id) AS source_id, COALESCE(f.path, s.path) AS path, f.role,
  s.path IS NOT NULL AS has_snapshot
FROM input_file f
  FULL OUTER JOIN shown s ON s.source_id = f.source_id AND s.path = f.path
WHERE f.path IS NULL OR (f.role IN ('used', 'superseded')) <> (s.path IS NOT NULL)
