-- law: reasons-go-with-labels
-- says: A claim is not comparable where it has a reason that keeps it apart, and only there, each reason is a known
--   word, and STALENESS and PERIOD_NOT_STATED go with the maps' ages and the days that nobody stated.
-- reads: claim_assessment, claim_assessment_reason
WITH apart AS (
  SELECT DISTINCT claim_id, source_id, layer_set, known
  FROM claim_assessment_reason
  WHERE reason IN ('SIDE', 'UNKNOWN_SIDE', 'COUNTRY', 'REGION', 'QUANTITY_TYPE', 'PERIOD', 'LAYER_SET', 'UNIT',
    'NOT_COVERED', 'BASE')
)
SELECT a.claim_id, a.source_id, a.layer_set, a.known, a.label, CAST(a.reasons AS STRING) AS reasons
FROM claim_assessment a
  LEFT JOIN apart p ON p.claim_id = a.claim_id AND p.source_id = a.source_id AND p.layer_set = a.layer_set
    AND p.known = a.known
WHERE a.label <> 'SUPERSEDED' AND (p.claim_id IS NOT NULL) <> (a.label = 'NOT_COMPARABLE')
  OR ARRAY_CONTAINS(a.reasons, 'SERIES_BREAK') AND a.coverage IS NULL
  OR ARRAY_CONTAINS(a.reasons, 'STALENESS') <> (a.adjusted_km2 IS NOT NULL
    OR a.first_day IS NULL AND COALESCE(a.closing_staleness_days, 0) > 0)
  OR ARRAY_CONTAINS(a.reasons, 'PERIOD_NOT_STATED') <> (a.coverage IS NOT NULL
    AND ARRAY_CONTAINS(a.inferred, 'first_day'))
  OR ARRAY_CONTAINS(a.reasons, 'OTHER_SIDE') <> (a.measured_side <> a.side)
UNION ALL
SELECT claim_id, source_id, layer_set, known, 'no known word' AS label, reason AS reasons
FROM claim_assessment_reason
WHERE reason IS NULL OR reason NOT IN ('SIDE', 'UNKNOWN_SIDE', 'COUNTRY', 'REGION', 'QUANTITY_TYPE', 'PERIOD',
  'LAYER_SET', 'UNIT', 'NOT_COVERED', 'BASE', 'PERIOD_NOT_STATED', 'BELOW_SEVEN_DAYS', 'PLACES', 'SERIES_BREAK',
  'STALENESS', 'NEAREST_LAYER_SET', 'OTHER_SIDE', 'VARIOUS_AREAS', 'FAR_WITHIN')
