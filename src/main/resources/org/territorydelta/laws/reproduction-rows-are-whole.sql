-- law: reproduction-rows-are-whole
-- says: Every definition of a figure has one row, the figure is an area of the source's own maps, is computed from maps
--   or not at all, its residual is computed less claimed, and it reproduces where it lies in the claim's interval
--   or less than a unit of the last digit away.
-- reads: reproduction
SELECT claim_id, source_id, layer_set, offset_days, finding
FROM (
  SELECT claim_id, source_id, layer_set, offset_days,
    CASE
      WHEN claim_id IS NULL OR source_id IS NULL OR layer_set IS NULL OR offset_days IS NULL OR reproduces IS NULL
        OR ours IS NULL OR best IS NULL OR claimed_value IS NULL THEN 'a value is missing'
      WHEN source_id IS DISTINCT FROM speaks_of_source OR reckoned_in <> 'km2'
        THEN 'the claim is not of an area on the source''s own maps'
      WHEN (computed_value IS NULL) <> (closing_map_date IS NULL)
        OR computed_value IS NULL AND opening_map_date IS NOT NULL THEN 'the figure does not go with its maps'
      WHEN opening_map_date > closing_map_date THEN 'the maps are in another order'
      WHEN residual IS DISTINCT FROM computed_value - claimed_value THEN 'residual is not computed less claimed'
      WHEN reproduces <> COALESCE(computed_value BETWEEN COALESCE(claimed_low, -1E300) AND COALESCE(claimed_high, 1E300)
        OR ABS(computed_value - claimed_value) < last_unit, FALSE)
        THEN 'reproduces does not go with the interval'
      WHEN COUNT(*) OVER (PARTITION BY claim_id, source_id, layer_set, offset_days) > 1
        THEN 'there is another row of its key'
    END AS finding
  FROM (
    SELECT *,
      CASE WHEN stated LIKE '% to %' THEN 0E0 ELSE CAST(CONCAT('1E', CAST(
        CASE WHEN SPLIT_PART(stated, 'E', 2) = '' THEN 0 ELSE TRY_CAST(SPLIT_PART(stated, 'E', 2) AS INT) END
          - LENGTH(SPLIT_PART(SPLIT_PART(stated, 'E', 1), '.', 2)) AS STRING)) AS DOUBLE)
        * CASE unit WHEN 'sq_mi' THEN 2.589988110336E0 WHEN 'ha' THEN 1E-2 WHEN 'percent' THEN denominator_km2 * 1E-2
          ELSE 1E0 END END AS last_unit
    FROM reproduction
  ) figures
) checked
WHERE finding IS NOT NULL
