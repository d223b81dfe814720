using System.Data.Common;
using System.Runtime.CompilerServices;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Ledger;

namespace Quarterdeck.Storage.Copies;

/// <summary>One side of a transfer: a store open in one transaction, in which all its organisations can be gone through.</summary>
internal abstract class StoreEndpoint : IAsyncDisposable
{
    public abstract SqlDialect Engine { get; }

    /// <summary>In a sentence: <c>The store figures.db</c>.</summary>
    public abstract string Name { get; }

    protected abstract DbConnection Connection { get; }

    protected abstract DbTransaction Transaction { get; }

    /// <summary>Codes of all organisations, by character.</summary>
    public Task<IReadOnlyList<string>> OrganisationsAsync(CancellationToken cancellationToken) =>
        Engine.OrganisationsAsync(new DbSession(Connection, Transaction, cancellationToken));

    /// <summary>From here on it is about this organisation.</summary>
    public abstract Task EnterAsync(string organisation, CancellationToken cancellationToken);

    /// <summary>Adds rows of the organisation entered.</summary>
    public abstract Task WriteAsync(StoreTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken);

    /// <summary>Makes what was written lasting.</summary>
    public abstract Task CommitAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>The rows of the organisation entered, in the table's order. The array is the same each time.</summary>
    public async IAsyncEnumerable<object?[]> RowsAsync(StoreTable table, string organisation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = Connection.CreateCommand();
        command.Transaction = Transaction;
        command.CommandText = table.Select;
        command.CommandTimeout = 0;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@org", organisation);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var row = new object?[table.Columns.Count];
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var at = 0; at < row.Length; at++)
            {
                row[at] = await reader.IsDBNullAsync(at, cancellationToken).ConfigureAwait(false) ? null : Value(reader, at, table.Columns[at].Kind);
            }

            yield return row;
        }
    }

    /// <summary>Goes through everything: a digest of each table, and every chain computed again.</summary>
    /// <exception cref="StoreException">A chain is broken.</exception>
    public async Task<StoreProof> ProveAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        var tables = new List<TableProof>();
        var chains = new List<ChainProof>();
        foreach (var organisation in await OrganisationsAsync(cancellationToken).ConfigureAwait(false))
        {
            progress.Report($"Checking {organisation} ...");
            await EnterAsync(organisation, cancellationToken).ConfigureAwait(false);
            foreach (var table in StoreTable.All)
            {
                using var digest = new RowHasher();
                await foreach (var row in RowsAsync(table, organisation, cancellationToken).ConfigureAwait(false))
                {
                    digest.Add(row);
                }

                tables.Add(new TableProof(organisation, table.Name, digest.Rows, digest.Value()));
            }

            var verdict = await Audit.VerifyAsync(new DbSession(Connection, Transaction, cancellationToken), Engine, organisation).ConfigureAwait(false);
            chains.Add(verdict is AuditVerdict.Whole whole ? new ChainProof(organisation, whole.Changes, whole.Head)
                : throw new StoreException(
                    $"{Name} has a broken record: {organisation}, change {((AuditVerdict.Broken)verdict).Change}. "
                        + $"{((AuditVerdict.Broken)verdict).What} Find out who changed the store without the program. 'quarterdeck audit verify' says "
                        + $"the same."));
        }

        return new StoreProof(tables, chains);
    }

    private object Value(DbDataReader reader, int at, StoreColumnKind kind) => kind switch
    {
        StoreColumnKind.Text => reader.GetString(at),
        StoreColumnKind.Number => reader.GetInt64(at),
        StoreColumnKind.Bytes => reader.GetFieldValue<byte[]>(at),
        StoreColumnKind.Moment => Engine.Moment(reader.GetValue(at)),
    };
}
