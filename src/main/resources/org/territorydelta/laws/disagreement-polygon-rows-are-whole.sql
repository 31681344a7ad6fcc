-- law: disagreement-polygon-rows-are-whole
-- says: Every piece that one of two sources shows has one row, is of its day's month and a known kind, what stands is
--   part of it, and its names of regions are those of its list.
-- reads: disagreement_polygon, disagreement_polygon_region
WITH lists AS (
  SELECT DISTINCT source_a, source_b, side, layer_set, month, shown_by, piece, kind, lies_in, joined, first_region,
    first_country
  FROM disagreement_polygon_region
),
pieces AS (
  SELECT p.*, COALESCE(l.joined, '') AS expected_lies_in, COALESCE(l.first_region, 'UNASSIGNED') AS expected_region,
    CASE WHEN l.first_country <> '' THEN l.first_country END AS expected_country
  FROM disagreement_polygon p
    LEFT JOIN lists l ON l.source_a = p.source_a AND l.source_b = p.source_b AND l.side = p.side
      AND l.layer_set = p.layer_set AND l.month = p.month AND l.shown_by = p.shown_by AND l.piece = p.piece
      AND l.kind = p.kind AND l.lies_in = p.lies_in
)
SELECT source_a, source_b, side, layer_set, month, shown_by, piece, kind, lies_in, finding
FROM (
  SELECT source_a, source_b, side, layer_set, month, shown_by, piece, kind, lies_in,
    CASE
      WHEN source_a IS NULL OR source_b IS NULL OR side IS NULL OR layer_set IS NULL OR month IS NULL OR day IS NULL
        OR shown_by IS NULL OR piece IS NULL OR kind IS NULL OR lies_in IS NULL OR region_id IS NULL OR regions IS NULL
        OR area_km2 IS NULL OR standing_km2 IS NULL THEN 'a value is missing'
      WHEN source_a >= source_b OR shown_by NOT IN (source_a, source_b)
        THEN 'the sources are not two, in the order of their ids, of which one shows it'
      WHEN month <> SUBSTRING(CAST(day AS STRING), 1, 7) THEN 'the month is not that of the day'
      WHEN kind NOT IN ('baseline', 'front') THEN 'kind is no known word'
      WHEN piece < 1 THEN 'pieces are numbered from 1'
      WHEN area_km2 <> ROUND(area_km2 * 1000000) / 1000000 OR standing_km2 <> ROUND(standing_km2 * 1000000) / 1000000
        THEN 'an area is no whole number of square metres'
      WHEN standing_km2 < 0 OR standing_km2 > area_km2 THEN 'what stands is no part of it'
      WHEN lies_in <> expected_lies_in OR region_id <> expected_region OR country IS DISTINCT FROM expected_country
        THEN 'lies_in, region_id and country are not those of the list'
      WHEN COUNT(*) OVER (PARTITION BY source_a, source_b, side, layer_set, month, shown_by, piece, kind, lies_in) > 1
        THEN 'there is another row of its key'
    END AS finding
  FROM pieces
) checked
WHERE finding IS NOT NULL
