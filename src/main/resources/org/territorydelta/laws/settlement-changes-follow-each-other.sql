-- law: settlement-changes-follow-each-other
-- says: A settlement has one row for a map, goes from whom it went to before to another holder, from one current map of
--   the source to the next, and is one place under one name.
-- reads: settlement_change, map_step
WITH ordered AS (
  SELECT c.*, m.opening_map_date AS before_date,
    LAG(c.to_side) OVER (PARTITION BY c.source_id, c.place_id ORDER BY c.closing_map_date) AS former_side,
    LAG(c.to_status) OVER (PARTITION BY c.source_id, c.place_id ORDER BY c.closing_map_date) AS former_status,
    LAG(CONCAT(c.name, ' ', CAST(c.lon AS STRING), ' ', CAST(c.lat AS STRING), ' ', c.region_id))
      OVER (PARTITION BY c.place_id ORDER BY c.source_id, c.closing_map_date) AS former_place
  FROM settlement_change c
    LEFT JOIN map_step m ON m.source_id = c.source_id AND m.map_date = c.closing_map_date
)
SELECT source_id, place_id, closing_map_date, finding
FROM (
  SELECT source_id, place_id, closing_map_date,
    CASE
      WHEN source_id IS NULL OR place_id IS NULL OR name IS NULL OR lon IS NULL OR lat IS NULL OR region_id IS NULL
        OR level IS NULL OR region_name IS NULL OR opening_map_date IS NULL OR closing_map_date IS NULL
        OR from_side IS NULL OR from_status IS NULL OR to_side IS NULL OR to_status IS NULL THEN 'a value is missing'
      WHEN TRIM(from_side) = '' OR TRIM(from_status) = '' OR TRIM(to_side) = '' OR TRIM(to_status) = ''
        OR (from_side = 'none') <> (from_status = 'none') OR (to_side = 'none') <> (to_status = 'none')
        THEN 'a holder is no side with a status'
      WHEN from_side = to_side AND from_status = to_status THEN 'it goes to no other holder'
      WHEN from_side <> former_side OR from_status <> former_status THEN 'it comes from whom it did not go to'
      WHEN opening_map_date IS DISTINCT FROM before_date THEN 'the maps do not follow each other'
      WHEN CONCAT(name, ' ', CAST(lon AS STRING), ' ', CAST(lat AS STRING), ' ', region_id) <> former_place
        THEN 'it lies elsewhere than before'
      WHEN COUNT(*) OVER (PARTITION BY source_id, place_id, closing_map_date) > 1 THEN 'there is another row of its key'
    END AS finding
  FROM ordered
) checked
WHERE finding IS NOT NULL
