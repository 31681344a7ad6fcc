-- law: current-snapshot-is-the-latest
-- says: Of the snapshots of one map date the latest by file date, then by its time of day, then by content hash and
--   path is current, and no other.
-- reads: snapshot
WITH ranked AS (
  SELECT source_id, map_date, file_date, content_hash, current,
    ROW_NUMBER() OVER (
      PARTITION BY source_id, map_date
      ORDER BY file_date DESC, file_time DESC NULLS LAST, content_hash DESC, file DESC) AS place
  FROM snapshot
)
SELECT source_id, map_date, file_date, content_hash, current, place = 1 AS expected_current
FROM ranked
WHERE current <> (place = 1)
