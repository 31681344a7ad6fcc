-- law: every-snapshot-has-its-rules
-- says: Every snapshot with any polygon has rows in rule_match, by map date, file date, content hash and file.
-- reads: snapshot, rule_match
SELECT s.source_id, s.map_date, s.file_date, s.content_hash, s.file, s.polygons
FROM snapshot s
  LEFT JOIN (
    SELECT DISTINCT source_id, map_date, file_date, content_hash, file FROM rule_match
  ) r ON r.source_id = s.source_id AND r.map_date = s.map_date AND r.file_date = s.file_date
    AND r.content_hash = s.content_hash AND r.file = s.file
WHERE s.polygons > 0 AND r.file IS NULL
