-- Which rows name an indicator elsewhere than at the beginning of their key: found by reference, whatever else is stored.
-- A row once noted stays noted, so that earlier moments are found too.
CREATE TABLE named_row (
    org text COLLATE "C" NOT NULL,
    ref text COLLATE "C" NOT NULL,
    table_name text COLLATE "C" NOT NULL,
    row_key text COLLATE "C" NOT NULL,
    PRIMARY KEY (org, ref, table_name, row_key)
);

ALTER TABLE named_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE named_row FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON named_row USING (org = current_setting('quarterdeck.organisation', true));

CREATE FUNCTION row_names_indicators() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO named_row (org, ref, table_name, row_key)
    SELECT DISTINCT new.org, named, new.table_name, new.row_key
    FROM string_to_table(new.body::jsonb ->> CASE new.table_name WHEN 'posts' THEN 'ref' ELSE 'refs' END, ';') AS named
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;

CREATE TRIGGER row_names_indicators AFTER INSERT OR UPDATE ON current_row FOR EACH ROW
    WHEN (new.table_name IN ('commentary', 'posts') AND new.body IS NOT NULL) EXECUTE FUNCTION row_names_indicators();

-- The owner too sees one organisation at a time, and there may be many here: for this one step it sees them all.
ALTER TABLE entry NO FORCE ROW LEVEL SECURITY;
ALTER TABLE named_row NO FORCE ROW LEVEL SECURITY;
INSERT INTO named_row (org, ref, table_name, row_key)
SELECT DISTINCT entry.org, named, entry.table_name, entry.row_key
FROM entry, string_to_table(entry.body::jsonb ->> CASE entry.table_name WHEN 'posts' THEN 'ref' ELSE 'refs' END, ';') AS named
WHERE entry.table_name IN ('commentary', 'posts') AND entry.body IS NOT NULL;
ALTER TABLE entry FORCE ROW LEVEL SECURITY;
ALTER TABLE named_row FORCE ROW LEVEL SECURITY;

-- Results are written more tightly since version 2 of their encoding: a column of plain texts is one text, parted by spaces.
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
        FROM (SELECT org, row_key, change, body::jsonb AS body FROM current_row WHERE table_name = 'results' AND body IS NOT NULL) AS block
    ) AS series,
        jsonb_array_elements_text(series.periods) WITH ORDINALITY AS period (difference, at)
) AS result;

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'quarterdeck_program') THEN
        GRANT SELECT, INSERT ON named_row TO quarterdeck_program;
    END IF;
END
$$;
