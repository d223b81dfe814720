-- Which rows name an indicator elsewhere than at the beginning of their key: found by reference, whatever else is stored.
-- A row once noted stays noted, so that earlier moments are found too.
CREATE TABLE named_row (
    org TEXT NOT NULL,
    ref TEXT NOT NULL,
    table_name TEXT NOT NULL,
    row_key TEXT NOT NULL,
    PRIMARY KEY (org, ref, table_name, row_key)
) WITHOUT ROWID;

CREATE TRIGGER row_names_indicators AFTER INSERT ON current_row WHEN new.table_name IN ('commentary', 'posts') AND json_valid(new.body)
BEGIN
    INSERT INTO named_row (org, ref, table_name, row_key)
    SELECT DISTINCT new.org, named.value, new.table_name, new.row_key
    FROM json_each('["' || replace(json_extract(new.body, CASE new.table_name WHEN 'posts' THEN '$.ref' ELSE '$.refs' END), ';', '","') || '"]') AS named
    WHERE NOT EXISTS (SELECT 1 FROM named_row AS known WHERE known.org = new.org AND known.ref = named.value AND known.table_name = new.table_name AND known.row_key = new.row_key);
END;

CREATE TRIGGER changed_row_names_indicators AFTER UPDATE ON current_row WHEN new.table_name IN ('commentary', 'posts') AND json_valid(new.body)
BEGIN
    INSERT INTO named_row (org, ref, table_name, row_key)
    SELECT DISTINCT new.org, named.value, new.table_name, new.row_key
    FROM json_each('["' || replace(json_extract(new.body, CASE new.table_name WHEN 'posts' THEN '$.ref' ELSE '$.refs' END), ';', '","') || '"]') AS named
    WHERE NOT EXISTS (SELECT 1 FROM named_row AS known WHERE known.org = new.org AND known.ref = named.value AND known.table_name = new.table_name AND known.row_key = new.row_key);
END;

INSERT OR IGNORE INTO named_row (org, ref, table_name, row_key)
SELECT entry.org, named.value, entry.table_name, entry.row_key
FROM entry, json_each('["' || replace(json_extract(entry.body, CASE entry.table_name WHEN 'posts' THEN '$.ref' ELSE '$.refs' END), ';', '","') || '"]') AS named
WHERE entry.table_name IN ('commentary', 'posts') AND json_valid(entry.body);

-- Results are written more tightly since version 2 of their encoding: a column of plain texts is one text, parted by spaces.
DROP VIEW result_current;

CREATE VIEW result_current AS
SELECT
    org,
    ref,
    printf('%04d-%02d', month / 12, month % 12 + 1) AS period,
    coalesce(nullif(json_extract(breakdown, place), ''), '') AS breakdown,
    nullif(json_extract(value, place), '') AS value,
    nullif(json_extract(numerator, place), '') AS numerator,
    nullif(json_extract(denominator, place), '') AS denominator,
    nullif(json_extract(ytd, place), '') AS ytd,
    nullif(json_extract(marker, place), '') AS marker,
    coalesce(nullif(json_extract(status, place), ''), 'final') AS status,
    nullif(json_extract(note, place), '') AS note,
    change
FROM (
    SELECT
        series.*,
        '$[' || period.key || ']' AS place,
        sum(period.value) OVER (PARTITION BY series.org, series.ref ORDER BY period.key) AS month
    FROM (
        SELECT
            org,
            row_key AS ref,
            change,
            json_extract(body, '$.period') AS periods,
            CASE json_type(body, '$.breakdown') WHEN 'text' THEN '["' || replace(json_extract(body, '$.breakdown'), ' ', '","') || '"]' ELSE json_extract(body, '$.breakdown') END AS breakdown,
            CASE json_type(body, '$.value') WHEN 'text' THEN '["' || replace(json_extract(body, '$.value'), ' ', '","') || '"]' ELSE json_extract(body, '$.value') END AS value,
            CASE json_type(body, '$.numerator') WHEN 'text' THEN '["' || replace(json_extract(body, '$.numerator'), ' ', '","') || '"]' ELSE json_extract(body, '$.numerator') END AS numerator,
            CASE json_type(body, '$.denominator') WHEN 'text' THEN '["' || replace(json_extract(body, '$.denominator'), ' ', '","') || '"]' ELSE json_extract(body, '$.denominator') END AS denominator,
            CASE json_type(body, '$.ytd') WHEN 'text' THEN '["' || replace(json_extract(body, '$.ytd'), ' ', '","') || '"]' ELSE json_extract(body, '$.ytd') END AS ytd,
            CASE json_type(body, '$.marker') WHEN 'text' THEN '["' || replace(json_extract(body, '$.marker'), ' ', '","') || '"]' ELSE json_extract(body, '$.marker') END AS marker,
            CASE json_type(body, '$.status') WHEN 'text' THEN '["' || replace(json_extract(body, '$.status'), ' ', '","') || '"]' ELSE json_extract(body, '$.status') END AS status,
            CASE json_type(body, '$.note') WHEN 'text' THEN '["' || replace(json_extract(body, '$.note'), ' ', '","') || '"]' ELSE json_extract(body, '$.note') END AS note
        FROM current_row
        WHERE table_name = 'results' AND body IS NOT NULL
    ) AS series, json_each(series.periods) AS period
);
