using System.Globalization;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Application.Store;

/// <summary>What happened to a row.</summary>
public enum ChangeKind
{
    Added,
    Changed,

    /// <summary>It says what it said, at another place among the rows of its table.</summary>
    Moved,
    Withdrawn,

    /// <summary>What it once said was erased for good; neither before nor after is told.</summary>
    Erased,
}

/// <summary>The cells of one row of a pack before and after; none before it was there, none after it is withdrawn.</summary>
public sealed record RowChange(
    string Table,
    RowKey Key,
    ChangeKind Kind,
    IReadOnlyDictionary<string, string>? Before,
    IReadOnlyDictionary<string, string>? After)
{
    /// <summary>The columns that differ, in the order of their names.</summary>
    public IReadOnlyList<string> Columns =>
        [.. Cells(Before).Keys.Union(Cells(After).Keys)
            .Where(column => Cells(Before).GetValueOrDefault(column) != Cells(After).GetValueOrDefault(column))
            .Order(StringComparer.Ordinal)];

    /// <summary>What stating a row changes, row by row: of results, each result of the series.</summary>
    /// <param name="table">Name of the table.</param>
    /// <param name="key">The stored row's key.</param>
    /// <param name="before">What the row came to before; null when it was not there.</param>
    /// <param name="stated">What is stated; null withdraws.</param>
    public static IEnumerable<RowChange> Of(string table, string key, string? before, string? stated)
    {
        if (table != ResultBlock.Table)
        {
            var was = before is null ? null : Shown(table, RowBody.Read(before));
            var now = stated is null ? null : Shown(table, RowBody.Read(stated));
            return Of(table, new RowKey(key), was, now) is { } change ? [change] : [];
        }

        var held = before is null ? new ResultBlock() : ResultBlock.Read(before);
        var said = stated is null ? Everything(held) : ResultBlock.Read(stated);
        var earlier = StoredRows.Results(key, held).ToDictionary(result => result.Key, result => result.Cells);
        return StoredRows.Results(key, said).Select(result => Of(table, result.Key, earlier.GetValueOrDefault(result.Key), result.Cells)).OfType<RowChange>();
    }

    private static RowChange? Of(string table, RowKey key, IReadOnlyDictionary<string, string>? before, IReadOnlyDictionary<string, string>? after) =>
        (before, after) switch
        {
            (null, null) => null,
            (null, _) => new RowChange(table, key, ChangeKind.Added, null, after),
            (_, null) => new RowChange(table, key, ChangeKind.Withdrawn, before, null),
            _ => new RowChange(table, key, PackRow.SaysTheSame(before, after) ? ChangeKind.Moved : ChangeKind.Changed, before, after),
        };

    /// <summary>Without what tells people nothing: the bytes of files, and records that are printed in full elsewhere.</summary>
    private static IReadOnlyDictionary<string, string> Shown(string table, IReadOnlyDictionary<string, string> cells) => table switch
    {
        SystemTables.Files =>
            cells.Where(cell => cell.Key != StoredFile.ContentColumn).ToDictionary(cell => cell.Key, cell => cell.Value, StringComparer.Ordinal),
        SystemTables.PublishedRecords => new Dictionary<string, string> { ["records"] = cells.Count.ToString(CultureInfo.InvariantCulture) },
        _ => cells,
    };

    private static ResultBlock Everything(ResultBlock held)
    {
        var gone = new ResultBlock();
        foreach (var result in held.Results.Keys)
        {
            gone.Set(result, null);
        }

        return gone;
    }

    private static IReadOnlyDictionary<string, string> Cells(IReadOnlyDictionary<string, string>? cells) => cells ?? new Dictionary<string, string>();
}
