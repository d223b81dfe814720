using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Adoption;

/// <summary>The sheets of a workbook, or a CSV, with colours and merged cells.</summary>
internal static class SheetSource
{
    /// <summary>Merged cells are filled as far as a heading goes; a file cannot ask for more.</summary>
    private const int MostCovered = 100_000;

    public static IEnumerable<SourceSection> Read(RawTables source, string file)
    {
        foreach (var table in source.Tables)
        {
            var rows = table.Records().ToList();
            var isCsv = table.IsDelimited;
            var cells = rows.ToDictionary(row => row.Number, row => row.Cells.Select(cell => Cell(cell)).ToList());
            if (table.Layout is { } layout)
            {
                Colour(layout, cells);
                Cover(layout, cells);
            }

            yield return new SourceSection(
                file, isCsv ? string.Empty : table.Name, SourceKind.Sheet, [.. rows.Select(row => new SourceRow(row.Number, 1, cells[row.Number]))]);
        }
    }

    private static SourceCell Cell(RawCell cell) => new(cell.Text.Trim(), cell.Kind) { Places = cell.Places };

    private static void Colour(SheetLayout layout, Dictionary<int, List<SourceCell>> cells)
    {
        foreach (var ((number, column), colour) in layout.Colours ?? [])
        {
            if (cells.TryGetValue(number, out var row) && RatingColour.Of(colour) is { } rating)
            {
                Fill(row, column);
                row[column] = row[column] with { Colour = rating };
            }
        }
    }

    /// <summary>The cells beside and below the first of a merged range show what it shows.</summary>
    private static void Cover(SheetLayout layout, Dictionary<int, List<SourceCell>> cells)
    {
        var covered = 0;
        foreach (var (first, last, left, right) in layout.MergedRanges)
        {
            var shown = cells.TryGetValue(first, out var top) && left < top.Count ? top[left] : SourceCell.Blank;
            for (var number = first; number <= last && covered < MostCovered && !shown.IsBlank; number++)
            {
                if (!cells.TryGetValue(number, out var row))
                {
                    continue;
                }

                for (var column = left; column <= right && ++covered < MostCovered; column++)
                {
                    if (number > first || column > left)
                    {
                        Fill(row, column);
                        row[column] = shown with { IsCovered = true };
                    }
                }
            }
        }
    }

    private static void Fill(List<SourceCell> row, int column)
    {
        while (row.Count <= column)
        {
            row.Add(SourceCell.Blank);
        }
    }
}
