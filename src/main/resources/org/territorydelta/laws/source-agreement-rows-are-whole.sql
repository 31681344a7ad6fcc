-- law: source-agreement-rows-are-whole
-- says: Every figure of two sources has one row, what each shows is what both show and what it shows alone, the
--   baseline is part of what stands and that of the rest, Jaccard indices follow, and the age of each map leads to the
--   day.
-- reads: source_agreement
WITH m2 AS (
  SELECT *,
    CAST(ROUND(a_km2 * 1000000) AS BIGINT) AS a_m2,
    CAST(ROUND(b_km2 * 1000000) AS BIGINT) AS b_m2,
    CAST(ROUND(in_both_km2 * 1000000) AS BIGINT) AS in_both_m2,
    CAST(ROUND(only_a_km2 * 1000000) AS BIGINT) AS only_a_m2,
    CAST(ROUND(only_b_km2 * 1000000) AS BIGINT) AS only_b_m2,
    CAST(ROUND(only_a_standing_km2 * 1000000) AS BIGINT) AS standing_a_m2,
    CAST(ROUND(only_b_standing_km2 * 1000000) AS BIGINT) AS standing_b_m2,
    CAST(ROUND(only_a_baseline_km2 * 1000000) AS BIGINT) AS baseline_a_m2,
    CAST(ROUND(only_b_baseline_km2 * 1000000) AS BIGINT) AS baseline_b_m2,
    CAST(ROUND(rounding_bound_km2 * 1000000) AS BIGINT) AS bound_m2
  FROM source_agreement
),
shares AS (
  SELECT *,
    CASE WHEN in_both_m2 + only_a_m2 + only_b_m2 <> 0
      THEN CAST(in_both_m2 AS DOUBLE) / CAST(in_both_m2 + only_a_m2 + only_b_m2 AS DOUBLE) END AS expected_jaccard,
    CASE WHEN in_both_m2 + only_a_m2 - baseline_a_m2 + only_b_m2 - baseline_b_m2 <> 0
      THEN CAST(in_both_m2 AS DOUBLE)
        / CAST(in_both_m2 + only_a_m2 - baseline_a_m2 + only_b_m2 - baseline_b_m2 AS DOUBLE)
      END AS expected_front_jaccard
  FROM m2
)
SELECT source_a, source_b, side, layer_set, level, region_id, day, finding
FROM (
  SELECT source_a, source_b, side, layer_set, level, region_id, day,
    CASE
      WHEN source_a IS NULL OR source_b IS NULL OR side IS NULL OR layer_set IS NULL OR region_id IS NULL
        OR level IS NULL OR region_name IS NULL OR day IS NULL OR a_map_date IS NULL OR b_map_date IS NULL
        OR a_staleness_days IS NULL OR b_staleness_days IS NULL OR countries IS NULL OR compared_days IS NULL
        OR a_m2 IS NULL OR b_m2 IS NULL OR in_both_m2 IS NULL OR only_a_m2 IS NULL OR only_b_m2 IS NULL
        OR standing_a_m2 IS NULL OR standing_b_m2 IS NULL OR baseline_a_m2 IS NULL OR baseline_b_m2 IS NULL
        OR bound_m2 IS NULL THEN 'a value is missing'
      WHEN source_a >= source_b THEN 'the sources are not two, in the order of their ids'
      WHEN a_map_date + a_staleness_days <> day OR b_map_date + b_staleness_days <> day
        THEN 'the date of a map and its age do not lead to the day'
      WHEN a_km2 <> a_m2 / 1000000 OR b_km2 <> b_m2 / 1000000 OR in_both_km2 <> in_both_m2 / 1000000
        OR only_a_km2 <> only_a_m2 / 1000000 OR only_b_km2 <> only_b_m2 / 1000000
        OR only_a_standing_km2 <> standing_a_m2 / 1000000 OR only_b_standing_km2 <> standing_b_m2 / 1000000
        OR only_a_baseline_km2 <> baseline_a_m2 / 1000000 OR only_b_baseline_km2 <> baseline_b_m2 / 1000000
        OR rounding_bound_km2 <> bound_m2 / 1000000 THEN 'an area is no whole number of square metres'
      WHEN in_both_m2 < 0 OR baseline_a_m2 < 0 OR baseline_b_m2 < 0 THEN 'an area is below zero'
      WHEN only_a_m2 < standing_a_m2 OR standing_a_m2 < baseline_a_m2 OR only_b_m2 < standing_b_m2
        OR standing_b_m2 < baseline_b_m2 THEN 'a part is larger than the whole'
      WHEN a_m2 <> in_both_m2 + only_a_m2 OR b_m2 <> in_both_m2 + only_b_m2
        THEN 'what a source shows is not in_both and its only'
      WHEN jaccard IS DISTINCT FROM expected_jaccard THEN 'jaccard does not follow from the areas'
      WHEN front_jaccard IS DISTINCT FROM expected_front_jaccard THEN 'front_jaccard does not follow from the areas'
      WHEN COUNT(*) OVER (PARTITION BY source_a, source_b, side, layer_set, level, region_id, day) > 1
        THEN 'there is another row of its key'
    END AS finding
  FROM shares
) checked
WHERE finding IS NOT NULL
