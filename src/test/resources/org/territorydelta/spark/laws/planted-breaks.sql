-- Changes to the sample's tables by each of which the law named above breaks, one a line; rows are those of the
-- table as it was written.

-- law: input-file-rows-are-whole
UPDATE input_file SET parts_used = parts_used + 1 WHERE role = 'used';
UPDATE input_file SET features_ignored = features_ignored + 1 WHERE role = 'used';
UPDATE input_file SET role = 'unread' WHERE role = 'used';
UPDATE input_file SET bytes = NULL WHERE role = 'used';
UPDATE input_file SET maps = maps + 1 WHERE role = 'used';
INSERT INTO input_file SELECT * FROM input_file WHERE role = 'used';

-- law: input-file-counts-are-those-of-quarantine
INSERT INTO quarantine
  SELECT 'survey' AS source_id, 'survey/survey_20240101.geojson' AS file, 'NO_RULE' AS reason, 'rejected' AS outcome,
    '' AS detail, '' AS raw;
INSERT INTO quarantine
  SELECT 'survey' AS source_id, (SELECT MIN(path) FROM input_file WHERE source_id = 'survey') AS file,
    'UNREADABLE_FILE' AS reason, 'file-failed' AS outcome, '' AS detail, '' AS raw;
UPDATE input_file SET parts_ignored = parts_ignored + 1 WHERE role = 'used';
UPDATE input_file SET role = 'set-aside' WHERE role = 'duplicate';
UPDATE input_file SET role = 'failed' WHERE role = 'duplicate';

-- law: used-files-have-snapshots
UPDATE input_file SET role = 'used' WHERE role = 'duplicate';
UPDATE snapshot SET file = 'elsewhere' WHERE current;
DELETE FROM snapshot WHERE source_id = 'survey';

-- law: quarantine-rows-are-whole
INSERT INTO quarantine
  SELECT 'survey' AS source_id, (SELECT MIN(path) FROM input_file WHERE source_id = 'survey') AS file,
    'NO_RULE' AS reason, 'repaired' AS outcome, '' AS detail, '' AS raw;
INSERT INTO quarantine
  SELECT 'survey' AS source_id, 'unread' AS file, 'NO_RULE' AS reason, 'rejected' AS outcome, '' AS detail, '' AS raw;
INSERT INTO quarantine
  SELECT 'survey' AS source_id, (SELECT MIN(path) FROM input_file WHERE source_id = 'survey') AS file,
    'BAD' AS reason, 'rejected' AS outcome, '' AS detail, '' AS raw;
INSERT INTO quarantine
  SELECT 'survey' AS source_id, (SELECT MIN(path) FROM input_file WHERE source_id = 'survey') AS file,
    'NO_RULE' AS reason, 'rejected' AS outcome, '' AS detail, '' AS raw, -1 AS feature_index;
INSERT INTO quarantine
  SELECT 'survey' AS source_id, (SELECT MIN(path) FROM input_file WHERE source_id = 'survey') AS file,
    'NO_RULE' AS reason, 'rejected' AS outcome, '' AS detail, '' AS raw, 1.23456789E0 AS area_km2;

-- law: snapshot-rows-are-whole
UPDATE snapshot SET vertices = polygons WHERE polygons > 0;
UPDATE snapshot SET overlap_km2 = 1.23456789E0 WHERE current;
UPDATE snapshot SET repaired = NULL WHERE current;
INSERT INTO snapshot SELECT * FROM snapshot WHERE current;

-- law: current-snapshot-is-the-latest
UPDATE snapshot SET current = NOT current WHERE source_id = 'gazette';
INSERT INTO snapshot SELECT * REPLACE (file_date + 1 AS file_date) FROM snapshot WHERE current;

-- law: map-day-rows-are-whole
UPDATE map_day SET staleness_days = staleness_days + 1 WHERE state = 'carried';
UPDATE map_day SET state = 'mapped' WHERE state = 'carried';
UPDATE map_day SET state = 'missing' WHERE staleness_days = 1;
UPDATE map_day SET state = 'known' WHERE state = 'carried';
UPDATE map_day SET map_date = NULL WHERE state = 'carried';
INSERT INTO map_day SELECT * FROM map_day WHERE state = 'carried';

