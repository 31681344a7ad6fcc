-- law: breaks-spoil-what-lies-across-them
-- says: SERIES_BREAK is among a claim's reasons where a break of its side or of ALL parts the maps it is measured by,
--   and only there: of gross quantities and settlements one that begins or ends between them, of a day one that shows
--   there.
-- reads: claim_assessment, series_break
WITH breaks AS (
  SELECT source_id, side, map_date, last_map_date, kind IN ('dropout', 'spike', 'implausible-area') AS ends_again
  FROM series_break
  WHERE NOT excluded AND kind NOT IN ('batch-release', 'block-reclassification')
),
spoilt AS (
  SELECT DISTINCT a.claim_id, a.source_id, a.layer_set, a.known
  FROM claim_assessment a
    JOIN breaks b ON b.source_id = a.source_id AND (b.side = a.measured_side OR b.side = 'ALL')
  WHERE a.coverage IN ('full', 'partial')
    AND CASE
      WHEN a.opening_map_date IS NULL
        THEN b.ends_again AND a.closing_map_date BETWEEN b.map_date AND b.last_map_date
      WHEN a.quantity_type IN ('gross_gain', 'gross_loss', 'settlement_count')
        THEN a.opening_map_date < b.map_date AND a.closing_map_date >= b.map_date
          OR b.ends_again AND a.opening_map_date <= b.last_map_date AND a.closing_map_date > b.last_map_date
      ELSE (a.opening_map_date < b.map_date AND a.closing_map_date >= b.map_date)
        <> (b.ends_again AND a.opening_map_date <= b.last_map_date AND a.closing_map_date > b.last_map_date)
    END
)
SELECT a.claim_id, a.source_id, a.layer_set, a.known, CAST(a.reasons AS STRING) AS reasons,
  s.claim_id IS NOT NULL AS expected_series_break
FROM claim_assessment a
  LEFT JOIN spoilt s ON s.claim_id = a.claim_id AND s.source_id = a.source_id AND s.layer_set = a.layer_set
    AND s.known = a.known
WHERE ARRAY_CONTAINS(a.reasons, 'SERIES_BREAK') <> (s.claim_id IS NOT NULL)
