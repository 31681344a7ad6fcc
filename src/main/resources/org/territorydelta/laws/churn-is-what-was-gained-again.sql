-- law: churn-is-what-was-gained-again
-- says: Ground that changed hands more than once was gained more than once or lost again, so
--   churn is at most gross gained less gained and at least that over half the steps between the
--   maps, give or take the rounding bound; it was held for a day or more and not the whole period,
--   and months and named periods alone have it.
-- reads: area_delta_m2, map_step
WITH step AS (
  SELECT p.source_id, p.opening_map_date, p.closing_map_date, COUNT(*) AS steps
  FROM (
    SELECT DISTINCT source_id, opening_map_date, closing_map_date
    FROM area_delta_m2 WHERE churn_m2 IS NOT NULL
  ) p
  JOIN map_step m ON m.source_id = p.source_id
  WHERE m.map_date > p.opening_map_date AND m.map_date <= p.closing_map_date
  GROUP BY p.source_id, p.opening_map_date, p.closing_map_date
), churned AS (
  SELECT d.source_id, d.side, d.layer_set, d.level, d.region_id, d.period_kind, d.period_id,
         d.churn_m2, d.churn_held_days,
         d.observed_days, d.rounding_bound_m2, d.gross_gained_m2 - d.gained_m2 AS again_m2,
         COALESCE(s.steps, 0) AS steps
  FROM area_delta_m2 d
  LEFT JOIN step s
    ON s.source_id = d.source_id AND s.opening_map_date = d.opening_map_date
   AND s.closing_map_date = d.closing_map_date
  WHERE d.churn_m2 IS NOT NULL OR d.churn_held_days IS NOT NULL
)
SELECT source_id, side, layer_set, level, region_id, period_kind, period_id, churn_m2,
       churn_held_days,
       again_m2, steps, rounding_bound_m2
FROM churned
WHERE period_kind NOT IN ('month', 'named')
   OR churn_m2 IS NULL OR churn_m2 < 0
   OR churn_m2 > again_m2 + rounding_bound_m2
   OR 2 * (again_m2 - rounding_bound_m2)
      > (churn_m2 + rounding_bound_m2) * (steps - steps % 2)
   OR (churn_held_days IS NOT NULL) <> (churn_m2 > 0)
   OR churn_held_days < 1 OR churn_held_days >= observed_days