-- law: latest-map-stands-for-a-day
UPDATE map_day SET map_date = map_date - 1 WHERE state = 'mapped';
UPDATE map_day SET map_date = NULL WHERE state = 'mapped';
DELETE FROM snapshot WHERE source_id = 'survey';

-- law: every-day-has-its-row
DELETE FROM map_day WHERE state = 'mapped';
DELETE FROM map_day WHERE source_id = 'survey';
UPDATE map_day SET day = day + 1 WHERE source_id = 'survey';

-- law: rule-match-rows-are-whole
UPDATE rule_match SET area_km2 = NULL WHERE outcome = 'held';
UPDATE rule_match SET polygons = 0 WHERE outcome = 'held';
UPDATE rule_match SET outcome = 'taken' WHERE outcome = 'held';
UPDATE rule_match SET area_km2 = -1E0 WHERE outcome = 'held';
UPDATE rule_match SET rule = NULL WHERE outcome = 'held';
INSERT INTO rule_match SELECT * FROM rule_match WHERE outcome = 'held';

-- law: rules-take-every-polygon-once
UPDATE rule_match SET polygons = polygons + 1 WHERE outcome = 'held';
INSERT INTO rule_match SELECT * REPLACE ('ignored' AS outcome) FROM rule_match WHERE outcome = 'held';
INSERT INTO rule_match SELECT * REPLACE ('unread' AS file) FROM rule_match WHERE outcome = 'held';
UPDATE input_file SET parts_used = parts_used + 1 WHERE role = 'used';

-- law: every-snapshot-has-its-rules
UPDATE rule_match SET content_hash = 'other' WHERE outcome = 'held';
DELETE FROM rule_match WHERE source_id = 'survey';

-- law: series-break-rows-are-whole
INSERT INTO series_break
  SELECT 'survey' AS source_id, DATE '2024-01-03' AS map_date, 'oddity' AS kind, 'RU' AS side,
    DATE '2024-01-02' AS opening_map_date, DATE '2024-01-03' AS last_map_date, 1E0 AS area_km2, '' AS rule,
    '' AS detail, 'a' AS opening_file, 'b' AS file, 'b' AS last_file, FALSE AS excluded;
INSERT INTO series_break
  SELECT 'survey' AS source_id, DATE '2024-01-03' AS map_date, 'dropout' AS kind, 'RU' AS side,
    DATE '2024-01-02' AS opening_map_date, DATE '2024-01-03' AS last_map_date, 1E0 AS area_km2, '' AS rule,
    '' AS detail, 'b' AS file, 'b' AS last_file, FALSE AS excluded;
INSERT INTO series_break
  SELECT 'survey' AS source_id, DATE '2024-01-03' AS map_date, 'dropout' AS kind, 'RU' AS side,
    DATE '2024-01-03' AS opening_map_date, DATE '2024-01-03' AS last_map_date, 1E0 AS area_km2, '' AS rule,
    '' AS detail, 'a' AS opening_file, 'b' AS file, 'b' AS last_file, FALSE AS excluded;
INSERT INTO series_break
  SELECT 'survey' AS source_id, DATE '2024-01-03' AS map_date, 'dropout' AS kind, 'RU' AS side,
    DATE '2024-01-02' AS opening_map_date, DATE '2024-01-02' AS last_map_date, 1E0 AS area_km2, '' AS rule,
    '' AS detail, 'a' AS opening_file, 'b' AS file, 'b' AS last_file, FALSE AS excluded;
INSERT INTO series_break
  SELECT 'survey' AS source_id, DATE '2024-01-03' AS map_date, 'dropout' AS kind, 'RU' AS side,
    DATE '2024-01-02' AS opening_map_date, DATE '2024-01-03' AS last_map_date, 0E0 AS area_km2, '' AS rule,
    '' AS detail, 'a' AS opening_file, 'b' AS file, 'b' AS last_file, FALSE AS excluded;
