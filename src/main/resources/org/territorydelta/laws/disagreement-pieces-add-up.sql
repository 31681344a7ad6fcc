-- law: disagreement-pieces-add-up
-- says: The pieces that one source shows alone add up, within the day's rounding bound, to what source_agreement has
--   for it in each region and in ALL, and every piece has its day there.
-- reads: disagreement_polygon, source_agreement, disagreement_polygon_region
WITH pieces AS (
  SELECT source_a, source_b, side, layer_set, month, day, shown_by, piece, kind, lies_in,
    CAST(ROUND(area_km2 * 1000000) AS BIGINT) AS m2, CAST(ROUND(standing_km2 * 1000000) AS BIGINT) AS standing_m2
  FROM disagreement_polygon
),
figures AS (
  SELECT DISTINCT source_a, source_b, side, layer_set, day, shown_by FROM pieces
),
placed AS (
  SELECT source_a, source_b, side, layer_set, day, shown_by, -1 AS level, 'ALL' AS region_id, m2, standing_m2
  FROM pieces
  UNION ALL
  SELECT p.source_a, p.source_b, p.side, p.layer_set, p.day, p.shown_by, r.level, r.region_id, p.m2, p.standing_m2
  FROM pieces p
    JOIN disagreement_polygon_region r ON r.source_a = p.source_a AND r.source_b = p.source_b AND r.side = p.side
      AND r.layer_set = p.layer_set AND r.month = p.month AND r.shown_by = p.shown_by AND r.piece = p.piece
      AND r.kind = p.kind AND r.lies_in = p.lies_in AND r.level <> 0
),
days AS (
  SELECT a.source_a, a.source_b, a.side, a.layer_set, a.day, f.shown_by,
    MAX(CAST(ROUND(a.rounding_bound_km2 * 1000000) AS BIGINT)) AS bound_m2
  FROM source_agreement a
    JOIN figures f ON f.source_a = a.source_a AND f.source_b = a.source_b AND f.side = a.side
      AND f.layer_set = a.layer_set AND f.day = a.day
  GROUP BY a.source_a, a.source_b, a.side, a.layer_set, a.day, f.shown_by
),
shown AS (
  SELECT a.source_a, a.source_b, a.side, a.layer_set, a.day, f.shown_by, a.level, a.region_id,
    CAST(ROUND(CASE WHEN f.shown_by = a.source_a THEN a.only_a_km2 ELSE a.only_b_km2 END * 1000000) AS BIGINT) AS m2,
    CAST(ROUND(CASE WHEN f.shown_by = a.source_a THEN a.only_a_standing_km2 ELSE a.only_b_standing_km2 END * 1000000)
      AS BIGINT) AS standing_m2
  FROM source_agreement a
    JOIN figures f ON f.source_a = a.source_a AND f.source_b = a.source_b AND f.side = a.side
      AND f.layer_set = a.layer_set AND f.day = a.day
  WHERE a.region_id <> 'UNASSIGNED' AND a.level <> 0
),
both_ways AS (
  SELECT source_a, source_b, side, layer_set, day, shown_by, level, region_id, m2, standing_m2, 0 AS shown_m2,
    0 AS shown_standing_m2
  FROM placed
  UNION ALL
  SELECT source_a, source_b, side, layer_set, day, shown_by, level, region_id, 0 AS m2, 0 AS standing_m2,
    m2 AS shown_m2, standing_m2 AS shown_standing_m2
  FROM shown
),
sums AS (
  SELECT source_a, source_b, side, layer_set, day, shown_by, level, region_id, SUM(m2) AS m2,
    SUM(shown_m2) AS shown_m2, SUM(standing_m2) AS standing_m2, SUM(shown_standing_m2) AS shown_standing_m2
  FROM both_ways
  GROUP BY source_a, source_b, side, layer_set, day, shown_by, level, region_id
)
SELECT s.source_a, s.source_b, s.side, s.layer_set, s.day, s.shown_by, s.level, s.region_id, s.m2,
  s.shown_m2 AS expected_m2, s.standing_m2, s.shown_standing_m2 AS expected_standing_m2, d.bound_m2
FROM sums s
  LEFT JOIN days d ON d.source_a = s.source_a AND d.source_b = s.source_b AND d.side = s.side
    AND d.layer_set = s.layer_set AND d.day = s.day AND d.shown_by = s.shown_by
WHERE d.bound_m2 IS NULL
  OR ABS(s.m2 - s.shown_m2) > d.bound_m2
  OR ABS(s.standing_m2 - s.shown_standing_m2) > d.bound_m2
