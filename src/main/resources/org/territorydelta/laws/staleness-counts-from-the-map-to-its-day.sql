-- law: staleness-counts-from-the-map-to-its-day
-- says: A period opens with the map of the day before it and closes with that of its last day;
--   staleness counts the days from map to day, observed_days those from map to map.
-- reads: area_delta
SELECT source_id, side, layer_set, level, region_id, period_kind, period_id, first_day, last_day,
       opening_map_date, opening_staleness_days,
       closing_map_date, closing_staleness_days, observed_days
FROM area_delta
WHERE (opening_map_date IS NULL) <> (opening_staleness_days IS NULL)
   OR (closing_map_date IS NULL) <> (closing_staleness_days IS NULL)
   OR (observed_days IS NULL) <> (opening_map_date IS NULL OR closing_map_date IS NULL)
   OR opening_map_date + opening_staleness_days <> first_day - 1
   OR closing_map_date + closing_staleness_days <> last_day
   OR opening_map_date + observed_days <> closing_map_date
   OR closing_staleness_days < 0
   OR coverage = 'full' AND opening_staleness_days < 0
   OR coverage <> 'none' AND observed_days IS NULL
   OR coverage = 'partial' AND observed_days = 0