INSERT INTO series_break
  SELECT 'survey' AS source_id, DATE '2024-01-03' AS map_date, 'dropout' AS kind, 'RU' AS side,
    DATE '2024-01-02' AS opening_map_date, DATE '2024-01-03' AS last_map_date, 1.23456789E0 AS area_km2, '' AS rule,
    '' AS detail, 'a' AS opening_file, 'b' AS file, 'b' AS last_file, FALSE AS excluded;
INSERT INTO series_break
  SELECT 'survey' AS source_id, DATE '2024-01-03' AS map_date, 'misplaced' AS kind, 'RU' AS side,
    DATE '2024-01-02' AS opening_map_date, DATE '2024-01-03' AS last_map_date, 1E0 AS area_km2, '' AS rule,
    '' AS detail, 'a' AS opening_file, 'b' AS file, 'b' AS last_file, TRUE AS excluded;
INSERT INTO series_break
  SELECT 'survey' AS source_id, DATE '2024-01-03' AS map_date, 'dropout' AS kind, 'RU' AS side,
    DATE '2024-01-02' AS opening_map_date, DATE '2024-01-03' AS last_map_date, 1E0 AS area_km2, '' AS detail,
    'a' AS opening_file, 'b' AS file, 'b' AS last_file, FALSE AS excluded;

-- law: series-break-files-were-read
INSERT INTO series_break
  SELECT 'survey' AS source_id, DATE '2024-01-03' AS map_date, 'dropout' AS kind, 'RU' AS side,
    DATE '2024-01-02' AS opening_map_date, DATE '2024-01-03' AS last_map_date, 1E0 AS area_km2, '' AS rule,
    '' AS detail, 'a' AS opening_file, 'b' AS file, 'b' AS last_file, FALSE AS excluded;

-- law: excluded-maps-are-left-out
INSERT INTO series_break
  SELECT 'survey' AS source_id, (SELECT MIN(map_date) FROM snapshot WHERE source_id = 'survey') AS map_date,
    'dropout' AS kind, 'RU' AS side, DATE '2024-01-02' AS opening_map_date,
    (SELECT MIN(map_date) FROM snapshot WHERE source_id = 'survey') AS last_map_date, 1E0 AS area_km2, '' AS rule,
    '' AS detail, 'a' AS opening_file, (SELECT MIN(file) FROM snapshot WHERE source_id = 'survey') AS file,
    (SELECT MIN(file) FROM snapshot WHERE source_id = 'survey') AS last_file, TRUE AS excluded;
UPDATE input_file SET role = 'excluded' WHERE role = 'used';

-- law: source-agreement-rows-are-whole
UPDATE source_agreement SET a_km2 = a_km2 + 1 WHERE region_id = 'ALL';
UPDATE source_agreement SET b_km2 = b_km2 + 1 WHERE region_id = 'ALL';
UPDATE source_agreement SET in_both_km2 = in_both_km2 + 1 WHERE region_id = 'ALL';
UPDATE source_agreement SET only_a_km2 = only_a_km2 + 1 WHERE region_id = 'ALL';
UPDATE source_agreement SET only_b_km2 = only_b_km2 + 1 WHERE region_id = 'ALL';
UPDATE source_agreement SET a_staleness_days = a_staleness_days + 1 WHERE region_id = 'ALL';
UPDATE source_agreement SET b_staleness_days = b_staleness_days + 1 WHERE region_id = 'ALL';
UPDATE source_agreement SET jaccard = jaccard + 5E-1 WHERE region_id = 'ALL' AND jaccard IS NOT NULL;
UPDATE source_agreement SET front_jaccard = front_jaccard + 5E-1 WHERE region_id = 'ALL' AND jaccard IS NOT NULL;
UPDATE source_agreement SET only_a_standing_km2 = only_a_km2 + 1 WHERE region_id = 'ALL';
UPDATE source_agreement SET only_b_standing_km2 = only_b_km2 + 1 WHERE region_id = 'ALL';
UPDATE source_agreement SET only_a_baseline_km2 = only_a_standing_km2 + 1 WHERE region_id = 'ALL';
UPDATE source_agreement SET only_b_baseline_km2 = -1E0 WHERE region_id = 'ALL';
UPDATE source_agreement SET source_b = source_a WHERE region_id = 'ALL';
UPDATE source_agreement SET rounding_bound_km2 = 1.23456789E0 WHERE region_id = 'ALL';
UPDATE source_agreement SET countries = NULL WHERE region_id = 'ALL';
INSERT INTO source_agreement SELECT * FROM source_agreement WHERE region_id = 'ALL';

