-- The results of a series, while one change alone has stated them, are held once: in its entry, which cannot be altered. They are most of
-- what a store holds. The current row then has no body of its own. Rows written before keep theirs.

-- Every row as it is now.
CREATE VIEW row_current WITH (security_invoker = true) AS
SELECT
    org,
    table_name,
    row_key,
    version,
    change,
    place,
    -- No join: after an import of millions the server may not know yet how many there are, and would go through all for each.
    CASE WHEN body IS NULL AND version = 1 THEN (
        SELECT entry.body FROM entry
        WHERE entry.org = current_row.org AND entry.table_name = current_row.table_name AND entry.row_key = current_row.row_key AND entry.version = 1
    ) ELSE body END AS body
FROM current_row;

CREATE OR REPLACE VIEW result_current WITH (security_invoker = true) AS
SELECT
    org,
    ref,
    to_char(month / 12, 'FM0000') || '-' || to_char(month % 12 + 1, 'FM00') AS period,
    coalesce(breakdown[at], '') AS breakdown,
    nullif(value[at], '')::numeric AS value,
    nullif(numerator[at], '')::numeric AS numerator,
    nullif(denominator[at], '')::numeric AS denominator,
    nullif(ytd[at], '') AS ytd,
    nullif(marker[at], '') AS marker,
    coalesce(nullif(status[at], ''), 'final') AS status,
    nullif(note[at], '') AS note,
    change
FROM (
    SELECT
        series.*,
        period.at AS at,
        sum(period.difference::bigint) OVER (PARTITION BY series.org, series.ref ORDER BY period.at)::bigint AS month
    FROM (
        SELECT
            org,
            row_key AS ref,
            change,
            body -> 'period' AS periods,
            CASE jsonb_typeof(body -> 'breakdown') WHEN 'string' THEN string_to_array(body ->> 'breakdown', ' ') WHEN 'array' THEN ARRAY(SELECT jsonb_array_elements_text(body -> 'breakdown')) END AS breakdown,
            CASE jsonb_typeof(body -> 'value') WHEN 'string' THEN string_to_array(body ->> 'value', ' ') WHEN 'array' THEN ARRAY(SELECT jsonb_array_elements_text(body -> 'value')) END AS value,
            CASE jsonb_typeof(body -> 'numerator') WHEN 'string' THEN string_to_array(body ->> 'numerator', ' ') WHEN 'array' THEN ARRAY(SELECT jsonb_array_elements_text(body -> 'numerator')) END AS numerator,
            CASE jsonb_typeof(body -> 'denominator') WHEN 'string' THEN string_to_array(body ->> 'denominator', ' ') WHEN 'array' THEN ARRAY(SELECT jsonb_array_elements_text(body -> 'denominator')) END AS denominator,
            CASE jsonb_typeof(body -> 'ytd') WHEN 'string' THEN string_to_array(body ->> 'ytd', ' ') WHEN 'array' THEN ARRAY(SELECT jsonb_array_elements_text(body -> 'ytd')) END AS ytd,
            CASE jsonb_typeof(body -> 'marker') WHEN 'string' THEN string_to_array(body ->> 'marker', ' ') WHEN 'array' THEN ARRAY(SELECT jsonb_array_elements_text(body -> 'marker')) END AS marker,
            CASE jsonb_typeof(body -> 'status') WHEN 'string' THEN string_to_array(body ->> 'status', ' ') WHEN 'array' THEN ARRAY(SELECT jsonb_array_elements_text(body -> 'status')) END AS status,
            CASE jsonb_typeof(body -> 'note') WHEN 'string' THEN string_to_array(body ->> 'note', ' ') WHEN 'array' THEN ARRAY(SELECT jsonb_array_elements_text(body -> 'note')) END AS note
        FROM (SELECT org, row_key, change, body::jsonb AS body FROM row_current WHERE table_name = 'results' AND body IS NOT NULL) AS block
    ) AS series,
        jsonb_array_elements_text(series.periods) WITH ORDINALITY AS period (difference, at)
) AS result;

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'quarterdeck_program') THEN
        GRANT SELECT ON row_current TO quarterdeck_program;
    END IF;
END
$$;
