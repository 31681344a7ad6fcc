-- law: comparison-ends-are-whole
-- says: Each end of a comparison has its figure with both ends, one of a claim's open or not, or none, in the unit of its quantity, in square miles
--   where it is an area, and over its days; its words are known ones.
-- reads: comparison
WITH ends AS (
  SELECT comparison_id, 'left' AS side_of,
    left_kind AS kind, left_reference AS reference, left_side AS side, left_region_id AS region_id,
    left_level AS level, left_region_name AS region_name, left_quantity_type AS quantity_type,
    left_layer_set AS layer_set,
    left_first_day AS first_day, left_last_day AS last_day, CAST(left_inferred AS STRING) AS inferred,
    left_days AS days, left_coverage AS coverage, left_reckoned_in AS reckoned_in, left_low AS low,
    left_value AS value, left_high AS high, left_km2 AS km2, left_sq_mi AS sq_mi, left_per_day AS per_day
  FROM comparison
  UNION ALL
  SELECT comparison_id, 'right' AS side_of,
    right_kind AS kind, right_reference AS reference, right_side AS side, right_region_id AS region_id,
    right_level AS level, right_region_name AS region_name, right_quantity_type AS quantity_type,
    right_layer_set AS layer_set,
    right_first_day AS first_day, right_last_day AS last_day, CAST(right_inferred AS STRING) AS inferred,
    right_days AS days, right_coverage AS coverage, right_reckoned_in AS reckoned_in, right_low AS low,
    right_value AS value, right_high AS high, right_km2 AS km2, right_sq_mi AS sq_mi, right_per_day AS per_day
  FROM comparison
)
SELECT comparison_id, side_of, finding
FROM (
  SELECT comparison_id, side_of,
    CASE
      WHEN comparison_id IS NULL OR kind IS NULL OR reference IS NULL OR side IS NULL OR region_id IS NULL
        OR level IS NULL OR region_name IS NULL OR quantity_type IS NULL OR layer_set IS NULL OR last_day IS NULL
        OR inferred IS NULL OR coverage IS NULL OR reckoned_in IS NULL THEN 'a value is missing'
      WHEN kind NOT IN ('claim', 'measurement') THEN 'kind is no known word'
      WHEN coverage NOT IN ('full', 'partial', 'none') THEN 'coverage is no known word'
      WHEN quantity_type NOT IN ('control_stock', 'gross_gain', 'gross_loss', 'net_change', 'rate_per_day',
        'advance_distance', 'settlement_count') THEN 'quantity_type is no known word'
      WHEN inferred NOT IN ('[]', '[first_day]', '[last_day]', '[first_day, last_day]', '[as_of]')
        THEN 'inferred has other words than first_day, last_day and as_of'
      WHEN first_day > last_day THEN 'the last day is before the first'
      WHEN reckoned_in <> CASE quantity_type WHEN 'advance_distance' THEN 'km' WHEN 'settlement_count' THEN 'count'
        ELSE 'km2' END THEN 'reckoned_in is not the unit of the quantity'
      WHEN value IS NULL AND (low IS NOT NULL OR high IS NOT NULL) OR low > value OR value > high
        OR value IS NOT NULL AND (low IS NULL AND high IS NULL OR kind = 'measurement' AND (low IS NULL OR high IS NULL))
        THEN 'the figure has not both ends, one on each side'
      WHEN km2 IS DISTINCT FROM CASE WHEN reckoned_in = 'km2' THEN value END
        OR sq_mi IS DISTINCT FROM km2 / 2.589988110336E0 THEN 'km2 and sq_mi do not follow from the figure'
      WHEN per_day IS DISTINCT FROM
        CASE WHEN quantity_type = 'rate_per_day' THEN value WHEN days > 0 THEN value / days END
        THEN 'per_day does not follow from figure and days'
    END AS finding
  FROM ends
) checked
WHERE finding IS NOT NULL
