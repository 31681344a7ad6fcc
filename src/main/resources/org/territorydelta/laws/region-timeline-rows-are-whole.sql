-- law: region-timeline-rows-are-whole
-- says: Every day in a region's story has one row with something on it, and its net changes are gained less lost.
-- reads: region_timeline, region_timeline_change, region_timeline_claim, region_timeline_event
SELECT level, region_id, day, 'a value is missing' AS finding
FROM region_timeline
WHERE region_id IS NULL OR level IS NULL OR region_name IS NULL OR neighbours IS NULL OR day IS NULL OR changes IS NULL
  OR claims IS NULL OR events IS NULL
UNION ALL
SELECT level, region_id, day, 'there is another row of its key' AS finding
FROM region_timeline
GROUP BY level, region_id, day
HAVING COUNT(*) > 1
UNION ALL
SELECT t.level, t.region_id, t.day, 'there is nothing on the day' AS finding
FROM region_timeline t
  LEFT JOIN (
    SELECT level, region_id, day FROM region_timeline_change
    UNION
    SELECT level, region_id, day FROM region_timeline_claim
    UNION
    SELECT level, region_id, day FROM region_timeline_event
  ) s ON s.level = t.level AND s.region_id = t.region_id AND s.day = t.day
WHERE s.day IS NULL
UNION ALL
SELECT level, region_id, day, CONCAT(source_id, ' ', side, ' ', layer_set, ': net is not gained less lost') AS finding
FROM region_timeline_change
WHERE net_km2 IS NULL
  OR CAST(ROUND(net_km2 * 1000000) AS BIGINT)
    <> CAST(ROUND(gained_km2 * 1000000) AS BIGINT) - CAST(ROUND(lost_km2 * 1000000) AS BIGINT)