-- law: agreement-shows-what-each-source-holds
UPDATE source_agreement SET a_km2 = a_km2 + 1 WHERE level = 0;
UPDATE source_agreement SET b_km2 = b_km2 + 1 WHERE level = 1 AND region_id <> 'UNASSIGNED';
DELETE FROM control_area WHERE source_id = 'survey';

-- law: agreement-adds-up-over-regions
UPDATE source_agreement SET in_both_km2 = in_both_km2 + 1 WHERE level = -1;
UPDATE source_agreement SET only_a_km2 = only_a_km2 + 1 WHERE level = 0;
UPDATE source_agreement SET only_b_km2 = only_b_km2 + 1 WHERE level = 1;
UPDATE source_agreement SET only_a_standing_km2 = only_a_standing_km2 + 1 WHERE level = -1;
UPDATE source_agreement SET only_b_standing_km2 = only_b_standing_km2 + 1 WHERE level = 0;
UPDATE source_agreement SET only_a_baseline_km2 = only_a_baseline_km2 + 1 WHERE level = 1;
UPDATE source_agreement SET only_b_baseline_km2 = only_b_baseline_km2 + 1 WHERE level = -1;
DELETE FROM source_agreement WHERE level = 0;
DELETE FROM source_agreement WHERE level = -1;

-- law: agreement-has-one-basis-a-day
UPDATE source_agreement SET compared_days = compared_days + 1 WHERE region_id = 'ALL';
UPDATE source_agreement SET rounding_bound_km2 = rounding_bound_km2 + 1 WHERE region_id = 'ALL';

-- law: disagreement-polygon-rows-are-whole
UPDATE disagreement_polygon SET month = '2020-01' WHERE kind = 'front';
UPDATE disagreement_polygon SET kind = 'coast' WHERE kind = 'front';
UPDATE disagreement_polygon SET standing_km2 = area_km2 + 1 WHERE kind = 'front';
UPDATE disagreement_polygon SET shown_by = 'nobody' WHERE kind = 'front';
UPDATE disagreement_polygon SET piece = 0 WHERE kind = 'front';
UPDATE disagreement_polygon SET lies_in = 'nowhere' WHERE kind = 'front';
UPDATE disagreement_polygon SET region_id = 'nowhere' WHERE kind = 'front';
UPDATE disagreement_polygon SET country = 'XX' WHERE kind = 'front';
UPDATE disagreement_polygon SET area_km2 = area_km2 + 1E-7 WHERE kind = 'front';
UPDATE disagreement_polygon SET day = NULL WHERE kind = 'front';
INSERT INTO disagreement_polygon SELECT * FROM disagreement_polygon WHERE kind = 'front';

-- law: disagreement-pieces-add-up
UPDATE disagreement_polygon SET area_km2 = area_km2 + 1 WHERE kind = 'front';
UPDATE disagreement_polygon SET standing_km2 = standing_km2 + 1 WHERE kind = 'front';
DELETE FROM source_agreement WHERE side = 'RU';
UPDATE disagreement_polygon_region SET region_id = 'nowhere' WHERE level = 1;

