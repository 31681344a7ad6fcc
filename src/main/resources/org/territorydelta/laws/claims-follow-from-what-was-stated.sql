-- law: claims-follow-from-what-was-stated
-- says: A claim's words are known ones, its number is written as one, in a unit of its quantity and below zero only
--   where that has a sign, and its digits, values and interval follow from number, unit and qualifier.
-- reads: claim_assessment, reproduction
WITH claims AS (
  SELECT 'claim_assessment' AS table_name, claim_id, group_id, claimant, claimant_role, statement_date, stated_where,
    side, region_id, level, region_name, country, region_area_km2, includes_contested, verified, quantity_type, stated,
    value_low, value_high, unit, significant_digits, qualifier, first_day, last_day,
    CAST(inferred AS STRING) AS inferred, reckoned_in, claimed_low, claimed_value, claimed_high
  FROM claim_assessment
  UNION
  SELECT 'reproduction' AS table_name, claim_id, group_id, claimant, claimant_role, statement_date, stated_where,
    side, region_id, level, region_name, country, region_area_km2, includes_contested, verified, quantity_type, stated,
    value_low, value_high, unit, significant_digits, qualifier, first_day, last_day,
    CAST(inferred AS STRING) AS inferred, reckoned_in, claimed_low, claimed_value, claimed_high
  FROM reproduction
),
texts AS (
  SELECT *,
    REGEXP_EXTRACT(stated,
      '^-?(0|[1-9][0-9]*)([.][0-9]+)?(E[+-][1-9][0-9]*)?( to -?(0|[1-9][0-9]*)([.][0-9]+)?(E[+-][1-9][0-9]*)?)?$', 0)
      AS number,
    SPLIT_PART(stated, ' to ', 1) AS low_text,
    CASE WHEN SPLIT_PART(stated, ' to ', 2) = '' THEN SPLIT_PART(stated, ' to ', 1) ELSE SPLIT_PART(stated, ' to ', 2)
      END AS high_text
  FROM claims
),
digits AS (
  SELECT *,
    REPLACE(REPLACE(SPLIT_PART(low_text, 'E', 1), '.', ''), '-', '') AS low_digits,
    REPLACE(REPLACE(SPLIT_PART(high_text, 'E', 1), '.', ''), '-', '') AS high_digits,
    CASE WHEN SPLIT_PART(low_text, 'E', 2) = '' THEN 0 ELSE TRY_CAST(SPLIT_PART(low_text, 'E', 2) AS INT) END
      - LENGTH(SPLIT_PART(SPLIT_PART(low_text, 'E', 1), '.', 2)) AS low_place,
    CASE WHEN SPLIT_PART(high_text, 'E', 2) = '' THEN 0 ELSE TRY_CAST(SPLIT_PART(high_text, 'E', 2) AS INT) END
      - LENGTH(SPLIT_PART(SPLIT_PART(high_text, 'E', 1), '.', 2)) AS high_place
  FROM texts
  WHERE number = stated AND number <> ''
),
numbers AS (
  SELECT *,
    CAST(low_text AS DOUBLE) AS low, CAST(high_text AS DOUBLE) AS high,
    CAST(CONCAT('1E', CAST(low_place AS STRING)) AS DOUBLE) / 2 AS low_half,
    CAST(CONCAT('1E', CAST(high_place AS STRING)) AS DOUBLE) / 2 AS high_half,
    GREATEST(LENGTH(TRIM(LEADING '0' FROM low_digits)), LENGTH(TRIM(LEADING '0' FROM high_digits)), 1) AS digits,
    CASE quantity_type WHEN 'advance_distance' THEN 'km' WHEN 'settlement_count' THEN 'count' ELSE 'km2'
      END AS dimension,
    CASE unit WHEN 'mi' THEN 'km' WHEN 'km' THEN 'km' WHEN 'count' THEN 'count' ELSE 'km2' END AS unit_dimension,
    CASE unit WHEN 'sq_mi' THEN 2.589988110336E0 WHEN 'ha' THEN 1E-2 WHEN 'percent' THEN region_area_km2 * 1E-2
      WHEN 'mi' THEN 1.609344E0 ELSE 1E0 END AS factor
  FROM digits
),
intervals AS (
  SELECT *,
    CASE qualifier
      WHEN 'exact' THEN low - low_half
      WHEN 'about' THEN low - GREATEST(low_half, 5E-2 * ABS(low))
      WHEN 'more than' THEN LEAST(low, low * 1.1E0)
      WHEN 'at least' THEN LEAST(low, low * 1.1E0)
      ELSE LEAST(low, low * 9E-1) END AS least,
    CASE qualifier
      WHEN 'exact' THEN high + high_half
      WHEN 'about' THEN high + GREATEST(high_half, 5E-2 * ABS(high))
      WHEN 'more than' THEN GREATEST(high, high * 1.1E0)
      WHEN 'at least' THEN GREATEST(high, high * 1.1E0)
      ELSE GREATEST(high, high * 9E-1) END AS most
  FROM numbers
)
SELECT claim_id, table_name, finding
FROM (
  SELECT claim_id, table_name,
    CASE
      WHEN claim_id IS NULL OR group_id IS NULL OR claimant IS NULL OR claimant_role IS NULL OR statement_date IS NULL
        OR stated_where IS NULL OR side IS NULL OR region_id IS NULL OR level IS NULL OR region_name IS NULL
        OR includes_contested IS NULL OR verified IS NULL OR quantity_type IS NULL OR value_low IS NULL
        OR value_high IS NULL OR unit IS NULL OR significant_digits IS NULL OR qualifier IS NULL OR last_day IS NULL
        OR inferred IS NULL OR reckoned_in IS NULL THEN 'a value is missing'
      WHEN includes_contested NOT IN ('yes', 'no', '') THEN 'includes_contested is no known word'
      WHEN quantity_type NOT IN ('control_stock', 'gross_gain', 'gross_loss', 'net_change', 'rate_per_day',
        'advance_distance', 'settlement_count') THEN 'quantity_type is no known word'
      WHEN unit NOT IN ('km2', 'sq_mi', 'ha', 'percent', 'km', 'mi', 'count') THEN 'unit is no known word'
      WHEN qualifier NOT IN ('exact', 'about', 'more than', 'at least', 'less than', 'almost')
        THEN 'qualifier is no known word'
      WHEN inferred NOT IN ('[]', '[first_day]', '[last_day]', '[first_day, last_day]', '[as_of]')
        THEN 'inferred has other words than first_day, last_day and as_of'
      WHEN first_day > last_day THEN 'the last day is before the first'
      WHEN unit_dimension <> dimension THEN 'the unit is not one of the quantity'
      WHEN reckoned_in <> dimension THEN 'reckoned_in is not the unit of the quantity'
      WHEN low > high THEN 'the numbers are in another order'
      WHEN low < 0 AND quantity_type NOT IN ('net_change', 'rate_per_day') THEN 'the quantity cannot be below zero'
      WHEN value_low <> low OR value_high <> high THEN 'value_low and value_high are not the number that was stated'
      WHEN significant_digits <> digits THEN 'significant_digits are not those of the number that was stated'
      WHEN claimed_low IS DISTINCT FROM least * factor
        OR claimed_value IS DISTINCT FROM ((low + high) / 2) * factor
        OR claimed_high IS DISTINCT FROM most * factor
        THEN 'the interval does not follow from number, unit and qualifier'
    END AS finding
  FROM intervals
  UNION ALL
  SELECT claim_id, table_name, 'stated is no number' AS finding
  FROM texts
  WHERE number IS NULL OR number <> stated OR number = '' OR low_text = SPLIT_PART(stated, ' to ', 2)
) checked
WHERE finding IS NOT NULL
