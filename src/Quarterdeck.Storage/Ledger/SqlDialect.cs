using System.Data.Common;
using Dapper;

namespace Quarterdeck.Storage.Ledger;

/// <summary>What differs between engines: connections, transactions, locks and moments.</summary>
internal abstract class SqlDialect : IAsyncDisposable
{
    /// <summary>What is said when the answer to a commit was lost.</summary>
    public const string Unknown =
        "It is not known whether the change was recorded. If it was, all of it was. Look with 'quarterdeck audit show' before you enter it again. "
        + "Importing the same pack again is safe.";

    /// <summary>Engine, version and place, without a secret.</summary>
    public abstract string Description { get; }

    /// <summary>Runs the work on one consistent view of the organisation, while others write on.</summary>
    public abstract Task<T> ReadAsync<T>(string organisation, Func<DbSession, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Reads where the organisation's chain ends and some rows as they are now, on one consistent view.</summary>
    /// <param name="organisation">Code of the organisation.</param>
    /// <param name="rows">Asks for the rows, with the columns of <see cref="LedgerSql.Current"/>; null for none.</param>
    /// <param name="query">What it asks with, and org.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public virtual Task<CurrentRows> ReadNowAsync(
        string organisation,
        string? rows,
        IReadOnlyDictionary<string, string> query,
        CancellationToken cancellationToken) =>
        ReadAsync(organisation, session => CurrentRows.OfAsync(session, rows, query), cancellationToken);

    /// <summary>Runs the work in a transaction that is committed, lasting, when the work says so; in the order asked for.</summary>
    public abstract Task<T> WriteAsync<T>(string organisation, Func<DbSession, Task<(T Outcome, bool Commit)>> work, CancellationToken cancellationToken);

    /// <summary>Reads the end of the organisation's chain and keeps every other writer of it waiting.</summary>
    public abstract string HeadForWriting { get; }

    /// <summary>Reads rows of @table by @keys, a <see cref="JsonArrayParameter"/>.</summary>
    public abstract string CurrentOfKeys { get; }

    /// <summary>@keys, a <see cref="JsonArrayParameter"/>, as a table with the one column key.</summary>
    public abstract string Keys { get; }

    public abstract Task AddEntriesAsync(DbSession session, IReadOnlyList<EntryRow> entries);

    public abstract Task SetCurrentAsync(DbSession session, IReadOnlyList<CurrentRow> rows);

    /// <summary>Has everything else that is asked for in this transaction read in the order of its keys, never gone through and sorted.</summary>
    public virtual Task GoByKeysAsync(DbSession session) => Task.CompletedTask;

    /// <summary>Codes of all organisations, by character; on a server only for its owner.</summary>
    public virtual async Task<IReadOnlyList<string>> OrganisationsAsync(DbSession session) =>
        [.. await session.Connection.QueryAsync<string>(LedgerSql.Organisations, transaction: session.Transaction).ConfigureAwait(false)];

    /// <summary>Takes what was erased out of the places an engine leaves old texts in.</summary>
    /// <returns>What is still to be done by hand, in sentences; empty for nothing.</returns>
    public abstract Task<string> ForgetAsync(CancellationToken cancellationToken);

    public abstract object Stored(DateTimeOffset moment);

    public abstract DateTimeOffset Moment(object stored);

    public abstract ValueTask DisposeAsync();
}

/// <summary>An open transaction.</summary>
internal sealed record DbSession(DbConnection Connection, DbTransaction Transaction, CancellationToken Stop);
