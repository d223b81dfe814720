using Quarterdeck.Storage.Ledger;

namespace Quarterdeck.Storage.PostgreSql;

/// <summary>Many rows in one statement: a list a column, unfolded by the server. COPY is not for tables with row-level security.</summary>
internal static class PostgreSqlBatch
{
    public const string AddEntries = """
        INSERT INTO entry (org, change, ordinal, table_name, row_key, version, place, salt, digest, body)
        SELECT @org, @change, ordinal, table_name, row_key, version, place, salt, digest, body
        FROM unnest(@ordinals::bigint[], @tables::text[], @keys::text[], @versions::bigint[], @places::bigint[],
            @salts::bytea[], @digests::bytea[], @bodies::text[])
            AS stated (ordinal, table_name, row_key, version, place, salt, digest, body)
        """;

    public const string SetCurrent = """
        INSERT INTO current_row (org, table_name, row_key, version, change, place, body)
        SELECT @org, table_name, row_key, version, @change, place, body
        FROM unnest(@tables::text[], @keys::text[], @versions::bigint[], @places::bigint[], @bodies::text[])
            AS stated (table_name, row_key, version, place, body)
        ON CONFLICT (org, table_name, row_key)
        DO UPDATE SET version = excluded.version, change = excluded.change, place = excluded.place, body = excluded.body
        """;

    public static object Of(IReadOnlyList<EntryRow> entries) => new
    {
        org = entries[0].Org,
        change = entries[0].Change,
        ordinals = entries.Select(entry => entry.Ordinal).ToArray(),
        tables = entries.Select(entry => entry.TableName).ToArray(),
        keys = entries.Select(entry => entry.RowKey).ToArray(),
        versions = entries.Select(entry => entry.Version).ToArray(),
        places = entries.Select(entry => entry.Place).ToArray(),
        salts = entries.Select(entry => entry.Salt).ToArray(),
        digests = entries.Select(entry => entry.Digest).ToArray(),
        bodies = entries.Select(entry => entry.Body).ToArray(),
    };

    public static object Of(IReadOnlyList<CurrentRow> rows) => new
    {
        org = rows[0].Org,
        change = rows[0].Change,
        tables = rows.Select(row => row.TableName).ToArray(),
        keys = rows.Select(row => row.RowKey).ToArray(),
        versions = rows.Select(row => row.Version).ToArray(),
        places = rows.Select(row => row.Place).ToArray(),
        bodies = rows.Select(row => row.Body).ToArray(),
    };
}
