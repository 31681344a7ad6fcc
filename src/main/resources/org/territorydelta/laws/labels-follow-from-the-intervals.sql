-- law: labels-follow-from-the-intervals
-- says: A claim's label follows from its interval, the measured one widened by the spread of sources, the coverage and
--   what makes it unverifiable, unless another claim has taken its place.
-- reads: claim_assessment
WITH measured AS (
  SELECT claim_id, source_id, layer_set, known, label, coverage, quantity_type, claimed_value,
    CASE WHEN claimed_value IS NULL THEN NULL ELSE COALESCE(claimed_low, -1E300) END AS claimed_low,
    CASE WHEN claimed_value IS NULL THEN NULL ELSE COALESCE(claimed_high, 1E300) END AS claimed_high,
    measured_value IS NOT NULL AS is_whole,
    ARRAY_CONTAINS(reasons, 'PERIOD_NOT_STATED') OR ARRAY_CONTAINS(reasons, 'BELOW_SEVEN_DAYS')
      OR ARRAY_CONTAINS(reasons, 'PLACES') AS is_silent,
    ARRAY_CONTAINS(reasons, 'BASE') AS is_apart,
    quantity_type = 'control_stock' AND ABS(claimed_value - COALESCE(measured_value, covered_value))
      <= 1E-3 * ABS(COALESCE(measured_value, covered_value)) AS is_same_stock,
    COALESCE(measured_low, covered_low) - source_spread AS low,
    COALESCE(measured_high, covered_high) + source_spread AS high,
    COALESCE(measured_low, covered_low) - source_spread_wide AS wide_low,
    COALESCE(measured_high, covered_high) + source_spread_wide AS wide_high,
    CASE quantity_type WHEN 'rate_per_day' THEN 5E-1 WHEN 'advance_distance' THEN 2E-1 WHEN 'settlement_count' THEN 1E0
      ELSE 15E0 END AS near_zero
  FROM claim_assessment
),
sides AS (
  SELECT *,
    CASE WHEN claimed_low > high + 1E-6 THEN 'HIGH' WHEN claimed_high < low - 1E-6 THEN 'LOW' END AS side,
    CASE WHEN claimed_low > high + 1E-6 THEN claimed_low ELSE claimed_high END AS claimed_end,
    CASE WHEN claimed_low > high + 1E-6 THEN wide_high ELSE wide_low END AS measured_end,
    CASE WHEN claimed_low > high + 1E-6 THEN claimed_low <= wide_high + 1E-6 ELSE claimed_high >= wide_low - 1E-6 END
      AS is_within
  FROM measured
),
compared AS (
  SELECT *,
    CASE
      WHEN side IS NULL OR is_same_stock THEN 'CONSISTENT'
      WHEN is_within THEN side
      WHEN ABS(measured_end) < near_zero THEN
        CASE WHEN ABS(claimed_end - measured_end) > 5E-1 * near_zero THEN CONCAT('STRONGLY_', side) ELSE side END
      WHEN claimed_end * measured_end < 0 THEN 'WRONG_SIGN'
      WHEN GREATEST(ABS(claimed_end), ABS(measured_end)) > 15E-1 * LEAST(ABS(claimed_end), ABS(measured_end))
        THEN CONCAT('STRONGLY_', side)
      ELSE side
    END AS compared_label
  FROM sides
),
expected AS (
  SELECT *,
    CASE
      WHEN is_apart THEN 'NOT_COMPARABLE'
      WHEN is_silent THEN 'UNVERIFIABLE'
      WHEN is_whole THEN compared_label
      WHEN quantity_type IN ('gross_gain', 'gross_loss') AND low IS NOT NULL
        AND compared_label IN ('LOW', 'STRONGLY_LOW') THEN compared_label
      ELSE 'UNVERIFIABLE'
    END AS expected_label
  FROM compared
)
SELECT claim_id, source_id, layer_set, known, label,
  CASE WHEN coverage IS NULL THEN 'NOT_COMPARABLE or UNKNOWN' ELSE expected_label END AS expected_label
FROM expected
WHERE label IS NULL
  OR label <> 'SUPERSEDED' AND (
    coverage IS NULL AND label NOT IN ('NOT_COMPARABLE', 'UNKNOWN')
    OR coverage IS NOT NULL AND (claimed_value IS NULL OR label <> expected_label))
