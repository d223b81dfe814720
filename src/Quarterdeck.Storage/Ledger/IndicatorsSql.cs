using Quarterdeck.Application.Store;

namespace Quarterdeck.Storage.Ledger;

/// <summary>
/// What was stated of several indicators, by keys alone, and of all that is told of no indicator or of several. The list of
/// references is @keys, a <see cref="JsonArrayParameter"/>.
/// </summary>
internal static class IndicatorsSql
{
    /// <summary>The tables that are of no one indicator, what the store keeps beside the pack to make documents of it among them.</summary>
    public static readonly IReadOnlyList<string> OfAll =
        ["@files", "actions", "areas", "checks", "commentary", "objectives", "posts", "report_tables", "reports", "risks", "schemes", "settings", "tables"];

    /// <summary>In no order: asked for one, SQLite goes through all changes instead.</summary>
    public static string EntriesUpTo(SqlDialect engine) =>
        Asked(engine, "results", " = asked.key")
        + string.Concat(IndicatorTables.KeyedByReference.Select(
            table => " UNION ALL " + Asked(engine, table, " >= asked.key || '|' AND stored.row_key < asked.key || '}'")))
        + string.Concat(
            OfAll.Select(
                table => $" UNION ALL SELECT{LedgerSql.StoredEntry} FROM entry AS stored WHERE +stored.change <= @change AND stored.org = @org AND "
                    + $"stored.table_name = '{table}'"));

    private static string Asked(SqlDialect engine, string table, string key) =>
        $"SELECT{LedgerSql.StoredEntry} FROM {engine.Keys} AS asked CROSS JOIN entry AS stored WHERE +stored.change <= @change AND stored.org = @org "
        + $"AND stored.table_name = '{table}' AND stored.row_key{key}";
}
