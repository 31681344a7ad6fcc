-- law: a-band-is-given-where-both-ends-are-known
-- says: Months and longer and named periods have a band, unless a break parts the two maps or
--   the map at an end is too old; days and weeks have none.
-- reads: area_delta_m2, standing_map
SELECT d.source_id, d.side, d.layer_set, d.level, d.region_id, d.period_kind, d.period_id,
       d.band_lag_days, d.coverage, d.parted_by_break,
       o.map_date AS map_of_opening_day, c.map_date AS map_of_closing_day
FROM area_delta_m2 d
LEFT JOIN standing_map o ON o.source_id = d.source_id AND o.day = d.first_day - 1
LEFT JOIN standing_map c ON c.source_id = d.source_id AND c.day = d.last_day
WHERE (d.band_lag_days IS NOT NULL) <> (
  d.period_kind NOT IN ('day', 'week')
  AND NOT d.parted_by_break
  AND (d.coverage = 'full'
       OR (d.opening_staleness_days < 0 OR o.map_date IS NOT NULL) AND c.map_date IS NOT NULL))
