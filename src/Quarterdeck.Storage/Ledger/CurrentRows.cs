using System.Data.Common;

namespace Quarterdeck.Storage.Ledger;

/// <summary>Rows as they are now, and the last change they are known up to.</summary>
internal sealed record CurrentRows(HeadRow? Head, IEnumerable<CurrentRow> Rows)
{
    /// <param name="session">Where they are read.</param>
    /// <param name="rows">Asks for them, with the columns of <see cref="LedgerSql.Current"/> in their order; null for none.</param>
    /// <param name="query">What it asks with, and org.</param>
    public static async Task<CurrentRows> OfAsync(DbSession session, string? rows, IReadOnlyDictionary<string, string> query)
    {
        // Asked together: a server far away is asked once.
        await using var command = session.Connection.Asking(rows is null ? LedgerSql.Head : LedgerSql.Head + ";" + rows, session.Transaction, query);
        await using var reader = await command.ExecuteReaderAsync(session.Stop).ConfigureAwait(false);
        var head = await reader.ReadAsync(session.Stop).ConfigureAwait(false) ? Row(reader) : null;
        var read = new List<CurrentRow>();
        if (await reader.NextResultAsync(session.Stop).ConfigureAwait(false))
        {
            while (await reader.ReadAsync(session.Stop).ConfigureAwait(false))
            {
                read.Add(CurrentRow.Of(reader, reader.GetString(0), body: 6));
            }
        }

        return new CurrentRows(head, read);
    }

    private static HeadRow Row(DbDataReader reader) =>
        new() { LastChange = reader.GetInt64(0), LastHash = (byte[])reader.GetValue(1), LastRecordedAt = reader.IsDBNull(2) ? null : reader.GetValue(2) };
}
