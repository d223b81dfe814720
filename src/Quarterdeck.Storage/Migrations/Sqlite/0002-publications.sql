-- What the store keeps beside the rows of a pack is no row of the pack; publications have a view of their own.

DROP VIEW pack_row_current;

-- The rows of every other table as JSON: json_extract(body, '$.title').
CREATE VIEW pack_row_current AS
SELECT org, table_name, row_key, place, body, change FROM current_row WHERE table_name <> 'results' AND substr(table_name, 1, 1) <> '@' AND body IS NOT NULL;

-- What was published: a row a version.
CREATE VIEW publication_current AS
SELECT
    org,
    row_key AS id,
    json_extract(body, '$.report') AS report,
    json_extract(body, '$.results_to') AS results_to,
    json_extract(body, '$.version') AS version,
    json_extract(body, '$.published_at') AS published_at,
    json_extract(body, '$.author') AS author,
    json_extract(body, '$.note') AS note,
    json_extract(body, '$.corrects') AS corrects,
    json_extract(body, '$.inputs') AS inputs_sha256,
    json_extract(body, '$.program_version') AS program_version,
    change
FROM current_row WHERE table_name = '@publications' AND body IS NOT NULL;
