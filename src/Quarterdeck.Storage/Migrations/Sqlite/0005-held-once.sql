-- The results of a series, while one change alone has stated them, are held once: in its entry, which cannot be altered. They are most of
-- what a store holds. The current row then has no body of its own. Rows written before keep theirs.

-- Every row as it is now.
CREATE VIEW row_current AS
SELECT
    org,
    table_name,
    row_key,
    version,
    change,
    place,
    CASE WHEN body IS NULL AND version = 1 THEN (
        SELECT entry.body FROM entry
        WHERE entry.org = current_row.org AND entry.table_name = current_row.table_name AND entry.row_key = current_row.row_key AND entry.version = 1
    ) ELSE body END AS body
FROM current_row;

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
        FROM row_current
        WHERE table_name = 'results' AND body IS NOT NULL
    ) AS series, json_each(series.periods) AS period
);
