using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Rows;

/// <summary>Finds the header of a table: the first row, unless a title stands above it, as in many sheets of councils.</summary>
internal static class HeaderSearch
{
    private const int MostAbove = 20;

    /// <summary>The rows of a table from its header on. Rows above it are told of, and left out.</summary>
    public static IEnumerable<RawRow> FromHeader(RawTable table, IReadOnlyList<PackColumn> columns, FindingCollector log)
    {
        using var rows = table.Records().GetEnumerator();
        var above = new List<RawRow>();
        while (above.Count <= MostAbove && rows.MoveNext())
        {
            above.Add(rows.Current);
            if (HasAll(rows.Current, columns))
            {
                break;
            }
        }

        var place = PlaceOf(above, columns);
        if (place > 0)
        {
            Tell(table, above, place, log);
        }

        table.HeaderRow = place < above.Count ? above[place].Number : null;
        foreach (var row in above.Skip(place))
        {
            yield return row;
        }

        while (rows.MoveNext())
        {
            yield return rows.Current;
        }
    }

    /// <summary>Where the header is among the first rows: the last of them when it has all that is needed, else the first that names two columns.</summary>
    private static int PlaceOf(List<RawRow> rows, IReadOnlyList<PackColumn> columns)
    {
        if (rows.Count > 0 && HasAll(rows[^1], columns))
        {
            return rows.Count - 1;
        }

        var named = rows.FindIndex(row => columns.Count(column => Has(row, column)) >= Math.Min(2, columns.Count));
        var any = rows.FindIndex(row => row.Cells.Count(cell => !cell.IsBlank) > 1 && columns.Any(column => Has(row, column)));
        return named >= 0 ? named : Math.Max(0, any);
    }

    private static bool Has(RawRow row, PackColumn column) => row.Cells.Any(cell => Header.IsNamed(cell, column));

    private static bool HasAll(RawRow row, IReadOnlyList<PackColumn> columns) =>
        columns.Where(column => column.IsRequired || column.IsExpected).All(column => Has(row, column));

    private static void Tell(RawTable table, List<RawRow> rows, int header, FindingCollector log)
    {
        var above = header == 1 ? $"row {rows[0].Number}" : $"rows {rows[0].Number} to {rows[header - 1].Number}";
        log.Add(new Finding(
            "title-above-header",
            Severity.Note,
            $"The header was found in row {rows[header].Number}; what stands above it, in {above}, was left out.",
            "Nothing to do if that is a title.")
        {
            File = table.File,
            Row = rows[header].Number,
            Value = string.Join(", ", rows[0].Cells.Where(cell => !cell.IsBlank).Select(cell => cell.Text).Take(3)),
            Expected = "the names of the columns in the first row",
        });
    }
}
