using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Results;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Csv;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Schemas;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Reading;

/// <summary>A pack as rows of text and back: what a store keeps. Rows read back give the same pack, checked as an import is.</summary>
public static class PackRows
{
    /// <summary>Every row, table by table and in the pack's order. No two rows of a table have the same key.</summary>
    public static IEnumerable<PackRow> Of(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return PackDescription.All.SelectMany(table => Of(table, pack));
    }

    /// <summary>The rows of the results a list holds whole, for the others need none.</summary>
    public static IEnumerable<PackRow> Whole(ResultList results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return Of(
            PackDescription.Results,
            new Pack { Settings = new Settings([]), Indicators = [], Results = [.. results.Whole.OrderBy(row => row.Key).Select(row => row.Value)] });
    }

    /// <summary>The pack the rows make, in the order they come in each table.</summary>
    /// <param name="rows">Of any program version: columns and tables it does not know are told and left out.</param>
    /// <param name="name">What findings call the whole.</param>
    public static PackReading Read(IEnumerable<PackRow> rows, string name) => Read(rows, name, _ => null);

    /// <summary>The same of very many results, which are held in columns as those of a large CSV are.</summary>
    /// <param name="rows">The other rows.</param>
    /// <param name="results">The results; gone through more than once.</param>
    /// <param name="name">What findings call the whole.</param>
    /// <param name="limits">From how many bytes on they are held in columns; the default when left out.</param>
    public static PackReading Read(IEnumerable<PackRow> rows, IEnumerable<StatedSeries> results, string name, ReadLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        var table = PackDescription.Results;
        return Read(rows, name, log =>
            Raw(table.Name, results.SelectMany(series => series.Rows), log, (() => new SeriesCsv(results, table.Columns), limits ?? ReadLimits.Default)));
    }

    private static PackReading Read(IEnumerable<PackRow> rows, string name, Func<FindingCollector, RawTable?> resultsOf)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(name);
        var log = new FindingCollector(ReadLimits.Default.FindingsPerKind);
        var tables = rows.GroupBy(row => row.Table).ToDictionary(table => table.Key, table => table.ToList());
        foreach (var needed in PackDescription.All.Where(table => table.IsRequired))
        {
            tables.TryAdd(needed.Name, []);
        }

        var results = resultsOf(log);
        List<RawTable> raw = [.. tables.Select(table => results?.Name == table.Key ? results : Raw(table.Key, table.Value, log))];
        using var source = new RawTables(name, raw) { IsCanonical = true };
        var pack = PackReader.Read(source, log);
        return new PackReading(log.HasErrors ? null : pack, log.All());
    }

    private static IEnumerable<PackRow> Of(PackTable table, Pack pack)
    {
        var columns = table.Columns.ToList();
        var known = table.KnownBy.Select(column => columns.IndexOf(column)).ToArray();
        var seen = new Dictionary<RowKey, int>();
        foreach (var cells in table.Write(pack))
        {
            var key = RowKey.Of(known.Select(place => cells[place]));
            var count = seen[key] = seen.GetValueOrDefault(key) + 1;
            yield return new PackRow(table.Name, key.Repeated(count), Cells(columns, cells));
        }
    }

    private static Dictionary<string, string> Cells(List<PackColumn> columns, string?[] cells)
    {
        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var place = 0; place < cells.Length; place++)
        {
            if (cells[place] is { Length: > 0 } text)
            {
                filled[columns[place].Name] = text;
            }
        }

        return filled;
    }

    private static RawTable Raw(string name, IEnumerable<PackRow> rows, FindingCollector log, (Func<Stream> Open, ReadLimits Limits)? csv = null)
    {
        return new RawTable(name, name, log, Records) { Csv = csv };

        IEnumerable<RawRow> Records()
        {
            var described = PackDescription.All.FirstOrDefault(table => table.Name == name);
            List<(string Name, PackColumn? Column)> columns =
            [
                .. described?.Columns.Select(column => (column.Name, (PackColumn?)column)) ?? [],
                .. rows.SelectMany(row => row.Cells.Keys).Distinct().Where(cell => described is null || described.Columns.All(column => column.Name != cell))
                    .Order(StringComparer.Ordinal).Select(cell => (cell, (PackColumn?)null)),
            ];
            yield return new RawRow(1, [.. columns.Select(column => new RawCell(column.Name))]);
            var number = 1;
            foreach (var row in rows)
            {
                yield return new RawRow(++number, [.. columns.Select(column => Cell(row, column.Name, column.Column))]);
            }
        }
    }

    private static RawCell Cell(PackRow row, string name, PackColumn? column) =>
        !row.Cells.TryGetValue(name, out var text) ? RawCell.Blank
        : new RawCell(column is null ? text : CsvText.Cell(column, text));
}
