-- law: net-is-closing-minus-opening
-- says: A net is the closing less the opening ground, and also what was gained less what was
--   lost, gross or not.
-- reads: area_delta_m2
SELECT source_id, side, layer_set, level, region_id, period_kind, period_id, net_m2, closing_m2 -
       opening_m2 AS closing_less_opening_m2,
       gained_m2 - lost_m2 AS gained_less_lost_m2,
       gross_gained_m2 - gross_lost_m2 AS gross_gained_less_lost_m2
FROM area_delta_m2
WHERE net_m2 <> closing_m2 - opening_m2
   OR net_m2 <> gained_m2 - lost_m2
   OR net_m2 <> gross_gained_m2 - gross_lost_m2
