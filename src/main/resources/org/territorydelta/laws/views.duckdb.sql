-- Lists of the tables with a row for each of their items, as the laws read them, in DuckDB.
-- views.spark.sql makes the same views there.

CREATE OR REPLACE VIEW area_delta_break_kind AS
SELECT t.source_id, t.side, t.layer_set, t.level, t.region_id, t.period_kind, t.period_id,
       e.item AS break_kind
FROM area_delta t, UNNEST(t.break_kinds) AS e(item);

CREATE OR REPLACE VIEW change_polygon_region AS
SELECT t.source_id, t.side, t.layer_set, t.period_kind, t.period_id, t.piece_id, e.item.region_id,
       e.item.level, e.item.area_km2
FROM change_polygon t, UNNEST(t.regions) AS e(item);

CREATE OR REPLACE VIEW claim_assessment_reason AS
SELECT t.claim_id, t.source_id, t.layer_set, t.known, e.item AS reason
FROM claim_assessment t, UNNEST(t.reasons) AS e(item);

CREATE OR REPLACE VIEW comparison_reason AS
SELECT t.comparison_id, e.item AS reason
FROM comparison t, UNNEST(t.reasons) AS e(item);

CREATE OR REPLACE VIEW disagreement_polygon_region AS
SELECT t.source_a, t.source_b, t.side, t.layer_set, t.month, t.shown_by, t.piece, t.kind, t.lies_in,
       e.item.level, e.item.region_id, e.item.country,
       ARRAY_TO_STRING([r.region_id FOR r IN t.regions], '/') AS joined,
       t.regions[1].region_id AS first_region, t.regions[1].country AS first_country
FROM disagreement_polygon t, UNNEST(t.regions) AS e(item);

CREATE OR REPLACE VIEW input_file_rule AS
SELECT t.source_id, t.path, e.item.rule, e.item.parts
FROM input_file t, UNNEST(t.ignored_by_rule) AS e(item);

CREATE OR REPLACE VIEW region_neighbour AS
SELECT t.level, t.region_id, e.item AS neighbour
FROM region t, UNNEST(t.neighbours) AS e(item);

CREATE OR REPLACE VIEW region_timeline_change AS
SELECT t.level, t.region_id, t.day, e.item.source_id, e.item.side, e.item.layer_set,
       e.item.opening_map_date, e.item.gained_km2, e.item.lost_km2, e.item.net_km2
FROM region_timeline t, UNNEST(t.changes) AS e(item);

CREATE OR REPLACE VIEW region_timeline_claim AS
SELECT t.level, t.region_id, t.day, e.item.claim_id, e.item.claimant, e.item.side, e.item.quantity_type,
       e.item.stated, e.item.unit, e.item.qualifier
FROM region_timeline t, UNNEST(t.claims) AS e(item);

CREATE OR REPLACE VIEW region_timeline_event AS
SELECT t.level, t.region_id, t.day, e.item.event_id, e.item.kind, e.item.claimant, e.item.verified,
       e.item.stated, e.item.unit, e.item.qualifier
FROM region_timeline t, UNNEST(t.events) AS e(item);
