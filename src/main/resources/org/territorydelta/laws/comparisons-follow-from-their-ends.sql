-- law: comparisons-follow-from-their-ends
-- says: Every pair has one row, its ratios and difference follow from two ends in one unit, it is comparable where it
--   has no reason that keeps it apart, and sides, countries and quantities are among the reasons where they apply.
-- reads: comparison, comparison_reason
WITH apart AS (
  SELECT DISTINCT comparison_id AS apart_id
  FROM comparison_reason
  WHERE reason NOT IN ('PERIOD_LENGTH', 'SOURCE', 'STALENESS')
)
SELECT comparison_id, finding
FROM (
  SELECT comparison_id,
    CASE
      WHEN comparable IS NULL OR reasons IS NULL THEN 'a value is missing'
      WHEN comparable <> (apart_id IS NULL) THEN 'comparable does not go with the reasons'
      WHEN ARRAY_CONTAINS(reasons, 'SIDE') <> (left_side <> right_side) THEN 'SIDE does not go with the sides'
      WHEN ARRAY_CONTAINS(reasons, 'COUNTRY') <> (left_country IS DISTINCT FROM right_country)
        THEN 'COUNTRY does not go with the countries'
      WHEN ARRAY_CONTAINS(reasons, 'QUANTITY_TYPE') AND left_quantity_type = right_quantity_type
        THEN 'QUANTITY_TYPE is a reason between equal ones'
      WHEN ARRAY_CONTAINS(reasons, 'PERIOD_LENGTH') <> COALESCE(
        left_last_day - left_first_day <> right_last_day - right_first_day, FALSE)
        THEN 'PERIOD_LENGTH does not go with the periods'
      WHEN ARRAY_CONTAINS(reasons, 'SOURCE') <> (left_kind = 'measurement' AND right_kind = 'measurement'
        AND left_reference <> right_reference) THEN 'SOURCE does not go with the sources'
      WHEN grade IS DISTINCT FROM CASE WHEN ARRAY_CONTAINS(reasons, 'QUANTITY_TYPE') THEN 'different kinds'
        WHEN left_side <> right_side OR left_region_id <> right_region_id OR left_level <> right_level
          THEN 'same kind, other place' ELSE 'same thing' END THEN 'grade does not go with sides, places and kinds'
      WHEN sentence IS NULL THEN 'there is no sentence'
      WHEN ratio_low IS DISTINCT FROM CASE WHEN left_reckoned_in = right_reckoned_in AND right_low * right_high > 0
          AND left_low IS NOT NULL AND left_high IS NOT NULL
        THEN LEAST(left_low / right_low, left_low / right_high, left_high / right_low, left_high / right_high) END
        OR ratio_high IS DISTINCT FROM CASE WHEN left_reckoned_in = right_reckoned_in AND right_low * right_high > 0
          AND left_low IS NOT NULL AND left_high IS NOT NULL
        THEN GREATEST(left_low / right_low, left_low / right_high, left_high / right_low, left_high / right_high) END
        THEN 'ratio_low and ratio_high do not follow from the ends'
      WHEN ratio IS DISTINCT FROM
        CASE WHEN left_reckoned_in = right_reckoned_in AND right_value <> 0 THEN left_value / right_value END
        THEN 'ratio is not left over right'
      WHEN ratio_per_day IS DISTINCT FROM
        CASE WHEN left_reckoned_in = right_reckoned_in AND right_per_day <> 0 THEN left_per_day / right_per_day END
        THEN 'ratio_per_day is not left over right'
      WHEN difference IS DISTINCT FROM CASE WHEN left_reckoned_in = right_reckoned_in THEN left_value - right_value END
        THEN 'difference is not left less right'
      WHEN COUNT(*) OVER (PARTITION BY comparison_id) > 1 THEN 'there is another row of its key'
    END AS finding
  FROM comparison
    LEFT JOIN apart ON apart_id = comparison_id
) checked
WHERE finding IS NOT NULL
UNION ALL
SELECT comparison_id, CONCAT(reason, ' is no known reason') AS finding
FROM comparison_reason
WHERE reason NOT IN ('SIDE', 'UNKNOWN_SIDE', 'COUNTRY', 'REGION', 'QUANTITY_TYPE', 'PERIOD', 'LAYER_SET', 'UNIT',
  'NOT_COVERED', 'SERIES_BREAK', 'SOURCE', 'PERIOD_LENGTH', 'STALENESS')
