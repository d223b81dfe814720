using Quarterdeck.Application.Store;

namespace Quarterdeck.Storage.Ledger;

/// <summary>
/// What is stored of one indicator, by keys alone: the row of its results, the rows whose key begins with its reference, and those
/// noted as naming it elsewhere (commentary of several indicators, posts).
/// </summary>
internal static class IndicatorSql
{
    public static readonly string Current =
        "SELECT" + CurrentColumns + " FROM row_current AS stored WHERE " + ItsResults +
        Each(OfTable) +
        " UNION ALL SELECT" + CurrentColumns + " FROM named_row AS named CROSS JOIN row_current AS stored WHERE " + Named;

    /// <summary>In no order: asked for one, SQLite goes through all changes instead.</summary>
    public static readonly string EntriesUpTo =
        "SELECT" + LedgerSql.StoredEntry + " FROM entry AS stored WHERE" + UpTo + ItsResults +
        Each(EntryOfTable) +
        " UNION ALL SELECT" + LedgerSql.StoredEntry + " FROM named_row AS named CROSS JOIN entry AS stored WHERE" + UpTo + Named;

    // Each table is asked alone: of a list of them PostgreSQL would go through all keys, until it knows how many there are.
    private const string OfTable = " UNION ALL SELECT" + CurrentColumns + " FROM row_current AS stored WHERE stored.org = @org AND stored.table_name = ";

    private const string EntryOfTable = " UNION ALL SELECT"
        + LedgerSql.StoredEntry
        + " FROM entry AS stored WHERE"
        + UpTo
        + "stored.org = @org AND stored.table_name = ";

    // The plus keeps SQLite from going through all changes up to that one.
    private const string UpTo = " +stored.change <= @change AND ";

    private const string ItsResults = "stored.org = @org AND stored.table_name = 'results' AND stored.row_key = @reference";

    // A reference has no bar in it, and what comes after a bar is a closing brace.
    private const string ItsKeys = " AND stored.row_key >= @first AND stored.row_key < @end";

    private const string Named =
        "stored.org = named.org AND stored.table_name = named.table_name AND stored.row_key = named.row_key AND named.org = @org AND named.ref = @reference";

    private const string CurrentColumns =
        " stored.org AS Org, stored.table_name AS TableName, stored.row_key AS RowKey, stored.version AS Version, stored.change AS Change, "
        + "stored.place AS Place, stored.body AS Body";

    public static IReadOnlyDictionary<string, string> Query(string organisation, string reference) =>
        new Dictionary<string, string> { ["org"] = organisation, ["reference"] = reference, ["first"] = First(reference), ["end"] = End(reference) };

    public static object QueryUpTo(string organisation, string reference, long change) =>
        new { org = organisation, reference, first = First(reference), end = End(reference), change };

    private static string Each(string ofTable) => string.Concat(IndicatorTables.KeyedByReference.Select(table => $"{ofTable}'{table}'{ItsKeys}"));

    private static string First(string reference) => reference + "|";

    private static string End(string reference) => reference + "}";
}
