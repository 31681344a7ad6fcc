-- law: a-map-has-one-rounding-bound
-- says: All areas of a map have the same rounding bound.
-- reads: control_area
SELECT source_id, map_date, file_date, content_hash, MIN(rounding_bound_km2) AS least_km2,
       MAX(rounding_bound_km2) AS most_km2
FROM control_area
GROUP BY source_id, map_date, file_date, content_hash
HAVING MIN(rounding_bound_km2) <> MAX(rounding_bound_km2) OR MIN(rounding_bound_km2) < 0