-- law: claims-follow-from-what-was-stated
UPDATE claim_assessment SET claimed_low = claimed_low + 1 WHERE claimed_low IS NOT NULL;
UPDATE claim_assessment SET claimed_value = claimed_value + 1 WHERE claimed_low IS NOT NULL;
UPDATE claim_assessment SET claimed_high = NULL WHERE claimed_low IS NOT NULL;
UPDATE claim_assessment SET value_low = value_low + 1 WHERE level = 1;
UPDATE claim_assessment SET value_high = value_high + 1 WHERE level = 1;
UPDATE claim_assessment SET significant_digits = significant_digits + 1 WHERE level = 1;
UPDATE claim_assessment SET quantity_type = 'ground' WHERE level = 1;
UPDATE claim_assessment SET quantity_type = 'settlement_count' WHERE unit = 'km2';
UPDATE claim_assessment SET unit = 'acre' WHERE unit = 'km2';
UPDATE claim_assessment SET unit = 'km' WHERE unit = 'km2';
UPDATE claim_assessment SET unit = 'ha' WHERE unit = 'km2';
UPDATE claim_assessment SET qualifier = 'roughly' WHERE level = 1;
UPDATE claim_assessment SET qualifier = 'less than' WHERE qualifier = 'about';
UPDATE claim_assessment SET qualifier = 'exact' WHERE qualifier = 'about';
UPDATE claim_assessment SET qualifier = 'about' WHERE qualifier = 'not stated';
UPDATE claim_assessment SET qualifier = 'more than' WHERE qualifier = 'about';
UPDATE claim_assessment SET stated = '0390' WHERE level = 1;
UPDATE claim_assessment SET stated = 'a lot' WHERE level = 1;
UPDATE claim_assessment SET stated = '5 to 5' WHERE level = 1;
UPDATE claim_assessment SET stated = '-5' WHERE quantity_type = 'control_stock';
UPDATE claim_assessment SET reckoned_in = 'ha' WHERE level = 1;
UPDATE claim_assessment SET first_day = last_day + 1 WHERE level = 1;
UPDATE claim_assessment SET includes_contested = 'perhaps' WHERE level = 1;
UPDATE claim_assessment SET claimant = NULL WHERE level = 1;
UPDATE reproduction SET claimed_value = claimed_value + 1 WHERE level = -1;

-- law: claim-is-the-same-in-all-rows
UPDATE claim_assessment SET side = 'XX' WHERE known = 'as_known_now';
UPDATE claim_assessment SET claimant = 'XX' WHERE known = 'as_known_now';
UPDATE claim_assessment SET stated = '12' WHERE known = 'as_known_now';
UPDATE claim_assessment SET statement_date = statement_date + 1 WHERE known = 'as_known_now';
UPDATE claim_assessment SET last_day = last_day + 1 WHERE known = 'as_known_now';
UPDATE claim_assessment SET supersedes = 'x' WHERE known = 'as_known_now';
UPDATE claim_assessment SET verified = NOT verified WHERE known = 'as_known_now';
UPDATE reproduction SET group_id = 'other' WHERE best;

