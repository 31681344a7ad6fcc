-- law: reasons-go-with-labels
-- says: A claim has reasons where it cannot be compared, each a known word, and only there; one across a break of the
--   series has that reason and no measured number.
-- reads: claim_assessment, claim_assessment_reason
SELECT claim_id, source_id, layer_set, known, label, CAST(reasons AS STRING) AS reasons
FROM claim_assessment
WHERE ARRAY_CONTAINS(reasons, 'SERIES_BREAK')
    AND (coverage IS NULL OR measured_value IS NOT NULL OR covered_value IS NOT NULL)
  OR label <> 'SUPERSEDED'
    AND (CAST(reasons AS STRING) = '[]') = (label = 'NOT_COMPARABLE' OR ARRAY_CONTAINS(reasons, 'SERIES_BREAK'))
UNION ALL
SELECT claim_id, source_id, layer_set, known, 'no known word' AS label, reason AS reasons
FROM claim_assessment_reason
WHERE reason IS NULL OR reason NOT IN ('SIDE', 'UNKNOWN_SIDE', 'COUNTRY', 'REGION', 'QUANTITY_TYPE', 'PERIOD',
  'LAYER_SET', 'UNIT', 'NOT_COVERED', 'SERIES_BREAK')
