-- law: every-day-has-its-row
-- says: Every source with maps has a row in map_day for each day from the first map of any source to the last of any.
-- reads: map_day, snapshot
WITH span AS (
  SELECT MIN(map_date) AS first_day, MAX(map_date) AS last_day FROM snapshot
),
days AS (
  SELECT source_id, MIN(day) AS first_day, MAX(day) AS last_day, COUNT(*) AS days FROM map_day GROUP BY source_id
),
sources AS (
  SELECT DISTINCT source_id FROM snapshot
)
SELECT COALESCE(s.source_id, d.source_id) AS source_id, d.first_day, span.first_day AS expected_first_day, d.last_day,
  span.last_day AS expected_last_day, d.days
FROM sources s
  FULL OUTER JOIN days d ON d.source_id = s.source_id
  CROSS JOIN span
WHERE s.source_id IS NULL OR d.source_id IS NULL
  OR d.first_day <> span.first_day OR d.last_day <> span.last_day
  OR d.first_day + CAST(d.days - 1 AS INT) <> d.last_day
