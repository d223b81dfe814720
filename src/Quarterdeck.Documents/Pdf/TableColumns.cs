using Quarterdeck.Documents.Fonts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Pdf;

/// <summary>Shares a table's width between its columns: every longest word fits where it can, and titles take what is left.</summary>
internal static class TableColumns
{
    public const double Padding = 3.6;

    /// <summary>Width of a line of figures in a row.</summary>
    public const double ChartWidth = 54;

    /// <summary>A title of more words has at least this much room, where the others leave it: 58 mm.</summary>
    private const double TitleWidth = 165;

    private const int RowsMeasured = 400;

    /// <summary>A heading of so few letters, such as a month, stays on one line.</summary>
    private const int ShortLabel = 8;

    public static double[] Widths(Table table, double width, LineBreaker breaker)
    {
        var count = table.Columns.Count;
        var (least, most) = (new double[count], new double[count]);
        for (var column = 0; column < count; column++)
        {
            var head = breaker.Extent(
                [new TextPiece(table.Columns[column].Label + Marks(table, table.Columns[column].Notes), FontStyle.Bold)],
                PdfStyle.CellHead.Size);
            (least[column], most[column]) =
                table.Columns[column].Label.Length <= ShortLabel ? (head.Most, head.Most) : (head.Least, Math.Min(head.Most, head.Least * 1.6));
        }

        for (var start = 0; start < count; start++)
        {
            if (table.Columns[start].Group is { } group && (start == 0 || table.Columns[start - 1].Group != group))
            {
                var members = table.Columns.Skip(start).TakeWhile(column => column.Group == group).Count();
                Stretch(least, start, members, breaker.Extent([new TextPiece(group, FontStyle.Bold)], PdfStyle.CellHead.Size).Most);
            }
        }

        foreach (var row in table.Rows.Take(RowsMeasured))
        {
            var column = 0;
            foreach (var cell in row.Cells)
            {
                if (cell.Span > 1 && cell.Span < count)
                {
                    var spanned = breaker.Extent(TableCellText.Of(cell, table, header: false), PdfStyle.Cell.Size);
                    Stretch(least, column, cell.Span, Math.Max(spanned.Least, Math.Min(spanned.Most / 3, width / 4)));
                }
                else if (cell is ChartCell)
                {
                    (least[column], most[column]) = (Math.Max(least[column], ChartWidth), Math.Max(most[column], ChartWidth));
                }
                else if (cell.Span == 1)
                {
                    var extent = breaker.Extent(TableCellText.Of(cell, table, table.IsBold(column)), PdfStyle.Cell.Size);
                    least[column] = Math.Max(least[column], cell is NumberCell or RatingCell or AlertCell ? extent.Most : extent.Least);
                    most[column] = Math.Max(most[column], extent.Most);
                }

                column += cell.Span;
            }
        }

        for (var column = 0; column < count; column++)
        {
            least[column] += 2 * Padding;
            most[column] = Math.Max(most[column] + (2 * Padding), least[column]);
        }

        var titled = least.Select((each, column) =>
            table.Columns[column].Width == ColumnWidth.Wide ? Math.Max(each, Math.Min(most[column], TitleWidth)) : each).ToArray();
        return Shared(table, width, titled.Sum() <= width ? titled : least, most);
    }

    /// <summary>Widens neighbouring columns alike until they hold what reaches across them.</summary>
    private static void Stretch(double[] least, int start, int count, double needed)
    {
        var missing = needed - (2 * Padding * (count - 1)) - least.Skip(start).Take(count).Sum();
        for (var column = start; missing > 0 && column < start + count; column++)
        {
            least[column] += missing / count;
        }
    }

    private static double[] Shared(Table table, double width, double[] least, double[] most)
    {
        var (leastSum, mostSum) = (least.Sum(), most.Sum());
        if (leastSum >= width)
        {
            return [.. least.Select(each => each * width / leastSum)];
        }

        if (mostSum > width)
        {
            return [.. least.Select((each, column) => each + ((most[column] - each) * (width - leastSum) / (mostSum - leastSum)))];
        }

        // Room to spare goes to titles and sentences; a table of figures alone keeps its natural width.
        var wide = table.Columns.Select(column => column.Width is ColumnWidth.Wide or ColumnWidth.Widest ? 1 : 0).ToArray();
        var takers = wide.Sum();
        return takers == 0 ? most : [.. most.Select((each, column) => each + (wide[column] * (width - mostSum) / takers))];
    }

    internal static string Marks(Table table, IReadOnlyList<string> keys) =>
        string.Concat(keys.Select(key => Footnote.MarkOf(key, table.Footnotes)));
}

/// <summary>What a cell shows, as pieces of text.</summary>
internal static class TableCellText
{
    public static IReadOnlyList<TextPiece> Of(Cell cell, Table table, bool header)
    {
        var font = header ? FontStyle.Bold : FontStyle.Regular;
        List<TextPiece> pieces = cell switch
        {
            TextCell text => [.. TextPiece.Of(text.Text, font, table.Footnotes)],
            RatingCell rating => [new TextPiece(rating.Mark.Label, FontStyle.Bold) { Shape = rating.Mark.Shape, Colour = rating.Mark.Colour.Hex }],
            DirectionCell { ArrowOnly: true } => [],
            DirectionCell direction => [new TextPiece(direction.Mark.Word, font) { Arrow = direction.Mark.Arrow }],
            NumberCell { Status: { } status } number => [new TextPiece($"{number.Displayed} [{status}]", font)],
            _ => [new TextPiece(cell.Plain, font)],
        };
        var marks = TableColumns.Marks(table, cell.Notes);
        if (marks.Length > 0)
        {
            pieces.Add(new TextPiece("\u00a0" + marks, font));
        }

        return pieces;
    }
}
