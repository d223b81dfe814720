using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Findings;

namespace Quarterdeck.Packs.Tables;

/// <summary>
/// What a sheet does with its cells beyond holding them, told when it has been read: cells that are merged (a table has one cell a
/// column in every row, the header above all), rows and columns that are hidden.
/// </summary>
internal sealed class SheetLayout(string file, FindingCollector log)
{
    private const int MostNamed = 5;

    private readonly List<(string Range, int First, int Last, bool IsWide)> _merged = [];
    private readonly List<int> _hiddenRows = [];
    private readonly List<int> _hiddenColumns = [];

    /// <summary>Merged cells by their first and last row, and first and last column from 0.</summary>
    public List<(int First, int Last, int Left, int Right)> MergedRanges { get; } = [];

    /// <summary>Fill colours by row and column from 0; null where nobody asks for them.</summary>
    public Dictionary<(int Row, int Column), string>? Colours { get; init; }

    /// <param name="range">As the person knows it: <c>A1:C1</c>.</param>
    /// <param name="first">First row.</param>
    /// <param name="last">Last row.</param>
    /// <param name="isWide">Over more than one column.</param>
    public void Merge(string range, int first, int last, bool isWide) => _merged.Add((range, first, last, isWide));

    /// <summary>A row that holds something and is not shown.</summary>
    public void HideRow(int row) => _hiddenRows.Add(row);

    /// <summary>A column from 0 that is not shown.</summary>
    public void HideColumn(int column) => _hiddenColumns.Add(column);

    /// <summary>Columns in which something stands.</summary>
    public int Width { get; set; }

    /// <param name="headerRow">The row of the header, when one was found.</param>
    public void Tell(int? headerRow)
    {
        foreach (var (range, first, last, isWide) in _merged)
        {
            Tell(range, first, isWide, headerRow is { } header ? last < header ? Place.Above : first <= header ? Place.Header : Place.Below : Place.Below);
        }

        TellHidden("row", [.. _hiddenRows.Where(row => row >= (headerRow ?? 0)).Select(row => $"{row}")], _hiddenRows.FirstOrDefault());
        TellHidden("column", [.. _hiddenColumns.Where(column => column < Width).Select(CellName.Column)], null);
    }

    private enum Place
    {
        Above,
        Header,
        Below,
    }

    private void Tell(string range, int row, bool isWide, Place place)
    {
        if (place == Place.Header && isWide)
        {
            log.Add(new Finding(
                "merged-header",
                Severity.Error,
                $"Cells {range} of the header are merged, so the columns below them have no name of their own.",
                "Unmerge them and give every column its name. A title may stand in a row above the header.")
            {
                File = file,
                Row = row,
                Value = range,
                Expected = "one name in each cell of the header",
            });
        }
        else if (place == Place.Below)
        {
            log.Add(new Finding(
                "merged-cells",
                Severity.Warning,
                $"Cells {range} are merged: only the first holds a value, the others read as blank.",
                "Unmerge them and fill in every row.")
            {
                File = file,
                Row = row,
                Value = range,
                Expected = "a cell for each row and column",
            });
        }
    }

    private void TellHidden(string what, List<string> hidden, int? row)
    {
        if (hidden.Count == 0)
        {
            return;
        }

        var (plural, are) = hidden.Count == 1 ? (string.Empty, "is") : ("s", "are");
        var more = hidden.Count > MostNamed ? $" and {hidden.Count - MostNamed} more" : string.Empty;
        log.Add(new Finding(
            $"hidden-{what}s",
            Severity.Warning,
            $"{char.ToUpperInvariant(what[0])}{what[1..]}{plural} {string.Join(", ", hidden.Take(MostNamed))}{more} {are} "
                + "hidden in the sheet; what stands there was read like the rest.",
            $"Show the {what}{plural} and look. Delete what should not be published.")
        {
            File = file,
            Row = row,
            Value = string.Join(", ", hidden.Take(MostNamed)),
            Expected = $"no hidden {what}",
        });
    }
}
