-- law: quarantine-rows-are-whole
-- says: Every row of quarantine has a known reason with the outcome that goes with it, places and areas not below zero,
--   and a file that was read.
-- reads: quarantine, input_file
WITH outcomes AS (
  SELECT q.*, f.path,
    CASE
      WHEN reason IN ('UNREADABLE_FILE', 'UNDATED_FILE', 'UNSUPPORTED_CRS') THEN 'file-failed'
      WHEN reason IN ('TOO_MUCH_REJECTED', 'NOTHING_DRAWN', 'NOTHING_HELD', 'MISSING_LAYER', 'IMPLAUSIBLE_DAY') THEN 'set-aside'
      WHEN reason = 'REPAIRED' THEN 'repaired'
      WHEN reason IN ('UNDATED_FEATURE', 'MALFORMED_GEOMETRY', 'NOT_A_NUMBER', 'RING_TOO_SHORT', 'RING_NOT_CLOSED',
        'OUT_OF_RANGE', 'CROSSES_ANTIMERIDIAN', 'AT_A_POLE', 'OUTSIDE_EXTENT', 'NO_AREA', 'NO_RULE', 'MALFORMED_ROW',
        'MISSING_VALUE', 'DUPLICATE_ID', 'MARKUP_IN_TEXT', 'FORMULA_IN_TEXT', 'UNKNOWN_REGION', 'UNKNOWN_WORD',
        'UNKNOWN_UNIT', 'IMPOSSIBLE_DATE', 'MALFORMED_NUMBER', 'NEGATIVE_VALUE', 'IMPLAUSIBLE_VALUE') THEN 'rejected'
    END AS expected_outcome
  FROM quarantine q
    LEFT JOIN input_file f ON f.source_id = q.source_id AND f.path = q.file
)
SELECT source_id, file, feature_index, part_index, reason, finding
FROM (
  SELECT source_id, file, feature_index, part_index, reason,
    CASE
      WHEN source_id IS NULL OR file IS NULL OR reason IS NULL OR outcome IS NULL OR detail IS NULL OR raw IS NULL
        THEN 'a value is missing'
      WHEN expected_outcome IS NULL THEN 'reason is no known word'
      WHEN outcome <> expected_outcome THEN 'the outcome is not that of the reason'
      WHEN feature_index < 0 OR part_index < 0 THEN 'a place is below zero'
      WHEN area_km2 < 0 OR used_km2 < 0 THEN 'an area is below zero'
      WHEN area_km2 <> ROUND(area_km2 * 1000000) / 1000000 OR used_km2 <> ROUND(used_km2 * 1000000) / 1000000
        THEN 'an area is no whole number of square metres'
      WHEN path IS NULL THEN 'the file is not in input_file'
    END AS finding
  FROM outcomes
) checked
WHERE finding IS NOT NULL
