-- law: input-file-rows-are-whole
-- says: Every input file has one row, each feature and polygon of it is used, ignored or rejected, its role is a known
--   word, and it has a map date of its own where it holds one map.
-- reads: input_file
SELECT source_id, path, finding
FROM (
  SELECT source_id, path,
    CASE
      WHEN source_id IS NULL OR path IS NULL OR sha256 IS NULL OR bytes IS NULL OR maps IS NULL OR role IS NULL
        OR features_read IS NULL OR features_used IS NULL OR features_ignored IS NULL OR features_rejected IS NULL
        OR parts_read IS NULL OR parts_used IS NULL OR parts_ignored IS NULL OR parts_rejected IS NULL
        OR ignored_by_rule IS NULL THEN 'a value is missing'
      WHEN role NOT IN ('used', 'duplicate', 'superseded', 'excluded', 'set-aside', 'layer', 'failed', 'report')
        THEN 'role is no known word'
      WHEN features_read <> features_used + features_ignored + features_rejected
        THEN 'features_read is not the sum of used, ignored and rejected'
      WHEN parts_read <> parts_used + parts_ignored + parts_rejected
        THEN 'parts_read is not the sum of used, ignored and rejected'
      WHEN role <> 'failed' AND parts_read < features_read THEN 'a feature has no part'
      WHEN role <> 'failed' AND parts_used < features_used THEN 'a used feature has no used part'
      WHEN (map_date IS NULL) <> (maps <> 1) THEN 'map_date does not go with maps'
      WHEN maps = 0 AND (file_date IS NOT NULL OR file_time IS NOT NULL) THEN 'a file without maps has a date'
      WHEN COUNT(*) OVER (PARTITION BY source_id, path) > 1 THEN 'there is another row of its key'
    END AS finding
  FROM input_file
) checked
WHERE finding IS NOT NULL
