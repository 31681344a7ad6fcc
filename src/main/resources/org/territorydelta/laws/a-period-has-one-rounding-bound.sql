-- law: a-period-has-one-rounding-bound
-- says: All figures of a period of a source have the same rounding bound.
-- reads: area_delta_m2
SELECT source_id, period_kind, period_id, MIN(rounding_bound_m2) AS least_m2,
       MAX(rounding_bound_m2) AS most_m2
FROM area_delta_m2
GROUP BY source_id, period_kind, period_id
HAVING MIN(rounding_bound_m2) <> MAX(rounding_bound_m2) OR MIN(rounding_bound_m2) < 0
