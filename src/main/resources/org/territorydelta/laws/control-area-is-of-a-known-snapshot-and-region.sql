-- law: control-area-is-of-a-known-snapshot-and-region
-- says: Every row of control_area is of a snapshot in the table snapshot and of a region in the
--   table region.
-- reads: control_area, snapshot, region
SELECT a.source_id, a.map_date, a.file_date, a.content_hash, a.side, a.status, a.level, a.region_id
FROM control_area a
LEFT JOIN snapshot s
  ON s.source_id = a.source_id AND s.map_date = a.map_date AND s.file_date = a.file_date
 AND s.content_hash = a.content_hash
LEFT JOIN region r ON r.level = a.level AND r.region_id = a.region_id
WHERE s.source_id IS NULL OR r.region_id IS NULL
