-- law: agreement-adds-up-over-regions
-- says: What sources share and what each shows alone adds up over the regions of a level and UNASSIGNED to ALL, and
--   over the regions of a country to the country, unless regions of the level overlap.
-- reads: source_agreement, region_sum
SELECT a.source_a, a.source_b, a.side, a.layer_set, a.day, r.sum_of,
  SUM(r.sign * CAST(ROUND(a.in_both_km2 * 1000000) AS BIGINT)) AS in_both_m2_too_many,
  SUM(r.sign * CAST(ROUND(a.only_a_km2 * 1000000) AS BIGINT)) AS only_a_m2_too_many,
  SUM(r.sign * CAST(ROUND(a.only_b_km2 * 1000000) AS BIGINT)) AS only_b_m2_too_many
FROM source_agreement a
  JOIN region_sum r ON r.level = a.level AND r.region_id = a.region_id
GROUP BY a.source_a, a.source_b, a.side, a.layer_set, a.day, r.sum_of
HAVING SUM(r.sign * CAST(ROUND(a.in_both_km2 * 1000000) AS BIGINT)) <> 0
  OR SUM(r.sign * CAST(ROUND(a.only_a_km2 * 1000000) AS BIGINT)) <> 0
  OR SUM(r.sign * CAST(ROUND(a.only_b_km2 * 1000000) AS BIGINT)) <> 0
  OR SUM(r.sign * CAST(ROUND(a.only_a_standing_km2 * 1000000) AS BIGINT)) <> 0
  OR SUM(r.sign * CAST(ROUND(a.only_b_standing_km2 * 1000000) AS BIGINT)) <> 0
  OR SUM(r.sign * CAST(ROUND(a.only_a_baseline_km2 * 1000000) AS BIGINT)) <> 0
  OR SUM(r.sign * CAST(ROUND(a.only_b_baseline_km2 * 1000000) AS BIGINT)) <> 0
