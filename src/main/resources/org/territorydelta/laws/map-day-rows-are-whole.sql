-- law: map-day-rows-are-whole
-- says: Every day of a source has one row, its map is as stale as the days between, and it is mapped by the map of that
--   very day and missing without any map or with one staler than those that are carried.
-- reads: map_day
WITH limits AS (
  SELECT MAX(CASE WHEN state = 'carried' THEN staleness_days END) AS stalest FROM map_day
)
SELECT source_id, day, finding
FROM (
  SELECT source_id, day,
    CASE
      WHEN source_id IS NULL OR day IS NULL OR state IS NULL THEN 'a value is missing'
      WHEN state NOT IN ('mapped', 'carried', 'missing') THEN 'state is no known word'
      WHEN (map_date IS NULL) <> (staleness_days IS NULL) OR map_date + staleness_days <> day
        THEN 'map_date and staleness_days do not lead to the day'
      WHEN staleness_days < 0 THEN 'the map is of a later day'
      WHEN (state = 'mapped') <> (COALESCE(staleness_days, -1) = 0)
        OR state = 'carried' AND map_date IS NULL
        OR state = 'missing' AND staleness_days <= stalest THEN 'the state does not go with the staleness'
      WHEN COUNT(*) OVER (PARTITION BY source_id, day) > 1 THEN 'there is another row of its key'
    END AS finding
  FROM map_day CROSS JOIN limits
) checked
WHERE finding IS NOT NULL
