-- law: a-transition-is-of-ground-that-somebody-held
-- says: A transition is of a known region, from an earlier to a later map and from one holding
--   to another or itself; only ground that there is, in whole square metres, has a row, and none
--   that nobody held or holds.
-- reads: transition, region
SELECT t.source_id, t.pair_kind, t.opening_map_date, t.closing_map_date, t.level, t.region_id,
       t.from_side, t.from_status, t.to_side, t.to_status, t.area_km2
FROM transition t
LEFT JOIN region r ON r.level = t.level AND r.region_id = t.region_id
WHERE r.region_id IS NULL
   OR t.pair_kind NOT IN ('consecutive', 'period')
   OR t.opening_map_date >= t.closing_map_date
   OR t.area_km2 <= 0
   OR t.area_km2 <> ROUND(t.area_km2 * 1000000) / 1000000
   OR t.from_side = 'none' AND t.to_side = 'none'
   OR (t.from_side = 'none') <> (t.from_status = 'none')
   OR (t.to_side = 'none') <> (t.to_status = 'none')
   OR TRIM(t.from_side) = '' OR TRIM(t.from_status) = ''
   OR TRIM(t.to_side) = '' OR TRIM(t.to_status) = ''
