-- law: claims-are-summed-up
-- says: Every claim has one row that sums up the sources that tell it, of a publisher's figure about its own maps these
--   alone where there are any, and its label follows from its interval and the sources' range.
-- reads: claim_summary, claim_assessment
WITH telling AS (
  SELECT claim_id, source_id, speaks_of_source, measured_value, measured_low - source_spread AS low,
    measured_high + source_spread AS high, measured_low - source_spread_wide AS wide_low,
    measured_high + source_spread_wide AS wide_high,
    MAX(CASE WHEN speaks_of_source IS NULL OR speaks_of_source = source_id THEN 1 ELSE 0 END)
      OVER (PARTITION BY claim_id) AS has_own
  FROM claim_assessment
  WHERE known = 'as_known_now' AND measured_value IS NOT NULL
    AND label NOT IN ('NOT_COMPARABLE', 'UNVERIFIABLE', 'UNKNOWN', 'SUPERSEDED')
),
told AS (
  SELECT claim_id, MIN(measured_value) AS sources_low, MAX(measured_value) AS sources_high, MIN(low) AS range_low,
    MAX(high) AS range_high, MIN(wide_low) AS wide_low, MAX(wide_high) AS wide_high
  FROM telling
  WHERE has_own = 0 OR speaks_of_source IS NULL OR speaks_of_source = source_id
  GROUP BY claim_id
),
labels AS (
  SELECT claim_id, MAX(CASE WHEN label = 'SUPERSEDED' THEN 1 ELSE 0 END) AS superseded,
    MIN(CASE WHEN label = 'NOT_COMPARABLE' THEN 1 ELSE 0 END) AS apart
  FROM claim_assessment
  WHERE known = 'as_known_now'
  GROUP BY claim_id
),
ends AS (
  SELECT s.*, l.superseded, l.apart, t.sources_low AS expected_low, t.sources_high AS expected_high,
    t.range_low AS expected_range_low, t.range_high AS expected_range_high, t.wide_low AS expected_wide_low,
    t.wide_high AS expected_wide_high,
    COALESCE(s.claimed_low, -1E300) AS low, COALESCE(s.claimed_high, 1E300) AS high,
    CASE quantity_type WHEN 'rate_per_day' THEN 5E-1 WHEN 'advance_distance' THEN 2E-1 WHEN 'settlement_count' THEN 1E0
      ELSE 15E0 END AS near_zero
  FROM claim_summary s
    LEFT JOIN told t ON t.claim_id = s.claim_id
    LEFT JOIN labels l ON l.claim_id = s.claim_id
),
sides AS (
  SELECT *,
    CASE WHEN low > range_high + 1E-6 THEN 'HIGH' WHEN high < range_low - 1E-6 THEN 'LOW' END AS off,
    CASE WHEN low > range_high + 1E-6 THEN low ELSE high END AS claimed_end,
    CASE WHEN low > range_high + 1E-6 THEN wide_high ELSE wide_low END AS measured_end,
    CASE WHEN low > range_high + 1E-6 THEN low <= wide_high + 1E-6 ELSE high >= wide_low - 1E-6 END AS is_within
  FROM ends
),
expected AS (
  SELECT *,
    CASE
      WHEN superseded = 1 THEN 'SUPERSEDED'
      WHEN range_low IS NULL AND apart = 1 THEN 'NOT_COMPARABLE'
      WHEN range_low IS NULL THEN 'UNVERIFIABLE'
      WHEN off IS NULL OR quantity_type = 'control_stock'
        AND ABS(claimed_value - sources_value) <= 1E-3 * ABS(sources_value) THEN 'CONSISTENT'
      WHEN is_within THEN off
      WHEN ABS(measured_end) < near_zero THEN
        CASE WHEN ABS(claimed_end - measured_end) > 5E-1 * near_zero THEN CONCAT('STRONGLY_', off) ELSE off END
      WHEN claimed_end * measured_end < 0 THEN 'WRONG_SIGN'
      WHEN GREATEST(ABS(claimed_end), ABS(measured_end)) > 15E-1 * LEAST(ABS(claimed_end), ABS(measured_end))
        THEN CONCAT('STRONGLY_', off)
      ELSE off
    END AS expected_label
  FROM sides
)
SELECT claim_id, label, expected_label, sources_low, expected_low, sources_high, expected_high, range_low,
  expected_range_low, range_high, expected_range_high
FROM expected
WHERE label IS NULL OR label <> expected_label OR sources_low IS DISTINCT FROM expected_low
  OR sources_high IS DISTINCT FROM expected_high OR range_low IS DISTINCT FROM expected_range_low
  OR range_high IS DISTINCT FROM expected_range_high OR wide_low IS DISTINCT FROM expected_wide_low
  OR wide_high IS DISTINCT FROM expected_wide_high OR sources_value < sources_low OR sources_value > sources_high
  OR (sources_value IS NULL) <> (sources_low IS NULL) OR sentence IS NULL OR sources IS NULL OR superseded IS NULL
UNION ALL
SELECT a.claim_id, 'no row' AS label, NULL AS expected_label, NULL AS sources_low, NULL AS expected_low,
  NULL AS sources_high, NULL AS expected_high, NULL AS range_low, NULL AS expected_range_low, NULL AS range_high,
  NULL AS expected_range_high
FROM labels a
  LEFT JOIN claim_summary s ON s.claim_id = a.claim_id
WHERE s.claim_id IS NULL
