-- law: net-is-closing-minus-opening
-- says: A net is the closing less the opening ground, and also what was gained less what was lost,
--   gross or not.
-- reads: area_delta
SELECT source_id, side, layer_set, level, region_id, period_kind, period_id,
       net_km2, opening_km2, closing_km2, gained_km2, lost_km2, gross_gained_km2, gross_lost_km2
FROM area_delta
WHERE CAST(ROUND(net_km2 * 1000000) AS BIGINT)
      <> CAST(ROUND(closing_km2 * 1000000) AS BIGINT) - CAST(ROUND(opening_km2 * 1000000) AS BIGINT)
   OR CAST(ROUND(net_km2 * 1000000) AS BIGINT)
      <> CAST(ROUND(gained_km2 * 1000000) AS BIGINT) - CAST(ROUND(lost_km2 * 1000000) AS BIGINT)
