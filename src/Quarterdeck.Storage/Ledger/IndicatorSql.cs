namespace Quarterdeck.Storage.Ledger;

/// <summary>
/// What is stored of one indicator, by keys alone: the row of its results, the rows whose key begins with its reference, and those
/// noted as naming it elsewhere (commentary of several indicators, posts).
/// </summary>
internal static class IndicatorSql
{
    public const string Current =
        "SELECT" + CurrentColumns + " FROM row_current AS stored WHERE " + ItsResults +
        OfTable + "'comparators'" + ItsKeys + OfTable + "'indicators'" + ItsKeys + OfTable + "'milestones'" + ItsKeys + OfTable + "'published'" + ItsKeys + OfTable + "'targets'" + ItsKeys +
        " UNION ALL SELECT" + CurrentColumns + " FROM named_row AS named CROSS JOIN row_current AS stored WHERE " + Named;

    /// <summary>In no order: asked for one, SQLite goes through all changes instead.</summary>
    public const string EntriesUpTo =
        "SELECT" + LedgerSql.StoredEntry + " FROM entry AS stored WHERE" + UpTo + ItsResults +
        EntryOfTable + "'comparators'" + ItsKeys + EntryOfTable + "'indicators'" + ItsKeys + EntryOfTable + "'milestones'" + ItsKeys + EntryOfTable + "'published'" + ItsKeys + EntryOfTable + "'targets'" + ItsKeys +
        " UNION ALL SELECT" + LedgerSql.StoredEntry + " FROM named_row AS named CROSS JOIN entry AS stored WHERE" + UpTo + Named;

    // Each table is asked alone: of a list of them PostgreSQL would go through all keys, until it knows how many there are.
    private const string OfTable = " UNION ALL SELECT" + CurrentColumns + " FROM row_current AS stored WHERE stored.org = @org AND stored.table_name = ";

    private const string EntryOfTable = " UNION ALL SELECT" + LedgerSql.StoredEntry + " FROM entry AS stored WHERE" + UpTo + "stored.org = @org AND stored.table_name = ";

    // The plus keeps SQLite from going through all changes up to that one.
    private const string UpTo = " +stored.change <= @change AND ";

    private const string ItsResults = "stored.org = @org AND stored.table_name = 'results' AND stored.row_key = @reference";

    // A reference has no bar in it, and what comes after a bar is a closing brace.
    private const string ItsKeys = " AND stored.row_key >= @first AND stored.row_key < @end";

    private const string Named = "stored.org = named.org AND stored.table_name = named.table_name AND stored.row_key = named.row_key AND named.org = @org AND named.ref = @reference";

    private const string CurrentColumns = " stored.org AS Org, stored.table_name AS TableName, stored.row_key AS RowKey, stored.version AS Version, stored.change AS Change, stored.place AS Place, stored.body AS Body";

    public static object Query(string organisation, string reference, long change = 0) =>
        new { org = organisation, reference, first = reference + "|", end = reference + "}", change };
}
