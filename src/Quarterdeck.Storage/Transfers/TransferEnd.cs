using System.Data.Common;
using System.Runtime.CompilerServices;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Ledger;

namespace Quarterdeck.Storage.Transfers;

/// <summary>One side of a transfer: a store open in one transaction, in which all its organisations can be gone through.</summary>
internal abstract class TransferEnd : IAsyncDisposable
{
    public abstract Engine Engine { get; }

    /// <summary>In a sentence: <c>The store figures.db</c>.</summary>
    public abstract string Name { get; }

    protected abstract DbConnection Connection { get; }

    protected abstract DbTransaction Transaction { get; }

    /// <summary>Codes of all organisations, by character.</summary>
    public Task<IReadOnlyList<string>> Organisations(CancellationToken stop) => Engine.Organisations(new Session(Connection, Transaction, stop));

    /// <summary>From here on it is about this organisation.</summary>
    public abstract Task Enter(string organisation, CancellationToken stop);

    /// <summary>Adds rows of the organisation entered.</summary>
    public abstract Task Write(StoreTable table, IAsyncEnumerable<object?[]> rows, CancellationToken stop);

    /// <summary>Makes what was written lasting.</summary>
    public abstract Task Commit();

    public abstract ValueTask DisposeAsync();

    /// <summary>The rows of the organisation entered, in the table's order. The array is the same each time.</summary>
    public async IAsyncEnumerable<object?[]> Rows(StoreTable table, string organisation, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var command = Connection.CreateCommand();
        command.Transaction = Transaction;
        command.CommandText = table.Select;
        command.CommandTimeout = 0;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@org", organisation);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(stop).ConfigureAwait(false);
        var row = new object?[table.Columns.Count];
        while (await reader.ReadAsync(stop).ConfigureAwait(false))
        {
            stop.ThrowIfCancellationRequested();
            for (var at = 0; at < row.Length; at++)
            {
                row[at] = await reader.IsDBNullAsync(at, stop).ConfigureAwait(false) ? null : Value(reader, at, table.Columns[at].Kind);
            }

            yield return row;
        }
    }

    /// <summary>Goes through everything: a digest of each table, and every chain computed again.</summary>
    /// <exception cref="StoreException">A chain is broken.</exception>
    public async Task<StoreProof> Prove(IProgress<string> progress, CancellationToken stop)
    {
        var tables = new List<TableProof>();
        var chains = new List<ChainProof>();
        foreach (var organisation in await Organisations(stop).ConfigureAwait(false))
        {
            progress.Report($"Checking {organisation} ...");
            await Enter(organisation, stop).ConfigureAwait(false);
            foreach (var table in StoreTable.All)
            {
                using var digest = new RowDigest();
                await foreach (var row in Rows(table, organisation, stop).ConfigureAwait(false))
                {
                    digest.Add(row);
                }

                tables.Add(new TableProof(organisation, table.Name, digest.Rows, digest.Value()));
            }

            var verdict = await Audit.Verify(new Session(Connection, Transaction, stop), Engine, organisation).ConfigureAwait(false);
            chains.Add(verdict is AuditVerdict.Whole whole ? new ChainProof(organisation, whole.Changes, whole.Head)
                : throw new StoreException($"{Name} has a broken record: {organisation}, change {((AuditVerdict.Broken)verdict).Change}. {((AuditVerdict.Broken)verdict).What} Find out who changed the store without the program. 'quarterdeck audit verify' says the same."));
        }

        return new StoreProof(tables, chains);
    }

    private object Value(DbDataReader reader, int at, ColumnKind kind) => kind switch
    {
        ColumnKind.Text => reader.GetString(at),
        ColumnKind.Number => reader.GetInt64(at),
        ColumnKind.Bytes => reader.GetFieldValue<byte[]>(at),
        ColumnKind.Moment => Engine.Moment(reader.GetValue(at)),
    };
}
