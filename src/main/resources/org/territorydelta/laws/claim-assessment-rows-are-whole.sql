-- law: claim-assessment-rows-are-whole
-- says: Every claim has one row for a source, layer set and time of knowing, is measured by maps of all its days or of
--   a part, and its maps' ages, days, difference and ratio follow from what is beside them.
-- reads: claim_assessment
SELECT claim_id, source_id, layer_set, known, finding
FROM (
  SELECT claim_id, source_id, layer_set, known,
    CASE
      WHEN claim_id IS NULL OR source_id IS NULL OR layer_set IS NULL OR known IS NULL OR counted IS NULL
        OR label IS NULL OR reasons IS NULL OR measured_side IS NULL OR source_spread IS NULL THEN 'a value is missing'
      WHEN known NOT IN ('as_known_then', 'as_known_now') THEN 'known is no known word'
      WHEN coverage NOT IN ('full', 'partial', 'none') THEN 'coverage is no known word'
      WHEN (measured_low IS NULL) <> (measured_value IS NULL) OR (measured_high IS NULL) <> (measured_value IS NULL)
        OR (covered_low IS NULL) <> (covered_value IS NULL) OR (covered_high IS NULL) <> (covered_value IS NULL)
        THEN 'a measured number has not both ends'
      WHEN measured_low > measured_value OR measured_value > measured_high
        OR covered_low > covered_value OR covered_value > covered_high THEN 'a measured number lies outside its ends'
      WHEN (opening_map_date IS NULL) <> (opening_staleness_days IS NULL)
        OR (closing_map_date IS NULL) <> (closing_staleness_days IS NULL) THEN 'a map has only one of date and age'
      WHEN closing_map_date + closing_staleness_days <> last_day
        OR opening_map_date + opening_staleness_days + 1 <> first_day THEN 'a map''s age does not lead to its day'
      WHEN coverage IS NULL AND (opening_map_date IS NOT NULL OR closing_map_date IS NOT NULL
        OR measured_value IS NOT NULL OR covered_value IS NOT NULL OR opening_km2 IS NOT NULL
        OR adjusted_km2 IS NOT NULL OR source_spread_wide <> 0)
        THEN 'something was measured without any coverage'
      WHEN (claimed_days IS NULL) <> (first_day IS NULL) OR first_day + claimed_days - 1 <> last_day
        THEN 'claimed_days are not the days of the claim'
      WHEN (covered_days IS NULL) <> (opening_map_date IS NULL OR closing_map_date IS NULL)
        OR opening_map_date + covered_days <> closing_map_date THEN 'covered_days are not those between the maps'
      WHEN measured_value IS NOT NULL AND NOT ((coverage = 'full' OR adjusted_km2 IS NOT NULL)
        AND COALESCE(covered_days, 1) > 0)
        THEN 'the whole is measured without its maps'
      WHEN covered_value IS NOT NULL AND (coverage = 'full' OR adjusted_km2 IS NOT NULL) AND COALESCE(covered_days, 1) > 0
        THEN 'a part is measured by maps of the whole'
      WHEN adjusted_km2 IS NOT NULL AND (coverage <> 'partial' OR first_day IS NULL)
        THEN 'something is adjusted though the maps show the days'
      WHEN source_spread < 0 OR source_spread_wide IS NULL OR source_spread_wide < source_spread
        OR source_spread_wide > 0 AND (first_day IS NULL OR speaks_of_source = source_id)
        THEN 'source_spread is given where sources do not differ'
      WHEN reached_on < opening_map_date THEN 'reached_on is before the period'
      WHEN best_start IS NOT NULL AND NOT ARRAY_CONTAINS(inferred, 'first_day')
        THEN 'best_start is given though the first day is stated'
      WHEN opening_km2 <> ROUND(opening_km2 * 1000000) / 1000000
        THEN 'opening_km2 is no whole number of square metres'
      WHEN difference IS DISTINCT FROM claimed_value - measured_value THEN 'difference is not claimed less measured'
      WHEN ratio IS DISTINCT FROM CASE WHEN measured_value <> 0 THEN claimed_value / measured_value END
        THEN 'ratio is not claimed over measured'
      WHEN COUNT(*) OVER (PARTITION BY claim_id, source_id, layer_set, known) > 1 THEN 'there is another row of its key'
    END AS finding
  FROM claim_assessment
) checked
WHERE finding IS NOT NULL
