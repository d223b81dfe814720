using System.Runtime.CompilerServices;
using Dapper;

namespace Quarterdeck.Storage.Ledger;

/// <summary>An organisation's rows in an order its keys give, some at a time: as many as there are, no more are held.</summary>
internal sealed class AuditRows(DbSession session, string organisation)
{
    private const int AtOnce = 500;

    // The version before must have been stated before. There is one of each version, so that then none so high was; a row's first needs none.
    private const string Entries = "SELECT" + LedgerSql.StoredEntry + """
        , CASE WHEN stored.version = 1 OR EXISTS (
            SELECT 1 FROM entry AS earlier
            WHERE earlier.org = stored.org AND earlier.table_name = stored.table_name AND earlier.row_key = stored.row_key
                AND earlier.version = stored.version - 1 AND (earlier.change, earlier.ordinal) < (stored.change, stored.ordinal)
        ) THEN 1 ELSE 0 END AS Follows
        FROM entry AS stored WHERE stored.org = @org
        """;

    private const string VersionBefore =
        "SELECT coalesce(max(version), 0) FROM entry WHERE org = @org AND table_name = @table AND row_key = @key AND (change, ordinal) < (@change, @ordinal)";

    // Not by the view: what a row has in its first entry alone, who reads both has already.
    private const string Current =
        "SELECT org AS Org, table_name AS TableName, row_key AS RowKey, version AS Version, change AS Change, place AS Place, body AS Body FROM "
        + "current_row WHERE org = @org";

    /// <summary>Changes by number.</summary>
    public IAsyncEnumerable<ChangeRow> ChangesAsync() => AllAsync<ChangeRow>(
        LedgerSql.ChangesOf, "number > @number", "number", last => new { org = organisation, number = last.Number });

    /// <summary>Entries as they were recorded, and whether each follows the version before.</summary>
    public IAsyncEnumerable<EntryRow> RecordedAsync() => AllAsync<EntryRow>(
        Entries,
        "(stored.change, stored.ordinal) > (@change, @ordinal)",
        "stored.change, stored.ordinal",
        last => new { org = organisation, change = last.Change, ordinal = last.Ordinal });

    /// <summary>Entries row by row, each row's by version.</summary>
    public IAsyncEnumerable<EntryRow> ByRowAsync() => AllAsync<EntryRow>(
        LedgerSql.EntriesAnywhere,
        "(table_name, row_key, version) > (@table, @key, @version)",
        "table_name, row_key, version",
        last => new { org = organisation, table = last.TableName, key = last.RowKey, version = last.Version });

    /// <summary>Current rows in the same order, without what they have in their first entry.</summary>
    public IAsyncEnumerable<CurrentRow> KeptAsync() => AllAsync<CurrentRow>(
        Current,
        "(table_name, row_key) > (@table, @key)",
        "table_name, row_key",
        last => new { org = organisation, table = last.TableName, key = last.RowKey });

    public Task<HeadRow?> HeadAsync() => session.Connection.QuerySingleOrDefaultAsync<HeadRow>(LedgerSql.Head, new { org = organisation }, session.Transaction);

    /// <summary>The version of the entry's row before it; 0 for none.</summary>
    public Task<long> BeforeAsync(EntryRow entry) => session.Connection.ExecuteScalarAsync<long>(
        VersionBefore,
        new { org = organisation, table = entry.TableName, key = entry.RowKey, change = entry.Change, ordinal = entry.Ordinal },
        session.Transaction);

    private async IAsyncEnumerable<T> AllAsync<T>(
        string rows,
        string after,
        string order,
        Func<T, object> place,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        cancellationToken = cancellationToken.CanBeCanceled ? cancellationToken : session.Stop;
        var (sql, query) = ($"{rows} ORDER BY {order} LIMIT {AtOnce}", (object)new { org = organisation });
        for (; ; )
        {
            var read = (await session.Connection.QueryAsync<T>(new CommandDefinition(sql, query, session.Transaction, cancellationToken: cancellationToken))
                .ConfigureAwait(false)).AsList();
            foreach (var row in read)
            {
                yield return row;
            }

            if (read.Count < AtOnce)
            {
                yield break;
            }

            (sql, query) = ($"{rows} AND {after} ORDER BY {order} LIMIT {AtOnce}", place(read[^1]));
        }
    }
}
