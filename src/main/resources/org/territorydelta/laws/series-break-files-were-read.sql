-- law: series-break-files-were-read
-- says: Every file that a break names is in input_file.
-- reads: series_break, input_file
WITH named AS (
  SELECT source_id, map_date, kind, side, opening_file AS path FROM series_break WHERE opening_file IS NOT NULL
  UNION ALL
  SELECT source_id, map_date, kind, side, file AS path FROM series_break
  UNION ALL
  SELECT source_id, map_date, kind, side, last_file AS path FROM series_break
)
SELECT DISTINCT n.source_id, n.map_date, n.kind, n.side, n.path
FROM named n
  LEFT JOIN input_file f ON f.source_id = n.source_id AND f.path = n.path
WHERE f.path IS NULL
