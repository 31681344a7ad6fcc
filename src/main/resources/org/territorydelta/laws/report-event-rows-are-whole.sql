-- law: report-event-rows-are-whole
-- says: Every event has one row, with a number, unit and qualifier or none of them, and its values are the number that
--   was stated.
-- reads: report_event
WITH texts AS (
  SELECT *,
    REGEXP_EXTRACT(stated,
      '^-?(0|[1-9][0-9]*)([.][0-9]+)?(E[+-][1-9][0-9]*)?( to -?(0|[1-9][0-9]*)([.][0-9]+)?(E[+-][1-9][0-9]*)?)?$', 0)
      AS number,
    SPLIT_PART(stated, ' to ', 1) AS low_text, SPLIT_PART(stated, ' to ', 2) AS high_text
  FROM report_event
)
SELECT event_id, day, finding
FROM (
  SELECT event_id, day,
    CASE
      WHEN event_id IS NULL OR day IS NULL OR region_id IS NULL OR level IS NULL OR region_name IS NULL OR kind IS NULL
        OR claimant IS NULL OR verified IS NULL OR detail IS NULL OR stated_where IS NULL THEN 'a value is missing'
      WHEN (value_low IS NULL) <> (stated IS NULL) OR (value_high IS NULL) <> (stated IS NULL)
        OR (unit IS NULL) <> (stated IS NULL) OR (qualifier IS NULL) <> (stated IS NULL)
        THEN 'number, unit and qualifier do not come together'
      WHEN qualifier NOT IN ('exact', 'not stated', 'about', 'more than', 'at least', 'less than', 'up to', 'as many as',
        'at most', 'between', 'almost')
        THEN 'qualifier is no known word'
      WHEN number <> stated OR number = '' OR low_text = high_text THEN 'stated is no number'
      WHEN value_low IS DISTINCT FROM TRY_CAST(low_text AS DOUBLE)
        OR value_high IS DISTINCT FROM TRY_CAST(CASE WHEN high_text = '' THEN low_text ELSE high_text END AS DOUBLE)
        OR value_low > value_high THEN 'value_low and value_high are not the number that was stated'
      WHEN COUNT(*) OVER (PARTITION BY event_id) > 1 THEN 'there is another row of its key'
    END AS finding
  FROM texts
) checked
WHERE finding IS NOT NULL
