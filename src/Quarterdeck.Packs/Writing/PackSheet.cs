using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Schemas;

namespace Quarterdeck.Packs.Writing;

/// <summary>A table of a pack as a sheet: the columns it shows and its rows.</summary>
/// <param name="Table">The table.</param>
/// <param name="Columns">In the order shown.</param>
/// <param name="Rows">A cell for each column, as a pack writes it; null for blank.</param>
/// <param name="Percents">The references whose figures are percentages.</param>
internal sealed record PackSheet(
    PackTable Table, IReadOnlyList<PackColumn> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows, IReadOnlySet<string> Percents)
{
    /// <summary>The tables of a pack that are needed or have rows, each with the columns that are used.</summary>
    public static IReadOnlyList<PackSheet> Of(Pack pack)
    {
        var percents = pack.Indicators.Where(indicator => indicator.Unit == Unit.Percent && indicator.Scale == 1)
            .Select(indicator => indicator.Ref.Value).ToHashSet(StringComparer.Ordinal);
        return [.. PackDescription.All.Where(table => table.IsRequired || table.Count(pack) > 0).Select(table => Of(table, pack, percents))];
    }

    private static PackSheet Of(PackTable table, Pack pack, IReadOnlySet<string> percents)
    {
        var columns = PackWriter.Used(table, pack);
        var all = table.Columns.ToList();
        var places = columns.Select(column => all.IndexOf(column)).ToArray();
        var periods = new WrittenPeriods(table, pack);
        return new PackSheet(table, columns, [.. table.Write(pack).Select(row => places.Select(place => periods.Cell(row, place)).ToArray())], percents);
    }

    /// <summary>Whether a figure of the row is a percentage, so that a person types and sees it with its sign.</summary>
    public bool IsPercent(IReadOnlyList<string?> row) =>
        Columns.Index().FirstOrDefault(column => column.Item.Name == "ref") is { Item: not null, Index: var place }
        && row[place] is { } reference && Percents.Contains(reference);

    /// <summary>What the cells of a column hold. A comparator's period is printed as it was typed, so it is text here.</summary>
    public ColumnType TypeOf(PackColumn column) =>
        column.Type == ColumnType.Period && Table == PackDescription.Comparators ? ColumnType.Text : column.Type;
}
