using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Application.Collection;

/// <summary>Reads rounds, returns and threads by their keys.</summary>
public static class RoundBook
{
    /// <summary>All rounds, the latest first.</summary>
    public static async Task<IReadOnlyList<Round>> RoundsAsync(Desk desk, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(desk);
        var state = await desk.Store.ReadTablesAsync(desk.Organisation, [SystemTables.Rounds], cancellationToken).ConfigureAwait(false);
        return [.. state.Of(SystemTables.Rounds).Select(Round.Of).OrderByDescending(round => round.Month)];
    }

    /// <summary>Null where there is no such round.</summary>
    public static async Task<Round?> RoundAsync(Desk desk, Month month, CancellationToken cancellationToken) =>
        (await RoundsAsync(desk, cancellationToken).ConfigureAwait(false)).FirstOrDefault(round => round.Month == month);

    /// <summary>The returns of a round, by indicator.</summary>
    public static async Task<IReadOnlyList<StoredReturn>> ReturnsAsync(Desk desk, Month month, CancellationToken cancellationToken) =>
        [.. (await RowsAsync(desk, SystemTables.Returns, month.ToString(), cancellationToken).ConfigureAwait(false)).Select(StoredReturn.Of)];

    /// <summary>Null where there is no such return.</summary>
    public static async Task<StoredReturn?> ReturnAsync(Desk desk, ReturnId id, CancellationToken cancellationToken) =>
        (await RowsAsync(desk, SystemTables.Returns, id.Key, cancellationToken).ConfigureAwait(false)).Select(StoredReturn.Of).FirstOrDefault();

    /// <summary>What was written about a return, in its order.</summary>
    public static async Task<IReadOnlyList<ThreadMessage>> ThreadAsync(Desk desk, ReturnId id, CancellationToken cancellationToken) =>
        [.. (await RowsAsync(desk, SystemTables.Messages, id.Key, cancellationToken).ConfigureAwait(false)).Select(ThreadMessage.Of)];

    /// <summary>What was written about every return of a round.</summary>
    public static async Task<ILookup<ReturnId, ThreadMessage>> ThreadsAsync(Desk desk, Month month, CancellationToken cancellationToken) =>
        (await RowsAsync(desk, SystemTables.Messages, month.ToString(), cancellationToken).ConfigureAwait(false)).Select(ThreadMessage.Of)
            .ToLookup(message => message.Id);

    private static async Task<IEnumerable<StoredRow>> RowsAsync(Desk desk, string table, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(desk);
        return (await desk.Store.ReadRowsAsync(desk.Organisation, table, key, cancellationToken).ConfigureAwait(false)).Of(table);
    }
}
