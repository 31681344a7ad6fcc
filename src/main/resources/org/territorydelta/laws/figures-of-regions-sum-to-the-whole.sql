-- law: figures-of-regions-sum-to-the-whole
-- says: Figures of a level's regions and UNASSIGNED add up to those of ALL, and those of a
--   country's regions to the country's.
-- reads: area_delta_m2, region_sum
SELECT d.source_id, d.side, d.layer_set, d.period_kind, d.period_id, s.sum_of,
       SUM(s.sign * d.opening_m2) AS opening_excess_m2,
       SUM(s.sign * d.closing_m2) AS closing_excess_m2,
       SUM(s.sign * d.gained_m2) AS gained_excess_m2,
       SUM(s.sign * d.lost_m2) AS lost_excess_m2,
       SUM(s.sign * d.gross_gained_m2) AS gross_gained_excess_m2,
       SUM(s.sign * d.gross_lost_m2) AS gross_lost_excess_m2,
       SUM(s.sign * d.reclassified_in_m2) AS reclassified_in_excess_m2,
       SUM(s.sign * d.reclassified_out_m2) AS reclassified_out_excess_m2,
       SUM(s.sign * d.break_m2) AS break_excess_m2,
       SUM(s.sign * d.net_without_breaks_m2) AS net_without_breaks_excess_m2,
       SUM(s.sign * COALESCE(d.churn_m2, 0)) AS churn_excess_m2,
       SUM(s.sign * COALESCE(d.noise_gained_m2, 0)) AS noise_gained_excess_m2,
       SUM(s.sign * COALESCE(d.noise_lost_m2, 0)) AS noise_lost_excess_m2
FROM area_delta_m2 d
JOIN region_sum s ON s.level = d.level AND s.region_id = d.region_id
GROUP BY d.source_id, d.side, d.layer_set, d.period_kind, d.period_id, s.sum_of
HAVING SUM(s.sign * d.opening_m2) <> 0
    OR SUM(s.sign * d.closing_m2) <> 0
    OR SUM(s.sign * d.gained_m2) <> 0
    OR SUM(s.sign * d.lost_m2) <> 0
    OR SUM(s.sign * d.gross_gained_m2) <> 0
    OR SUM(s.sign * d.gross_lost_m2) <> 0
    OR SUM(s.sign * d.reclassified_in_m2) <> 0
    OR SUM(s.sign * d.reclassified_out_m2) <> 0
    OR SUM(s.sign * d.break_m2) <> 0
    OR SUM(s.sign * d.net_without_breaks_m2) <> 0
    OR SUM(s.sign * COALESCE(d.churn_m2, 0)) <> 0
    OR SUM(s.sign * COALESCE(d.noise_gained_m2, 0)) <> 0
    OR SUM(s.sign * COALESCE(d.noise_lost_m2, 0)) <> 0
