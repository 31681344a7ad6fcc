-- law: opening-and-closing-are-the-stocks
-- says: Opening and closing ground, with the part in the border band, are what control_area has
--   for the two maps, region, side and statuses of the layer set, and their shares are of what
--   region says to divide by.
-- reads: area_delta_m2, controlled, region
SELECT d.source_id, d.side, d.layer_set, d.level, d.region_id, d.period_kind, d.period_id,
       d.opening_m2, o.area_m2 AS opening_stock_m2, d.closing_m2,
       c.area_m2 AS closing_stock_m2, d.border_mismatch_m2,
       c.border_mismatch_m2 AS stock_border_mismatch_m2, d.opening_share, d.closing_share
FROM area_delta_m2 d
LEFT JOIN controlled o
  ON o.source_id = d.source_id AND o.map_date = d.opening_map_date AND o.level = d.level
 AND o.region_id = d.region_id AND o.side = d.side AND o.layer_set = d.layer_set
LEFT JOIN controlled c
  ON c.source_id = d.source_id AND c.map_date = d.closing_map_date AND c.level = d.level
 AND c.region_id = d.region_id AND c.side = d.side AND c.layer_set = d.layer_set
LEFT JOIN region r ON r.level = d.level AND r.region_id = d.region_id
WHERE d.opening_m2 <> COALESCE(o.area_m2, 0)
   OR d.closing_m2 <> COALESCE(c.area_m2, 0)
   OR d.border_mismatch_m2 <> COALESCE(c.border_mismatch_m2, 0)
   OR d.opening_share IS DISTINCT FROM
      CASE WHEN r.denominator_source = 'own border'
            THEN CAST(COALESCE(o.area_m2, 0) - COALESCE(o.border_mismatch_m2, 0) AS DOUBLE)
            ELSE CAST(COALESCE(o.area_m2, 0) AS DOUBLE) END
            / ROUND(r.denominator_km2 * 1000000)
   OR d.closing_share IS DISTINCT FROM
      CASE WHEN r.denominator_source = 'own border'
            THEN CAST(COALESCE(c.area_m2, 0) - COALESCE(c.border_mismatch_m2, 0) AS DOUBLE)
            ELSE CAST(COALESCE(c.area_m2, 0) AS DOUBLE) END
            / ROUND(r.denominator_km2 * 1000000)
