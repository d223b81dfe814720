using System.Globalization;
using Dapper;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Storage.Ledger;

/// <summary>
/// What was erased, and what is left of it. An erasing is a change like any other; its entries are of the table <c>@erased</c>, name
/// table, version and key of the entry erased, and hold what is left of it. Only then may the text and the salt of that entry go.
/// </summary>
internal sealed class Erasures
{
    private readonly Dictionary<string, EntryRow> _last = new(StringComparer.Ordinal);

    private Erasures(IEnumerable<EntryRow> entries)
    {
        foreach (var entry in entries)
        {
            _last[entry.RowKey] = entry;
        }
    }

    public static async Task<Erasures> LoadAsync(DbSession session, string organisation) =>
        new(await session.Connection.QueryAsync<EntryRow>(LedgerSql.Erased, new { org = organisation, table = SystemTables.Erased }, session.Transaction)
            .ConfigureAwait(false));

    public static bool IsRecord(EntryRow entry) => entry.TableName == SystemTables.Erased;

    /// <summary>The text is gone; a withdrawal never had one.</summary>
    public static bool IsErased(EntryRow entry) => entry.Body is null && entry.Digest is not null;

    /// <summary>The key of the entry that says an entry was erased: <c>posts/3/FN||holder</c>.</summary>
    public static string KeyOf(EntryRow entry) => $"{entry.TableName}/{entry.Version.ToString(CultureInfo.InvariantCulture)}/{entry.RowKey}";

    /// <summary>The last entry that says this one was erased; null when none after it does.</summary>
    public EntryRow? RecordOf(EntryRow entry) =>
        _last.Count > 0 && _last.GetValueOrDefault(KeyOf(entry)) is { } record && record.Change > entry.Change ? record : null;

    /// <summary>What an entry says, or what is left of that.</summary>
    public string? Said(EntryRow entry) => IsErased(entry) ? RecordOf(entry)?.Body : entry.Body;

    /// <summary>What a row comes to when the entry states it: one of which nothing is left adds nothing to a series, and is no row elsewhere.</summary>
    public string? Apply(EntryRow entry, string? before) => Apply(entry, before, Said(entry));

    public static string? Apply(EntryRow entry, string? before, string? said) =>
        said is null && entry.Digest is not null && entry.TableName == ResultBlock.Table ? before : LedgerReplay.Apply(entry.TableName, before, said);
}
