using Dapper;

namespace Quarterdeck.Storage.Ledger;

/// <summary>Rows as they are now, and the last change they are known up to.</summary>
internal sealed record CurrentRows(HeadRow? Head, IEnumerable<CurrentRow> Rows)
{
    /// <param name="session">Where they are read.</param>
    /// <param name="rows">Asks for them; null for none.</param>
    /// <param name="query">What it asks with, and org.</param>
    public static async Task<CurrentRows> Of(Session session, string? rows, IReadOnlyDictionary<string, string> query)
    {
        // Asked together: a server far away is asked once.
        var parameters = query.ToDictionary(each => each.Key, each => (object)each.Value);
        using var answers = await session.Connection.QueryMultipleAsync(rows is null ? LedgerSql.Head : LedgerSql.Head + ";" + rows, parameters, session.Transaction).ConfigureAwait(false);
        var head = await answers.ReadSingleOrDefaultAsync<HeadRow>().ConfigureAwait(false);
        return new CurrentRows(head, rows is null ? [] : await answers.ReadAsync<CurrentRow>().ConfigureAwait(false));
    }
}
