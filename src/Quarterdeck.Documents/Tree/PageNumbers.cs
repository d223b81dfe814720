using System.Globalization;

namespace Quarterdeck.Documents.Tree;

/// <summary>Page numbers within tables: put in where pages are known, left out with their column where there are none.</summary>
public static class PageNumbers
{
    /// <summary>Stands for a page that is not known yet, and takes as much room as most numbers do.</summary>
    private const string NotYet = "000";

    public static bool AreIn(Document document) => document.AllBlocks().OfType<Table>().Any(AreIn);

    /// <summary>The document without the columns of page numbers: for formats without pages.</summary>
    public static Document Without(Document document) => AreIn(document) ? document with { Blocks = Mapped(document.Blocks, Without) } : document;

    /// <summary>The document with its page numbers written out.</summary>
    /// <param name="document">The document.</param>
    /// <param name="pages">Page numbers by the ids of sections' anchors; those not in it are not known yet.</param>
    public static Document In(Document document, IReadOnlyDictionary<string, int> pages) => AreIn(document)
        ? document with { Blocks = Mapped(document.Blocks, table => With(table, cell => Known(cell, pages))) } : document;

    private static bool AreIn(Table table) => table.Rows.Any(row => row.Cells.Any(cell => cell is PageCell));

    private static TextCell Known(PageCell cell, IReadOnlyDictionary<string, int> pages) => new TextCell(new LinkInline(
        cell.Section,
        pages.TryGetValue(cell.Section.Id, out var page) ? page.ToString(CultureInfo.InvariantCulture) : NotYet));

    private static List<Block> Mapped(IReadOnlyList<Block> blocks, Func<Table, Table> map) =>
        [.. blocks.Select(block => block is Table table ? AreIn(table) ? map(table) : table : block.WithInside(inner => Mapped(inner, map)))];

    private static Table With(Table table, Func<PageCell, Cell> known) =>
        Remade(table, table.Columns, row => [.. row.Cells.Select(cell => cell is PageCell page ? known(page) : cell)]);

    private static Table Without(Table table)
    {
        // A column of page numbers has nothing else in it but what reaches across it.
        var paged = table.Rows.SelectMany(Starts).Where(place => place.Cell is PageCell).Select(place => place.Start).ToHashSet();
        return Remade(
            table,
            [.. table.Columns.Where((_, index) => !paged.Contains(index))],
            row => [.. Starts(row).Where(place => place.Cell is not PageCell).Select(place =>
                place.Cell with { Span = place.Cell.Span - Enumerable.Range(place.Start, place.Cell.Span).Count(paged.Contains) })]);
    }

    private static IEnumerable<(int Start, Cell Cell)> Starts(Row row)
    {
        var start = 0;
        foreach (var cell in row.Cells)
        {
            yield return (start, cell);
            start += cell.Span;
        }
    }

    private static Table Remade(Table table, IReadOnlyList<Column> columns, Func<Row, IReadOnlyList<Cell>> cells) =>
        table.With(columns, [.. table.Rows.Select(row => row with { Cells = cells(row) })]);
}
