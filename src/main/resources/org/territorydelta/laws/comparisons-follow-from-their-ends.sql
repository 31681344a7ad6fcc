-- law: comparisons-follow-from-their-ends
-- says: Every pair has one row, its ratios and difference follow from two ends in one unit, it is comparable where it
--   has no reason not to be, and sides, countries and quantities are among the reasons where they apply.
-- reads: comparison, comparison_reason
SELECT comparison_id, finding
FROM (
  SELECT comparison_id,
    CASE
      WHEN comparable IS NULL OR reasons IS NULL THEN 'a value is missing'
      WHEN comparable <> (CAST(reasons AS STRING) = '[]') THEN 'comparable does not go with the reasons'
      WHEN ARRAY_CONTAINS(reasons, 'SIDE') <> (left_side <> right_side) THEN 'SIDE does not go with the sides'
      WHEN ARRAY_CONTAINS(reasons, 'COUNTRY') <> (left_country IS DISTINCT FROM right_country)
        THEN 'COUNTRY does not go with the countries'
      WHEN ARRAY_CONTAINS(reasons, 'QUANTITY_TYPE') AND left_quantity_type = right_quantity_type
        THEN 'QUANTITY_TYPE is a reason between equal ones'
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
) checked
WHERE finding IS NOT NULL
UNION ALL
SELECT comparison_id, CONCAT(reason, ' is no known reason') AS finding
FROM comparison_reason
WHERE reason NOT IN ('SIDE', 'UNKNOWN_SIDE', 'COUNTRY', 'REGION', 'QUANTITY_TYPE', 'PERIOD', 'LAYER_SET', 'UNIT',
  'NOT_COVERED', 'SERIES_BREAK', 'SOURCE', 'PERIOD_LENGTH', 'STALENESS')
