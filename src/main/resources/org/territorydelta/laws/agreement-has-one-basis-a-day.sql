-- law: agreement-has-one-basis-a-day
-- says: Two sources have as many compared days in all rows of a month, and one rounding bound in all rows of a day.
-- reads: source_agreement
SELECT source_a, source_b, SUBSTRING(CAST(day AS STRING), 1, 7) AS time, 'compared_days' AS figure,
  MIN(CAST(compared_days AS DOUBLE)) AS least, MAX(CAST(compared_days AS DOUBLE)) AS most
FROM source_agreement
GROUP BY source_a, source_b, SUBSTRING(CAST(day AS STRING), 1, 7)
HAVING MIN(compared_days) <> MAX(compared_days)
UNION ALL
SELECT source_a, source_b, CAST(day AS STRING) AS time, 'rounding_bound_km2' AS figure,
  MIN(rounding_bound_km2) AS least, MAX(rounding_bound_km2) AS most
FROM source_agreement
GROUP BY source_a, source_b, CAST(day AS STRING)
HAVING MIN(rounding_bound_km2) <> MAX(rounding_bound_km2)
