-- law: transitions-of-regions-sum-to-the-whole
-- says: What went from one holding to another in a level's regions and UNASSIGNED adds up to
--   that in ALL, and in a country's regions to that in the country.
-- reads: transition, region_sum
SELECT t.source_id, t.pair_kind, t.opening_map_date, t.closing_map_date, t.from_side,
       t.from_status, t.to_side, t.to_status, s.sum_of,
       SUM(s.sign * CAST(ROUND(t.area_km2 * 1000000) AS BIGINT)) AS excess_m2
FROM transition t
JOIN region_sum s ON s.level = t.level AND s.region_id = t.region_id
GROUP BY t.source_id, t.pair_kind, t.opening_map_date, t.closing_map_date, t.from_side,
         t.from_status, t.to_side, t.to_status, s.sum_of
HAVING SUM(s.sign * CAST(ROUND(t.area_km2 * 1000000) AS BIGINT)) <> 0
