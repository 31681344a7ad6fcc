-- law: breaks-of-a-figure-are-those-of-the-series
-- says: Breaks of a figure are those of series_break that begin or end between its two maps
--   where its ground came or went; break_km2 and net_without_breaks_km2 are by the transitions of
--   the steps left out, and parted_by_break says whether one of their breaks changed one of the
--   maps and not the other.
-- reads: area_delta_m2, broken_step
WITH named AS (
  SELECT d.source_id, d.side, d.layer_set, d.level, d.region_id, d.period_kind, d.period_id,
         COUNT(DISTINCT b.break_id) AS breaks,
         SUM(CASE WHEN b.left_out AND b.number = 1 THEN b.gained_m2 + b.lost_m2 ELSE 0 END)
           AS break_m2,
         SUM(CASE WHEN b.left_out AND b.number = 1 THEN b.gained_m2 - b.lost_m2 ELSE 0 END)
           AS net_m2,
         MAX(CASE WHEN b.left_out
                   AND (d.opening_map_date < b.first_map_date
                        AND b.first_map_date <= d.closing_map_date)
                    <> (b.reverts AND d.opening_map_date <= b.last_map_date
                        AND b.last_map_date < d.closing_map_date)
                  THEN 1 ELSE 0 END) AS parting
  FROM area_delta_m2 d
  JOIN broken_step b
    ON b.source_id = d.source_id AND b.side = d.side AND b.layer_set = d.layer_set
   AND b.level = d.level AND b.region_id = d.region_id
  WHERE b.opening_map_date >= d.opening_map_date AND b.closing_map_date <= d.closing_map_date
  GROUP BY d.source_id, d.side, d.layer_set, d.level, d.region_id, d.period_kind, d.period_id
)
SELECT d.source_id, d.side, d.layer_set, d.level, d.region_id, d.period_kind, d.period_id,
       d.breaks, n.breaks AS expected_breaks, d.break_m2,
       n.break_m2 AS expected_break_m2, d.net_without_breaks_m2,
       d.net_m2 - COALESCE(n.net_m2, 0) AS expected_net_without_breaks_m2, d.parted_by_break,
       COALESCE(n.parting, 0) = 1 AS expected_parted_by_break
FROM area_delta_m2 d
LEFT JOIN named n
  ON n.source_id = d.source_id AND n.side = d.side AND n.layer_set = d.layer_set
 AND n.level = d.level AND n.region_id = d.region_id AND n.period_kind = d.period_kind
 AND n.period_id = d.period_id
WHERE d.breaks <> COALESCE(n.breaks, 0)
   OR d.break_m2 <> COALESCE(n.break_m2, 0)
   OR d.net_without_breaks_m2 <> d.net_m2 - COALESCE(n.net_m2, 0)
   OR d.parted_by_break <> (COALESCE(n.parting, 0) = 1)