-- law: claim-assessment-rows-are-whole
UPDATE claim_assessment SET difference = difference + 1 WHERE difference IS NOT NULL;
UPDATE claim_assessment SET ratio = ratio + 1 WHERE ratio IS NOT NULL;
UPDATE claim_assessment SET opening_map_date = opening_map_date + 1 WHERE opening_map_date IS NOT NULL;
UPDATE claim_assessment SET closing_map_date = closing_map_date + 1 WHERE closing_map_date IS NOT NULL;
UPDATE claim_assessment SET opening_staleness_days = opening_staleness_days + 1 WHERE opening_km2 > 0;
UPDATE claim_assessment SET closing_staleness_days = closing_staleness_days + 1 WHERE coverage = 'full';
UPDATE claim_assessment SET claimed_days = claimed_days + 1 WHERE claimed_days IS NOT NULL;
UPDATE claim_assessment SET covered_days = covered_days + 1 WHERE covered_days IS NOT NULL;
UPDATE claim_assessment SET measured_low = measured_value + 1 WHERE measured_value IS NOT NULL;
UPDATE claim_assessment SET measured_high = NULL WHERE measured_value IS NOT NULL;
UPDATE claim_assessment SET coverage = NULL WHERE measured_value IS NOT NULL;
UPDATE claim_assessment SET coverage = 'partial' WHERE measured_value IS NOT NULL;
UPDATE claim_assessment SET coverage = 'all' WHERE measured_value IS NOT NULL;
UPDATE claim_assessment SET known = 'as_known_once' WHERE measured_value IS NOT NULL;
UPDATE claim_assessment SET counted = NULL WHERE measured_value IS NOT NULL;
UPDATE claim_assessment SET opening_km2 = opening_km2 + 1E-7 WHERE opening_km2 > 0;
UPDATE claim_assessment SET opening_staleness_days = NULL WHERE opening_map_date IS NOT NULL;
UPDATE claim_assessment SET covered_low = 0E0 WHERE measured_value IS NOT NULL;
INSERT INTO claim_assessment SELECT * FROM claim_assessment WHERE measured_value IS NOT NULL;

-- law: labels-follow-from-the-intervals
UPDATE claim_assessment SET label = 'LOW' WHERE label <> 'SUPERSEDED';
UPDATE claim_assessment SET coverage = NULL WHERE label = 'CONSISTENT';
UPDATE claim_assessment SET measured_high = measured_high + 100000 WHERE label IN ('HIGH', 'STRONGLY_HIGH');
UPDATE claim_assessment SET claimed_low = NULL WHERE measured_value IS NOT NULL;
UPDATE claim_assessment SET label = 'TRUE' WHERE label = 'CONSISTENT';

-- law: claims-are-summed-up
UPDATE claim_summary SET label = 'LOW' WHERE label = 'CONSISTENT';
UPDATE claim_summary SET range_high = range_high + 1 WHERE range_high IS NOT NULL;
UPDATE claim_summary SET sources_low = sources_low - 1 WHERE sources_low IS NOT NULL;
UPDATE claim_summary SET sources_value = sources_high + 1 WHERE sources_high IS NOT NULL;
DELETE FROM claim_summary WHERE label IS NOT NULL;

-- law: reasons-go-with-labels
UPDATE claim_assessment SET label = 'NOT_COMPARABLE' WHERE label = 'CONSISTENT';
UPDATE claim_assessment SET label = 'CONSISTENT' WHERE label = 'NOT_COMPARABLE';
UPDATE claim_assessment_reason SET reason = 'WEATHER' WHERE reason IS NOT NULL;

-- law: breaks-spoil-what-lies-across-them
INSERT INTO series_break
  SELECT source_id AS source_id, closing_map_date AS map_date, 'base-redefined' AS kind, 'ALL' AS side,
    DATE '2024-01-02' AS opening_map_date, closing_map_date AS last_map_date, 1E0 AS area_km2, '' AS rule,
    '' AS detail, 'a' AS opening_file, 'b' AS file, 'b' AS last_file, FALSE AS excluded
  FROM claim_assessment WHERE covered_days > 0 AND coverage = 'full';

-- law: one-claim-of-a-statement-counts
UPDATE claim_assessment SET counted = TRUE WHERE NOT counted;
UPDATE claim_assessment SET label = 'SUPERSEDED' WHERE counted;

-- law: comparison-ends-are-whole
UPDATE comparison SET left_km2 = left_km2 + 1 WHERE left_km2 IS NOT NULL;
UPDATE comparison SET right_sq_mi = right_sq_mi + 1 WHERE right_sq_mi IS NOT NULL;
UPDATE comparison SET left_per_day = left_per_day + 1 WHERE left_per_day IS NOT NULL;
UPDATE comparison SET right_days = right_days + 1 WHERE right_per_day IS NOT NULL;
UPDATE comparison SET left_low = left_value + 1 WHERE left_value IS NOT NULL;
UPDATE comparison SET right_high = NULL WHERE right_value IS NOT NULL;
UPDATE comparison SET left_reckoned_in = 'km' WHERE left_reckoned_in = 'km2';
UPDATE comparison SET left_kind = 'guess' WHERE left_kind = 'claim';
UPDATE comparison SET right_coverage = 'all' WHERE right_level IS NOT NULL;
UPDATE comparison SET right_quantity_type = 'ground' WHERE right_level IS NOT NULL;
UPDATE comparison SET left_first_day = left_last_day + 1 WHERE left_first_day IS NOT NULL;
UPDATE comparison SET left_side = NULL WHERE left_level IS NOT NULL;

