-- The ledger: an organisation's changes, each one transaction, chained by hash; and what they come to.
-- Every key begins with the organisation. Texts sort by character, as in every other engine.

CREATE TABLE organisation (
    org text COLLATE "C" NOT NULL PRIMARY KEY,
    last_change bigint NOT NULL,
    last_hash bytea NOT NULL,
    last_recorded_at timestamptz
);

CREATE TABLE change (
    org text COLLATE "C" NOT NULL REFERENCES organisation (org),
    number bigint NOT NULL CHECK (number > 0),
    recorded_at timestamptz NOT NULL,
    author text NOT NULL CHECK (author <> ''),
    reason text NOT NULL CHECK (reason <> ''),
    source text NOT NULL,
    program_version text NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (org, number)
);

-- What a change states of a row: no digest and no body withdraws it; a digest without its body was erased.
CREATE TABLE entry (
    org text COLLATE "C" NOT NULL,
    change bigint NOT NULL,
    ordinal bigint NOT NULL CHECK (ordinal > 0),
    table_name text COLLATE "C" NOT NULL,
    row_key text COLLATE "C" NOT NULL,
    version bigint NOT NULL CHECK (version > 0),
    place bigint NOT NULL,
    salt bytea,
    digest bytea,
    body text,
    PRIMARY KEY (org, change, ordinal),
    UNIQUE (org, table_name, row_key, version),
    FOREIGN KEY (org, change) REFERENCES change (org, number)
);

CREATE TABLE current_row (
    org text COLLATE "C" NOT NULL,
    table_name text COLLATE "C" NOT NULL,
    row_key text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    change bigint NOT NULL,
    place bigint NOT NULL,
    body text,
    PRIMARY KEY (org, table_name, row_key),
    FOREIGN KEY (org, change) REFERENCES change (org, number)
);

CREATE FUNCTION ledger_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The ledger is only ever added to.';
END
$$;

CREATE TRIGGER change_is_kept BEFORE UPDATE OR DELETE ON change FOR EACH ROW EXECUTE FUNCTION ledger_is_kept();
CREATE TRIGGER change_is_not_emptied BEFORE TRUNCATE ON change EXECUTE FUNCTION ledger_is_kept();
CREATE TRIGGER entry_is_kept BEFORE UPDATE OR DELETE ON entry FOR EACH ROW EXECUTE FUNCTION ledger_is_kept();
CREATE TRIGGER entry_is_not_emptied BEFORE TRUNCATE ON entry EXECUTE FUNCTION ledger_is_kept();

-- A session sees the organisation it names in quarterdeck.organisation and no other; one that names none sees nothing.
ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisation FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON organisation USING (org = current_setting('quarterdeck.organisation', true));
ALTER TABLE change ENABLE ROW LEVEL SECURITY;
ALTER TABLE change FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON change USING (org = current_setting('quarterdeck.organisation', true));
ALTER TABLE entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE entry FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON entry USING (org = current_setting('quarterdeck.organisation', true));
ALTER TABLE current_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE current_row FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON current_row USING (org = current_setting('quarterdeck.organisation', true));

-- For people who query with SQL: one row a result, its figures exact.
CREATE VIEW result_current WITH (security_invoker = true) AS
SELECT
    org,
    ref,
    to_char(month / 12, 'FM0000') || '-' || to_char(month % 12 + 1, 'FM00') AS period,
    coalesce(body #>> ARRAY['breakdown', at::text], '') AS breakdown,
    (body #>> ARRAY['value', at::text])::numeric AS value,
    (body #>> ARRAY['numerator', at::text])::numeric AS numerator,
    (body #>> ARRAY['denominator', at::text])::numeric AS denominator,
    body #>> ARRAY['ytd', at::text] AS ytd,
    body #>> ARRAY['marker', at::text] AS marker,
    coalesce(body #>> ARRAY['status', at::text], 'final') AS status,
    body #>> ARRAY['note', at::text] AS note,
    change
FROM (
    SELECT
        series.org,
        series.row_key AS ref,
        series.body,
        series.change,
        period.at - 1 AS at,
        sum(period.difference::bigint) OVER (PARTITION BY series.org, series.row_key ORDER BY period.at)::bigint AS month
    FROM (SELECT org, row_key, body::jsonb AS body, change FROM current_row WHERE table_name = 'results' AND body IS NOT NULL) AS series,
        jsonb_array_elements_text(series.body -> 'period') WITH ORDINALITY AS period (difference, at)
) AS result;

-- The rows of every other table as JSON: body::jsonb ->> 'title'.
CREATE VIEW pack_row_current WITH (security_invoker = true) AS
SELECT org, table_name, row_key, place, body, change FROM current_row WHERE table_name <> 'results' AND body IS NOT NULL;

-- The program's own role may add to the ledger and keep what it comes to; it can neither change nor delete a change.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'quarterdeck_program') THEN
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO quarterdeck_program', current_schema());
        GRANT SELECT ON migration TO quarterdeck_program;
        GRANT SELECT, INSERT, UPDATE ON organisation, current_row TO quarterdeck_program;
        GRANT SELECT, INSERT ON change, entry TO quarterdeck_program;
        GRANT SELECT ON result_current, pack_row_current TO quarterdeck_program;
    END IF;
END
$$;
