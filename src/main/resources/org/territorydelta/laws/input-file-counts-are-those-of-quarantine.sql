-- law: input-file-counts-are-those-of-quarantine
-- says: Polygons rejected and ignored are as many as quarantine and the rules have, and whatever failed or was set
--   aside is in quarantine, failed files alone among the failed.
-- reads: input_file, quarantine, input_file_rule
WITH rejections AS (
  SELECT source_id, file AS path,
    SUM(CASE WHEN outcome = 'rejected' THEN 1 ELSE 0 END) AS rejected,
    SUM(CASE WHEN outcome = 'file-failed' THEN 1 ELSE 0 END) AS failed,
    SUM(CASE WHEN outcome = 'set-aside' THEN 1 ELSE 0 END) AS set_aside
  FROM quarantine
  GROUP BY source_id, file
),
rules AS (
  SELECT source_id, path, SUM(parts) AS parts FROM input_file_rule GROUP BY source_id, path
),
counted AS (
  SELECT f.source_id, f.path, f.role, f.parts_rejected, f.parts_ignored,
    COALESCE(r.rejected, 0) AS rejected, COALESCE(r.failed, 0) AS failed, COALESCE(r.set_aside, 0) AS set_aside,
    COALESCE(i.parts, 0) AS ignored
  FROM input_file f
    LEFT JOIN rejections r ON r.source_id = f.source_id AND r.path = f.path
    LEFT JOIN rules i ON i.source_id = f.source_id AND i.path = f.path
)
SELECT source_id, path, role, parts_rejected, rejected AS expected_rejected, parts_ignored, ignored AS expected_ignored
FROM counted
WHERE (role = 'failed') <> (failed > 0)
  OR role = 'set-aside' AND set_aside = 0
  OR role <> 'failed' AND (parts_rejected <> rejected OR parts_ignored <> ignored)
