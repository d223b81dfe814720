-- What the store keeps beside the rows of a pack is no row of the pack; publications have a view of their own.

-- The rows of every other table as JSON: body::jsonb ->> 'title'.
CREATE OR REPLACE VIEW pack_row_current WITH (security_invoker = true) AS
SELECT org, table_name, row_key, place, body, change FROM current_row WHERE table_name <> 'results' AND substr(table_name, 1, 1) <> '@' AND body IS NOT NULL;

-- What was published: a row a version.
CREATE VIEW publication_current WITH (security_invoker = true) AS
SELECT
    org,
    row_key AS id,
    body::jsonb ->> 'report' AS report,
    body::jsonb ->> 'results_to' AS results_to,
    body::jsonb ->> 'version' AS version,
    body::jsonb ->> 'published_at' AS published_at,
    body::jsonb ->> 'author' AS author,
    body::jsonb ->> 'note' AS note,
    body::jsonb ->> 'corrects' AS corrects,
    body::jsonb ->> 'inputs' AS inputs_sha256,
    body::jsonb ->> 'program_version' AS program_version,
    change
FROM current_row WHERE table_name = '@publications' AND body IS NOT NULL;

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'quarterdeck_program') THEN
        GRANT SELECT ON publication_current TO quarterdeck_program;
    END IF;
END
$$;
