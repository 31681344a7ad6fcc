-- law: transitions-equal-the-difference-of-stocks
-- says: Between any two maps compared, and between each map and the next, what came to a holding
--   less what went is the difference of its stocks, and no more goes than there was or comes than
--   there is; with the diagonal, rows sum to the opening stock and columns to the closing one.
-- reads: transition, stock, map_step
WITH pair AS (
  SELECT DISTINCT source_id, pair_kind, opening_map_date, closing_map_date FROM transition
  UNION
  SELECT source_id, 'consecutive', opening_map_date, map_date FROM map_step
  WHERE opening_map_date IS NOT NULL
), diagonal AS (
  SELECT DISTINCT source_id FROM transition
  WHERE from_side = to_side AND from_status = to_status
), entry AS (
  SELECT source_id, pair_kind, opening_map_date, closing_map_date, level, region_id,
         from_side AS side, from_status AS status,
         CAST(ROUND(area_km2 * 1000000) AS BIGINT) AS went_m2, 0 AS came_m2, 0 AS opening_m2,
         0 AS closing_m2
  FROM transition
  WHERE from_side <> 'none'
  UNION ALL
  SELECT source_id, pair_kind, opening_map_date, closing_map_date, level, region_id,
         to_side, to_status, 0, CAST(ROUND(area_km2 * 1000000) AS BIGINT), 0, 0
  FROM transition
  WHERE to_side <> 'none'
  UNION ALL
  SELECT p.source_id, p.pair_kind, p.opening_map_date, p.closing_map_date, s.level, s.region_id,
         s.side, s.status, 0, 0, s.area_m2, 0
  FROM pair p JOIN stock s ON s.source_id = p.source_id AND s.map_date = p.opening_map_date
  UNION ALL
  SELECT p.source_id, p.pair_kind, p.opening_map_date, p.closing_map_date, s.level, s.region_id,
         s.side, s.status, 0, 0, 0, s.area_m2
  FROM pair p JOIN stock s ON s.source_id = p.source_id AND s.map_date = p.closing_map_date
), margin AS (
  SELECT source_id, pair_kind, opening_map_date, closing_map_date, level, region_id, side, status,
         SUM(went_m2) AS went_m2, SUM(came_m2) AS came_m2, SUM(opening_m2) AS opening_m2,
         SUM(closing_m2) AS closing_m2
  FROM entry
  GROUP BY source_id, pair_kind, opening_map_date, closing_map_date, level, region_id, side,
           status
)
SELECT m.source_id, m.pair_kind, m.opening_map_date, m.closing_map_date, m.level, m.region_id,
       m.side, m.status, m.went_m2, m.opening_m2, m.came_m2, m.closing_m2
FROM margin m
LEFT JOIN diagonal d ON d.source_id = m.source_id
WHERE m.came_m2 - m.went_m2 <> m.closing_m2 - m.opening_m2
   OR m.went_m2 > m.opening_m2
   OR m.came_m2 > m.closing_m2
   OR d.source_id IS NOT NULL AND (m.went_m2 <> m.opening_m2 OR m.came_m2 <> m.closing_m2)
