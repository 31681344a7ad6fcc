-- law: rules-take-every-polygon-once
-- says: Of every file of maps the polygons its rules gave to holders are parts_used, those they ignored and rejected
--   are among parts_ignored and parts_rejected, and every file of rule_match is one.
-- reads: rule_match, input_file
WITH sums AS (
  SELECT source_id, file AS path,
    SUM(CASE WHEN outcome = 'held' THEN polygons ELSE 0 END) AS held,
    SUM(CASE WHEN outcome = 'ignored' THEN polygons ELSE 0 END) AS ignored,
    SUM(CASE WHEN outcome = 'rejected' THEN polygons ELSE 0 END) AS rejected
  FROM rule_match
  GROUP BY source_id, file
),
files AS (
  SELECT source_id, path, parts_used, parts_ignored, parts_rejected FROM input_file WHERE role <> 'report'
)
SELECT COALESCE(f.source_id, s.source_id) AS source_id, COALESCE(f.path, s.path) AS path,
  f.parts_used, COALESCE(s.held, 0) AS expected_used,
  f.parts_ignored, COALESCE(s.ignored, 0) AS least_ignored,
  f.parts_rejected, COALESCE(s.rejected, 0) AS least_rejected
FROM files f
  FULL OUTER JOIN sums s ON s.source_id = f.source_id AND s.path = f.path
WHERE f.path IS NULL
  OR f.parts_used <> COALESCE(s.held, 0)
  OR f.parts_ignored < COALESCE(s.ignored, 0)
  OR f.parts_rejected < COALESCE(s.rejected, 0)
