-- law: break-kinds-of-a-figure-are-those-of-its-breaks
-- says: break_kinds lists each kind of a figure's breaks once, and no other.
-- reads: area_delta_break_kind, area_delta_m2, broken_step
SELECT source_id, side, layer_set, level, region_id, period_kind, period_id, kind, SUM(listed) AS
       listed, SUM(expected) AS expected
FROM (
  SELECT source_id, side, layer_set, level, region_id, period_kind, period_id, break_kind AS kind,
         1 AS listed, 0 AS expected
  FROM area_delta_break_kind
  UNION ALL
  SELECT DISTINCT d.source_id, d.side, d.layer_set, d.level, d.region_id, d.period_kind,
         d.period_id, b.kind, 0, 1
  FROM area_delta_m2 d
  JOIN broken_step b
    ON b.source_id = d.source_id AND b.side = d.side AND b.layer_set = d.layer_set
   AND b.level = d.level AND b.region_id = d.region_id
  WHERE b.opening_map_date >= d.opening_map_date AND b.closing_map_date <= d.closing_map_date
) kinds
GROUP BY source_id, side, layer_set, level, region_id, period_kind, period_id, kind
HAVING SUM(listed) <> 1 OR SUM(expected) <> 1
