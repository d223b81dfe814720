using Npgsql;
using NpgsqlTypes;
using Quarterdeck.Storage.Ledger;

namespace Quarterdeck.Storage.PostgreSql;

/// <summary>Reads what is now by ways of PostgreSQL's own.</summary>
internal static class PostgreSqlReading
{
    // Planned once and for good, by the keys: planning takes longer than reading, and a plan made for few rows must serve when there are many.
    public const string Begin = $"""
        SELECT {PostgreSqlDialect.SetSearchPath}, set_config('quarterdeck.organisation', $1, true), set_config('plan_cache_mode', 'force_generic_plan', true),
            set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)
        """;

    // The current rows and the first entries side by side, in the order both have by their keys: an entry looked up for each row, or
    // everything sorted, takes several times as long, and the server knows too little after a large import to see that.
    public const string ByKeys = """
        SELECT set_config('enable_nestloop', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_sort', 'off', true),
            set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true), set_config('jit', 'off', true)
        """;

    private const string Head =
        "SELECT last_recorded_at, '' AS table_name, '' AS row_key, last_change, 0::bigint AS change, 0::bigint AS place, last_hash, NULL::text AS "
        + "body FROM organisation WHERE org = @org";

    /// <summary>
    /// Reads in one exchange with the server. What is sent together is one transaction that ends with the answer: its first statement names the
    /// organisation for that transaction alone, its second reads everything at one moment.
    /// </summary>
    public static async Task<CurrentRows> NowAsync(
        NpgsqlConnection connection,
        string organisation,
        string? rows,
        IReadOnlyDictionary<string, string> query,
        CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Begin) { Parameters = { new NpgsqlParameter<string> { TypedValue = organisation } } });
        batch.BatchCommands.Add(Asking(rows, query));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        HeadRow? head = null;
        var read = new List<CurrentRow>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            // Of the end of the chain the row has no table, and it is the only one with a hash.
            if (reader.IsDBNull(6))
            {
                read.Add(CurrentRow.Of(reader, organisation, body: 7));
            }
            else
            {
                head = new HeadRow
                {
                    LastChange = reader.GetInt64(3),
                    LastHash = reader.GetFieldValue<byte[]>(6),
                    LastRecordedAt = reader.IsDBNull(0) ? null : reader.GetDateTime(0)
                };
            }
        }

        return new CurrentRows(head, read);
    }

    private static NpgsqlBatchCommand Asking(string? rows, IReadOnlyDictionary<string, string> query)
    {
        var asking = new NpgsqlBatchCommand(
            rows is null ? Head : $"{Head} UNION ALL SELECT NULL, TableName, RowKey, Version, Change, Place, NULL, Body FROM ({rows}) AS stored");
        foreach (var (name, value) in query)
        {
            asking.Parameters.Add(new NpgsqlParameter<string>(name, NpgsqlDbType.Text) { TypedValue = value });
        }

        return asking;
    }
}
