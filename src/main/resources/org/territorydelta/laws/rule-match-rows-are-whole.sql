-- law: rule-match-rows-are-whole
-- says: Every rule has one row for a map and what it makes of it, of at least one polygon and with a known outcome, and
--   an area where ground is held, elsewhere none.
-- reads: rule_match
SELECT source_id, map_date, file, rule, outcome, meaning, finding
FROM (
  SELECT source_id, map_date, file, rule, outcome, meaning,
    CASE
      WHEN source_id IS NULL OR map_date IS NULL OR file_date IS NULL OR content_hash IS NULL OR file IS NULL
        OR rule IS NULL OR outcome IS NULL OR meaning IS NULL OR polygons IS NULL THEN 'a value is missing'
      WHEN outcome NOT IN ('held', 'ignored', 'rejected') THEN 'outcome is no known word'
      WHEN polygons < 1 THEN 'there is no polygon'
      WHEN (outcome = 'held') <> (area_km2 IS NOT NULL) THEN 'area_km2 does not go with the outcome'
      WHEN area_km2 < 0 OR area_km2 <> ROUND(area_km2 * 1000000) / 1000000
        THEN 'area_km2 is no whole number of square metres from 0'
      WHEN COUNT(*) OVER (PARTITION BY source_id, map_date, file, rule, outcome, meaning) > 1
        THEN 'there is another row of its key'
    END AS finding
  FROM rule_match
) checked
WHERE finding IS NOT NULL