-- law: comparisons-follow-from-their-ends
UPDATE comparison SET ratio = ratio + 1 WHERE ratio IS NOT NULL;
UPDATE comparison SET ratio_per_day = ratio_per_day + 1 WHERE ratio_per_day IS NOT NULL;
UPDATE comparison SET difference = difference + 1 WHERE difference IS NOT NULL;
UPDATE comparison SET ratio_low = ratio_low - 1 WHERE ratio_low IS NOT NULL;
UPDATE comparison SET ratio_high = NULL WHERE ratio_high IS NOT NULL;
UPDATE comparison SET grade = 'same thing' WHERE ARRAY_CONTAINS(reasons, 'QUANTITY_TYPE');
UPDATE comparison SET sentence = NULL WHERE left_level IS NOT NULL;
UPDATE comparison SET left_first_day = left_last_day - CAST(right_last_day - right_first_day AS INTEGER) WHERE ARRAY_CONTAINS(reasons, 'PERIOD_LENGTH');
UPDATE comparison SET comparable = NOT comparable WHERE left_level IS NOT NULL;
UPDATE comparison SET left_side = right_side WHERE left_side <> right_side;
UPDATE comparison SET left_country = right_country WHERE ARRAY_CONTAINS(reasons, 'COUNTRY');
UPDATE comparison SET left_quantity_type = right_quantity_type WHERE ARRAY_CONTAINS(reasons, 'QUANTITY_TYPE');
UPDATE comparison_reason SET reason = 'WEATHER' WHERE reason = 'SIDE';
INSERT INTO comparison SELECT * FROM comparison WHERE left_level IS NOT NULL;

-- law: compared-claims-are-as-assessed
UPDATE comparison SET left_value = left_value + 1 WHERE left_kind = 'claim';
UPDATE comparison SET left_days = left_days + 1 WHERE left_kind = 'claim' AND left_days IS NOT NULL;
UPDATE comparison SET left_reference = 'nobody' WHERE left_kind = 'claim';
UPDATE comparison SET left_side = 'XX' WHERE left_kind = 'claim';

-- law: reproduction-rows-are-whole
UPDATE reproduction SET residual = residual + 1 WHERE residual IS NOT NULL;
UPDATE reproduction SET computed_value = computed_value + 1 WHERE computed_value IS NOT NULL;
UPDATE reproduction SET reproduces = NOT reproduces WHERE offset_days = 0;
UPDATE reproduction SET closing_map_date = NULL WHERE computed_value IS NOT NULL;
UPDATE reproduction SET speaks_of_source = 'other' WHERE offset_days = 0;
UPDATE reproduction SET opening_map_date = closing_map_date + 1 WHERE opening_map_date IS NOT NULL;
UPDATE reproduction SET best = NULL WHERE offset_days = 0;
INSERT INTO reproduction SELECT * FROM reproduction WHERE offset_days = 0;

-- law: best-definition-comes-nearest
UPDATE reproduction SET best = NOT best WHERE offset_days = 0;
UPDATE reproduction SET ours = NOT ours WHERE offset_days = 0;
UPDATE reproduction SET residual = 1E9 WHERE best;

