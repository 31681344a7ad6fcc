-- law: snapshot-rows-are-whole
-- says: Every snapshot has one row with all its values, at least four vertices to a polygon, and areas in whole square
--   metres.
-- reads: snapshot
SELECT source_id, map_date, file_date, content_hash, finding
FROM (
  SELECT source_id, map_date, file_date, content_hash,
    CASE
      WHEN source_id IS NULL OR map_date IS NULL OR file_date IS NULL OR content_hash IS NULL OR file IS NULL
        OR current IS NULL OR polygons IS NULL OR vertices IS NULL OR repaired IS NULL OR repaired_km2 IS NULL
        OR overlap_km2 IS NULL THEN 'a value is missing'
      WHEN vertices < 4 * polygons THEN 'a polygon has fewer than four vertices'
      WHEN repaired_km2 <> ROUND(repaired_km2 * 1000000) / 1000000
        OR overlap_km2 <> ROUND(overlap_km2 * 1000000) / 1000000 THEN 'an area is no whole number of square metres'
      WHEN COUNT(*) OVER (PARTITION BY source_id, map_date, file_date, content_hash) > 1
        THEN 'there is another row of its key'
    END AS finding
  FROM snapshot
) checked
WHERE finding IS NOT NULL
