using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Findings;

namespace Quarterdeck.Packs.Tables;

/// <summary>Tells of cells merged in a sheet: a table has one cell a column in every row, the header above all.</summary>
internal sealed class MergedCells(string file, FindingCollector log)
{
    /// <summary>The row of the header, once it is known.</summary>
    public int? HeaderRow { get; set; }

    /// <param name="range">As the person knows it: <c>A1:C1</c>.</param>
    /// <param name="first">First row.</param>
    /// <param name="last">Last row.</param>
    /// <param name="isWide">Over more than one column.</param>
    public void Add(string range, int first, int last, bool isWide)
    {
        var inHeader = HeaderRow is { } header && first <= header && header <= last;
        if (inHeader && isWide)
        {
            log.Add(new Finding(
                "merged-header",
                Severity.Error,
                $"Cells {range} of the header are merged, so the columns below them have no name of their own.",
                "Unmerge them and give every column its name. A title above the table belongs on another sheet.")
            {
                File = file,
                Row = first,
                Value = range,
                Expected = "one name in each cell of the header",
            });
        }
        else if (!inHeader)
        {
            log.Add(new Finding(
                "merged-cells",
                Severity.Warning,
                $"Cells {range} are merged: only the first holds a value, the others read as blank.",
                "Unmerge them and fill in every row.")
            {
                File = file,
                Row = first,
                Value = range,
                Expected = "a cell for each row and column",
            });
        }
    }
}
