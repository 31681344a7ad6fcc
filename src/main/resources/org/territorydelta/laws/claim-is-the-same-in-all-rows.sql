-- law: claim-is-the-same-in-all-rows
-- says: A claim is the same in all rows of claim_assessment and reproduction that are of it.
-- reads: claim_assessment, reproduction
WITH claims AS (
  SELECT claim_id, group_id, claimant, claimant_role, statement_date, stated_where, side, region_id, level, region_name,
    country, region_area_km2, denominator_km2, speaks_of_source, stated_layer_set, includes_contested, verified, quantity_type, stated,
    unit, qualifier, first_day, last_day, CAST(inferred AS STRING) AS inferred, supersedes
  FROM claim_assessment
  UNION
  SELECT claim_id, group_id, claimant, claimant_role, statement_date, stated_where, side, region_id, level, region_name,
    country, region_area_km2, denominator_km2, speaks_of_source, stated_layer_set, includes_contested, verified, quantity_type, stated,
    unit, qualifier, first_day, last_day, CAST(inferred AS STRING) AS inferred, supersedes
  FROM reproduction
)
SELECT claim_id, COUNT(*) AS forms
FROM claims
GROUP BY claim_id
HAVING COUNT(*) > 1
