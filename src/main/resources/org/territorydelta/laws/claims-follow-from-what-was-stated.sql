-- law: claims-follow-from-what-was-stated
-- says: A claim's words are known ones, its number is written as one, in a unit of its quantity and below zero only
--   where that has a sign, and its digits, values and interval follow from number, unit and qualifier.
-- reads: claim_assessment, reproduction
WITH claims AS (
  SELECT 'claim_assessment' AS table_name, claim_id, group_id, claimant, claimant_role, statement_date, stated_where,
    side, region_id, level, region_name, country, denominator_km2, includes_contested, verified, quantity_type, stated,
    value_low, value_high, unit, significant_digits, qualifier, first_day, last_day,
    CAST(inferred AS STRING) AS inferred, reckoned_in, claimed_low, claimed_value, claimed_high
  FROM claim_assessment
  UNION
  SELECT 'reproduction' AS table_name, claim_id, group_id, claimant, claimant_role, statement_date, stated_where,
    side, region_id, level, region_name, country, denominator_km2, includes_contested, verified, quantity_type, stated,
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
    CAST(CONCAT('1E', CAST(CASE WHEN REPLACE(low_digits, '0', '') = '' THEN low_place
      ELSE low_place + LENGTH(low_digits) - LENGTH(TRIM(TRAILING '0' FROM low_digits)) END AS STRING)) AS DOUBLE)
      AS low_unit,
    CAST(CONCAT('1E', CAST(CASE WHEN REPLACE(high_digits, '0', '') = '' THEN high_place
      ELSE high_place + LENGTH(high_digits) - LENGTH(TRIM(TRAILING '0' FROM high_digits)) END AS STRING)) AS DOUBLE)
      AS high_unit,
    CASE LENGTH(TRIM(BOTH '0' FROM low_digits)) WHEN 0 THEN 5E-2 WHEN 1 THEN 5E-2 WHEN 2 THEN 5E-2 WHEN 3 THEN 2E-2
      ELSE 5E-3 END AS low_share,
    CASE LENGTH(TRIM(BOTH '0' FROM high_digits)) WHEN 0 THEN 5E-2 WHEN 1 THEN 5E-2 WHEN 2 THEN 5E-2 WHEN 3 THEN 2E-2
      ELSE 5E-3 END AS high_share,
    GREATEST(LENGTH(TRIM(LEADING '0' FROM low_digits)), LENGTH(TRIM(LEADING '0' FROM high_digits)), 1) AS digits,
    CASE quantity_type WHEN 'advance_distance' THEN 'km' WHEN 'settlement_count' THEN 'count' ELSE 'km2'
      END AS dimension,
    CASE unit WHEN 'mi' THEN 'km' WHEN 'km' THEN 'km' WHEN 'count' THEN 'count' ELSE 'km2' END AS unit_dimension,
    CASE unit WHEN 'sq_mi' THEN 2.589988110336E0 WHEN 'ha' THEN 1E-2 WHEN 'percent' THEN denominator_km2 * 1E-2
      WHEN 'mi' THEN 1.609344E0 ELSE 1E0 END AS factor
  FROM digits
),
intervals AS (
  SELECT *,
    CASE
      WHEN qualifier = 'exact' THEN low - low_half
      WHEN qualifier = 'not stated' THEN low - LEAST(low_unit / 2, GREATEST(5E-2 * ABS(low), low_half))
      WHEN qualifier = 'about' THEN low - GREATEST(LEAST(GREATEST(low_unit / 2, low_share * ABS(low)), 5E-2 * ABS(low)),
        low_half)
      WHEN qualifier IN ('more than', 'at least') THEN CASE WHEN low < 0 THEN NULL ELSE low END
      WHEN qualifier IN ('less than', 'up to', 'as many as', 'at most') THEN LEAST(low, 0E0)
      WHEN qualifier = 'between' THEN low
      ELSE CASE WHEN low > 0 THEN low - LEAST(low_unit, 1E-1 * ABS(low)) ELSE low END END AS least,
    CASE
      WHEN qualifier = 'exact' THEN high + high_half
      WHEN qualifier = 'not stated' THEN high + LEAST(high_unit / 2, GREATEST(5E-2 * ABS(high), high_half))
      WHEN qualifier = 'about' THEN high + GREATEST(LEAST(GREATEST(high_unit / 2, high_share * ABS(high)),
        5E-2 * ABS(high)), high_half)
      WHEN qualifier IN ('more than', 'at least') THEN CASE WHEN high < 0 THEN high ELSE NULL END
      WHEN qualifier IN ('less than', 'up to', 'as many as', 'at most') THEN GREATEST(high, 0E0)
      WHEN qualifier = 'between' THEN high
      ELSE CASE WHEN high < 0 THEN high + LEAST(high_unit, 1E-1 * ABS(high)) ELSE high END END AS most
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
      WHEN qualifier NOT IN ('exact', 'not stated', 'about', 'more than', 'at least', 'less than', 'up to', 'as many as',
        'at most', 'between', 'almost')
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
