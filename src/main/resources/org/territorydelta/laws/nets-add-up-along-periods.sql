-- law: nets-add-up-along-periods
-- says: Every period that opens or closes with a map has the same ground there, so nets add up
--   along consecutive periods.
-- reads: area_delta_m2
SELECT source_id, side, layer_set, level, region_id, map_date, MIN(ground_m2) AS least_m2,
       MAX(ground_m2) AS most_m2
FROM (
  SELECT source_id, side, layer_set, level, region_id, opening_map_date AS map_date,
         opening_m2 AS ground_m2
  FROM area_delta_m2
  UNION ALL
  SELECT source_id, side, layer_set, level, region_id, closing_map_date, closing_m2 FROM
         area_delta_m2
) ends
GROUP BY source_id, side, layer_set, level, region_id, map_date
HAVING MIN(ground_m2) <> MAX(ground_m2)
