-- The ledger: an organisation's changes, each one transaction, chained by hash; and what they come to.
-- Every key begins with the organisation.

CREATE TABLE organisation (
    org TEXT NOT NULL PRIMARY KEY,
    last_change INTEGER NOT NULL,
    last_hash BLOB NOT NULL,
    last_recorded_at TEXT
);

CREATE TABLE change (
    org TEXT NOT NULL REFERENCES organisation (org),
    number INTEGER NOT NULL CHECK (number > 0),
    recorded_at TEXT NOT NULL,
    author TEXT NOT NULL CHECK (author <> ''),
    reason TEXT NOT NULL CHECK (reason <> ''),
    source TEXT NOT NULL,
    program_version TEXT NOT NULL,
    previous_hash BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (org, number)
);

-- What a change states of a row: no digest and no body withdraws it; a digest without its body was erased.
CREATE TABLE entry (
    org TEXT NOT NULL,
    change INTEGER NOT NULL,
    ordinal INTEGER NOT NULL CHECK (ordinal > 0),
    table_name TEXT NOT NULL,
    row_key TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    place INTEGER NOT NULL,
    salt BLOB,
    digest BLOB,
    body TEXT,
    PRIMARY KEY (org, change, ordinal),
    UNIQUE (org, table_name, row_key, version),
    FOREIGN KEY (org, change) REFERENCES change (org, number)
);

CREATE TABLE current_row (
    org TEXT NOT NULL,
    table_name TEXT NOT NULL,
    row_key TEXT NOT NULL,
    version INTEGER NOT NULL,
    change INTEGER NOT NULL,
    place INTEGER NOT NULL,
    body TEXT,
    PRIMARY KEY (org, table_name, row_key),
    FOREIGN KEY (org, change) REFERENCES change (org, number)
);

CREATE TRIGGER change_is_kept BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'The ledger is only ever added to.'); END;
CREATE TRIGGER change_is_not_deleted BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'The ledger is only ever added to.'); END;
CREATE TRIGGER entry_is_kept BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'The ledger is only ever added to.'); END;
CREATE TRIGGER entry_is_not_deleted BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'The ledger is only ever added to.'); END;

-- For people who query with SQL: one row a result. Figures are the exact text; CAST(value AS REAL) where arithmetic is wanted.
CREATE VIEW result_current AS
SELECT
    org,
    ref,
    printf('%04d-%02d', month / 12, month % 12 + 1) AS period,
    coalesce(json_extract(body, '$.breakdown[' || at || ']'), '') AS breakdown,
    json_extract(body, '$.value[' || at || ']') AS value,
    json_extract(body, '$.numerator[' || at || ']') AS numerator,
    json_extract(body, '$.denominator[' || at || ']') AS denominator,
    json_extract(body, '$.ytd[' || at || ']') AS ytd,
    json_extract(body, '$.marker[' || at || ']') AS marker,
    coalesce(json_extract(body, '$.status[' || at || ']'), 'final') AS status,
    json_extract(body, '$.note[' || at || ']') AS note,
    change
FROM (
    SELECT
        series.org AS org,
        series.row_key AS ref,
        series.body AS body,
        series.change AS change,
        period.key AS at,
        sum(period.value) OVER (PARTITION BY series.org, series.row_key ORDER BY period.key) AS month
    FROM current_row AS series, json_each(series.body, '$.period') AS period
    WHERE series.table_name = 'results' AND series.body IS NOT NULL
);

-- The rows of every other table as JSON: json_extract(body, '$.title').
CREATE VIEW pack_row_current AS
SELECT org, table_name, row_key, place, body, change FROM current_row WHERE table_name <> 'results' AND body IS NOT NULL;
