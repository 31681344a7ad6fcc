-- law: excluded-maps-are-left-out
-- says: The first and the last map of an excluded break are no snapshots, and every excluded file has a map of one.
-- reads: series_break, snapshot, input_file, rule_match
WITH excluded AS (
  SELECT source_id, map_date, last_map_date, kind, side, file, last_file FROM series_break WHERE excluded
),
maps AS (
  SELECT source_id, path, map_date FROM input_file WHERE role = 'excluded'
  UNION
  SELECT f.source_id, f.path, r.map_date
  FROM input_file f JOIN rule_match r ON r.source_id = f.source_id AND r.file = f.path
  WHERE f.role = 'excluded'
)
SELECT e.source_id, s.file AS path, s.map_date, CONCAT(e.kind, ' of ', e.side) AS finding
FROM excluded e
  JOIN snapshot s ON s.source_id = e.source_id
    AND (s.map_date = e.map_date AND s.file = e.file OR s.map_date = e.last_map_date AND s.file = e.last_file)
UNION ALL
SELECT m.source_id, m.path, MIN(m.map_date) AS map_date, 'in no excluded break' AS finding
FROM maps m
  LEFT JOIN excluded e ON e.source_id = m.source_id AND m.map_date BETWEEN e.map_date AND e.last_map_date
GROUP BY m.source_id, m.path
HAVING COUNT(e.source_id) = 0
