-- Lists of the tables with a row for each of their items, as the laws read them, in Spark SQL.
-- views.duckdb.sql makes the same views there.

CREATE OR REPLACE TEMPORARY VIEW area_delta_break_kind AS
SELECT t.source_id, t.side, t.layer_set, t.level, t.region_id, t.period_kind, t.period_id,
       e.item AS break_kind
FROM area_delta t LATERAL VIEW EXPLODE(t.break_kinds) e AS item;

CREATE OR REPLACE TEMPORARY VIEW change_polygon_region AS
SELECT t.source_id, t.side, t.layer_set, t.period_kind, t.period_id, t.piece_id, e.item.region_id,
       e.item.level, e.item.area_km2
FROM change_polygon t LATERAL VIEW EXPLODE(t.regions) e AS item;

CREATE OR REPLACE TEMPORARY VIEW claim_assessment_reason AS
SELECT t.claim_id, t.source_id, t.layer_set, t.known, e.item AS reason
FROM claim_assessment t LATERAL VIEW EXPLODE(t.reasons) e AS item;

CREATE OR REPLACE TEMPORARY VIEW comparison_reason AS
SELECT t.comparison_id, e.item AS reason
FROM comparison t LATERAL VIEW EXPLODE(t.reasons) e AS item;

CREATE OR REPLACE TEMPORARY VIEW disagreement_polygon_region AS
SELECT t.source_a, t.source_b, t.side, t.layer_set, t.month, t.shown_by, t.piece, t.kind, t.lies_in,
       e.item.level, e.item.region_id, e.item.country,
       ARRAY_JOIN(TRANSFORM(t.regions, r -> r.region_id), '/') AS joined,
       t.regions[0].region_id AS first_region, t.regions[0].country AS first_country
FROM disagreement_polygon t LATERAL VIEW EXPLODE(t.regions) e AS item;

CREATE OR REPLACE TEMPORARY VIEW input_file_rule AS
SELECT t.source_id, t.path, e.item.rule, e.item.parts
FROM input_file t LATERAL VIEW EXPLODE(t.ignored_by_rule) e AS item;

CREATE OR REPLACE TEMPORARY VIEW region_neighbour AS
SELECT t.level, t.region_id, e.item AS neighbour
FROM region t LATERAL VIEW EXPLODE(t.neighbours) e AS item;

CREATE OR REPLACE TEMPORARY VIEW region_timeline_change AS
SELECT t.level, t.region_id, t.day, e.item.source_id, e.item.side, e.item.layer_set,
       e.item.opening_map_date, e.item.gained_km2, e.item.lost_km2, e.item.net_km2
FROM region_timeline t LATERAL VIEW EXPLODE(t.changes) e AS item;

CREATE OR REPLACE TEMPORARY VIEW region_timeline_claim AS
SELECT t.level, t.region_id, t.day, e.item.claim_id, e.item.claimant, e.item.side, e.item.quantity_type,
       e.item.stated, e.item.unit, e.item.qualifier
FROM region_timeline t LATERAL VIEW EXPLODE(t.claims) e AS item;

CREATE OR REPLACE TEMPORARY VIEW region_timeline_event AS
SELECT t.level, t.region_id, t.day, e.item.event_id, e.item.kind, e.item.claimant, e.item.verified,
       e.item.stated, e.item.unit, e.item.qualifier
FROM region_timeline t LATERAL VIEW EXPLODE(t.events) e AS item;
