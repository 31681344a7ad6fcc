-- law: area-delta-is-of-a-known-region-and-layer-set
-- says: Every row of area_delta is of a region in the table region, with its name and country
--   there, and of a layer set in layer_set.
-- reads: area_delta, region, layer_set
SELECT d.source_id, d.side, d.layer_set, d.level, d.region_id, d.period_kind, d.period_id,
       d.region_name, d.country, r.name AS expected_name, r.country AS expected_country
FROM area_delta d
LEFT JOIN region r ON r.level = d.level AND r.region_id = d.region_id
LEFT JOIN (SELECT DISTINCT layer_set FROM layer_set) l ON l.layer_set = d.layer_set
WHERE l.layer_set IS NULL
   OR r.name IS DISTINCT FROM d.region_name
   OR r.country IS DISTINCT FROM d.country
