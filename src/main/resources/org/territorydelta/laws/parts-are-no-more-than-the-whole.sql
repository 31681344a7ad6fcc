-- law: parts-are-no-more-than-the-whole
-- says: No area of a period is less than none, gained is part of gross gained and lost of gross
--   lost, reclassified ground is part of both, and new ground is the rest of gained.
-- reads: area_delta_m2
SELECT source_id, side, layer_set, level, region_id, period_kind, period_id, gained_m2,
       gross_gained_m2, reclassified_in_m2, new_ground_m2, lost_m2,
       gross_lost_m2, reclassified_out_m2, border_mismatch_m2, closing_m2
FROM area_delta_m2
WHERE opening_m2 < 0 OR closing_m2 < 0 OR gained_m2 < 0 OR lost_m2 < 0
   OR reclassified_in_m2 < 0 OR reclassified_out_m2 < 0 OR border_mismatch_m2 < 0
   OR gained_m2 > gross_gained_m2
   OR lost_m2 > gross_lost_m2
   OR reclassified_in_m2 > gained_m2
   OR reclassified_out_m2 > lost_m2
   OR new_ground_m2 <> gained_m2 - reclassified_in_m2
   OR border_mismatch_m2 > closing_m2
