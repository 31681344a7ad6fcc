-- law: a-region-divides-by-an-area
-- says: Areas of regions are more than none and in whole square metres, ALL and UNASSIGNED have
--   none, and shares divide by the region's own area unless the config states another.
-- reads: region
SELECT level, region_id, area_km2, denominator_km2, denominator_source
FROM region
WHERE area_km2 <= 0 OR denominator_km2 <= 0
   OR area_km2 <> ROUND(area_km2 * 1000000) / 1000000
   OR denominator_km2 <> ROUND(denominator_km2 * 1000000) / 1000000
   OR region_id IN ('ALL', 'UNASSIGNED')
      AND (area_km2 IS NOT NULL OR denominator_km2 IS NOT NULL OR country IS NOT NULL)
   OR (denominator_km2 IS NULL) <> (denominator_source IS NULL)
   OR denominator_source = 'own border' AND denominator_km2 IS DISTINCT FROM area_km2
   OR country = ''