-- law: report-event-rows-are-whole
UPDATE report_event SET value_low = value_low + 1 WHERE value_low IS NOT NULL;
UPDATE report_event SET value_high = value_high + 1 WHERE value_high IS NOT NULL;
UPDATE report_event SET unit = NULL WHERE unit IS NOT NULL;
UPDATE report_event SET qualifier = 'roughly' WHERE qualifier IS NOT NULL;
UPDATE report_event SET stated = 'many' WHERE stated IS NOT NULL;
UPDATE report_event SET kind = NULL WHERE level IS NOT NULL;
INSERT INTO report_event SELECT * FROM report_event WHERE level IS NOT NULL;

-- law: region-timeline-rows-are-whole
UPDATE region_timeline_change SET net_km2 = net_km2 + 1 WHERE level IS NOT NULL;
DELETE FROM region_timeline_change WHERE level IS NOT NULL;
UPDATE region_timeline SET region_name = NULL WHERE level IS NOT NULL;
INSERT INTO region_timeline SELECT * FROM region_timeline WHERE level IS NOT NULL;

-- law: timeline-changes-are-those-of-transition
UPDATE region_timeline_change SET gained_km2 = gained_km2 + 1 WHERE level IS NOT NULL;
UPDATE region_timeline_change SET lost_km2 = lost_km2 + 1 WHERE level IS NOT NULL;
UPDATE region_timeline_change SET opening_map_date = opening_map_date + 1 WHERE level IS NOT NULL;
UPDATE region_timeline_change SET day = day + 1 WHERE level IS NOT NULL;
UPDATE transition SET area_km2 = area_km2 + 1 WHERE pair_kind = 'consecutive';
DELETE FROM region_timeline_change WHERE level = 1;
INSERT INTO region_timeline_change SELECT * FROM region_timeline_change WHERE level = 1;

-- law: timeline-reports-are-those-of-their-tables
UPDATE region_timeline_claim SET stated = '12' WHERE level IS NOT NULL;
UPDATE region_timeline_event SET kind = 'other' WHERE level IS NOT NULL;
DELETE FROM region_timeline_event WHERE level IS NOT NULL;
INSERT INTO region_timeline_claim SELECT * FROM region_timeline_claim WHERE level IS NOT NULL;
UPDATE report_event SET day = day + 1 WHERE level IS NOT NULL;
UPDATE region_timeline_event SET verified = NOT verified WHERE level IS NOT NULL;

-- law: settlement-changes-follow-each-other
UPDATE settlement_change SET to_side = 'none' WHERE to_side <> 'none';
UPDATE settlement_change SET opening_map_date = opening_map_date - 1 WHERE level IS NOT NULL;
UPDATE settlement_change SET name = NULL WHERE level IS NOT NULL;
INSERT INTO settlement_change SELECT * FROM settlement_change WHERE level IS NOT NULL;
INSERT INTO settlement_change SELECT * REPLACE ('XX' AS to_side) FROM settlement_change WHERE to_side <> 'none';
INSERT INTO settlement_change SELECT * REPLACE (lon + 1 AS lon) FROM settlement_change WHERE level IS NOT NULL;

-- law: regions-have-one-name
UPDATE source_agreement SET region_name = 'elsewhere' WHERE level IS NOT NULL;
UPDATE claim_assessment SET region_name = 'elsewhere' WHERE level IS NOT NULL;
UPDATE reproduction SET region_name = 'elsewhere' WHERE level IS NOT NULL;
UPDATE report_event SET region_name = 'elsewhere' WHERE level IS NOT NULL;
UPDATE region_timeline SET region_name = 'elsewhere' WHERE level IS NOT NULL;
UPDATE settlement_change SET region_name = 'elsewhere' WHERE level IS NOT NULL;
UPDATE comparison SET left_country = 'XX' WHERE left_level IS NOT NULL;
UPDATE comparison SET right_region_id = 'XX' WHERE right_level IS NOT NULL;
UPDATE claim_assessment SET region_area_km2 = region_area_km2 + 1 WHERE region_area_km2 IS NOT NULL;
DELETE FROM region WHERE level = 1;
UPDATE region SET name = 'elsewhere' WHERE level IS NOT NULL;
