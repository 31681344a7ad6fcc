-- law: latest-map-stands-for-a-day
-- says: The latest map up to a day stands for it.
-- reads: map_day, snapshot
WITH marks AS (
  SELECT source_id, day, map_date, CAST(NULL AS DATE) AS shown, 1 AS is_day FROM map_day
  UNION ALL
  SELECT source_id, map_date AS day, CAST(NULL AS DATE) AS map_date, map_date AS shown, 0 AS is_day
  FROM snapshot
  WHERE current
),
expected AS (
  SELECT source_id, day, map_date, is_day,
    MAX(shown) OVER (
      PARTITION BY source_id ORDER BY day RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS latest
  FROM marks
)
SELECT source_id, day, map_date, latest AS expected_map_date
FROM expected
WHERE is_day = 1 AND map_date IS DISTINCT FROM latest
