-- law: a-period-has-the-days-of-its-kind-and-id
-- says: First and last day of a period follow from its kind and id; both are of the period, and
--   days counts them.
-- reads: area_delta, snapshot
SELECT d.source_id, d.side, d.layer_set, d.level, d.region_id, d.period_kind, d.period_id,
       d.first_day, d.last_day, d.days
FROM area_delta d
LEFT JOIN (
  SELECT source_id, MIN(map_date) AS first_map, MAX(map_date) AS last_map
  FROM snapshot WHERE current GROUP BY source_id
) s ON s.source_id = d.source_id
WHERE d.days < 1
   OR d.first_day + (d.days - 1) <> d.last_day
   OR NOT CASE d.period_kind
     WHEN 'day' THEN d.days = 1 AND d.period_id = CAST(d.first_day AS STRING)
     WHEN 'week' THEN d.days = 7
       AND EXTRACT(WEEK FROM d.first_day) = EXTRACT(WEEK FROM d.last_day)
       AND d.period_id = CONCAT(EXTRACT(YEAR FROM d.first_day + 3), '-W',
         LPAD(CAST(EXTRACT(WEEK FROM d.first_day) AS STRING), 2, '0'))
     WHEN 'month' THEN EXTRACT(DAY FROM d.first_day) = 1
       AND EXTRACT(MONTH FROM d.first_day) = EXTRACT(MONTH FROM d.last_day)
       AND EXTRACT(DAY FROM d.last_day + 1) = 1 AND d.days <= 31
       AND d.period_id = SUBSTRING(CAST(d.first_day AS STRING), 1, 7)
     WHEN 'quarter' THEN EXTRACT(DAY FROM d.first_day) = 1
       AND EXTRACT(DAY FROM d.last_day + 1) = 1 AND d.days BETWEEN 90 AND 92
       AND EXTRACT(QUARTER FROM d.first_day) = EXTRACT(QUARTER FROM d.last_day)
       AND d.period_id = CONCAT(EXTRACT(YEAR FROM d.first_day), '-Q',
         EXTRACT(QUARTER FROM d.first_day))
     WHEN 'year' THEN CAST(d.first_day AS STRING) = CONCAT(d.period_id, '-01-01')
       AND CAST(d.last_day AS STRING) = CONCAT(d.period_id, '-12-31')
     WHEN 'rolling-28-day' THEN d.days = 28 AND d.period_id = CAST(d.last_day AS STRING)
     WHEN 'all' THEN d.period_id = 'all' AND d.first_day = s.first_map + 1
       AND d.last_day = s.last_map
     WHEN 'named' THEN TRUE
     ELSE FALSE
   END
