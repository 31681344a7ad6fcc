-- law: series-break-rows-are-whole
-- says: Every break has one row with a known kind, is of some ground or of words, comes after the map before it, ends
--   no earlier than it begins, and is excluded only where its kind ends again.
-- reads: series_break
SELECT source_id, map_date, kind, side, finding
FROM (
  SELECT source_id, map_date, kind, side,
    CASE
      WHEN source_id IS NULL OR map_date IS NULL OR kind IS NULL OR side IS NULL OR last_map_date IS NULL
        OR area_km2 IS NULL OR rule IS NULL OR detail IS NULL OR file IS NULL OR last_file IS NULL OR excluded IS NULL
        THEN 'a value is missing'
      WHEN kind NOT IN ('base-redefined', 'dropout', 'spike', 'misplaced', 'implausible-area', 'batch-release',
        'block-reclassification', 'vocabulary') THEN 'kind is no known word'
      WHEN (opening_map_date IS NULL) <> (opening_file IS NULL) OR opening_file = ''
        THEN 'the map before has only one of date and file'
      WHEN opening_map_date >= map_date OR last_map_date < map_date THEN 'its maps are in another order'
      WHEN area_km2 <> ROUND(area_km2 * 1000000) / 1000000 THEN 'area_km2 is no whole number of square metres'
      WHEN area_km2 <= 0 AND kind <> 'vocabulary' THEN 'it is of no ground'
      WHEN excluded AND kind NOT IN ('dropout', 'spike', 'implausible-area') THEN 'its kind cannot be excluded'
      WHEN COUNT(*) OVER (PARTITION BY source_id, map_date, kind, side) > 1 THEN 'there is another row of its key'
    END AS finding
  FROM series_break
) checked
WHERE finding IS NOT NULL
