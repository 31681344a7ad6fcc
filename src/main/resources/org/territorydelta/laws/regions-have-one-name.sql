-- law: regions-have-one-name
-- says: The regions of source_agreement and of the reports are those of the table region, with their names, countries,
--   areas and neighbours.
-- reads: region, source_agreement, claim_assessment, reproduction, comparison, report_event, region_timeline,
--   settlement_change
WITH named AS (
  SELECT 'source_agreement' AS table_name, level, region_id, region_name, country, NULL AS region_area_km2,
    FALSE AS has_area, CAST(NULL AS STRING) AS neighbours
  FROM source_agreement
  UNION
  SELECT 'claim_assessment' AS table_name, level, region_id, region_name, country, region_area_km2, TRUE AS has_area,
    CAST(NULL AS STRING) AS neighbours
  FROM claim_assessment
  UNION
  SELECT 'reproduction' AS table_name, level, region_id, region_name, country, region_area_km2, TRUE AS has_area,
    CAST(NULL AS STRING) AS neighbours
  FROM reproduction
  UNION
  SELECT 'comparison' AS table_name, left_level AS level, left_region_id AS region_id, left_region_name AS region_name,
    left_country AS country, NULL AS region_area_km2, FALSE AS has_area, CAST(NULL AS STRING) AS neighbours
  FROM comparison
  UNION
  SELECT 'comparison' AS table_name, right_level AS level, right_region_id AS region_id,
    right_region_name AS region_name, right_country AS country, NULL AS region_area_km2, FALSE AS has_area,
    CAST(NULL AS STRING) AS neighbours
  FROM comparison
  UNION
  SELECT 'report_event' AS table_name, level, region_id, region_name, country, region_area_km2, TRUE AS has_area,
    CAST(NULL AS STRING) AS neighbours
  FROM report_event
  UNION
  SELECT 'region_timeline' AS table_name, level, region_id, region_name, country, region_area_km2, TRUE AS has_area,
    CAST(neighbours AS STRING) AS neighbours
  FROM region_timeline
  UNION
  SELECT 'settlement_change' AS table_name, level, region_id, region_name, country, region_area_km2, TRUE AS has_area,
    CAST(NULL AS STRING) AS neighbours
  FROM settlement_change
)
SELECT n.level, n.region_id, n.table_name, n.region_name, r.name AS expected_name, n.country,
  r.country AS expected_country, n.region_area_km2, r.area_km2 AS expected_area_km2
FROM named n
  LEFT JOIN region r ON r.level = n.level AND r.region_id = n.region_id
WHERE r.region_id IS NULL
  OR n.region_name <> r.name
  OR n.country IS DISTINCT FROM r.country
  OR n.has_area AND n.region_area_km2 IS DISTINCT FROM r.area_km2
  OR n.neighbours <> CAST(r.neighbours AS STRING)
