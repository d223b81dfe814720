using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Word;

/// <summary>Shares a table's width between its columns, in twips: every longest word fits where it can, and titles take what is left.</summary>
internal sealed record WordColumns(IReadOnlyList<int> Widths, bool Small)
{
    private const int Padding = 2 * WordStyles.CellPadding;
    private const int RowsMeasured = 400;
    private const double SmallSize = 8;
    private const double Size = 9.5;

    /// <summary>Charts measure for the widest font; the font of the text, and those that stand in for it, are narrower.</summary>
    private const double Narrower = 0.91;

    /// <summary>A line of figures in a row.</summary>
    private const int ChartWidth = 54 * 20;

    /// <summary>A title of more words has at least this much room, where the others leave it: 58 mm.</summary>
    private const int TitleWidth = 165 * 20;

    /// <summary>What is said of an empty table breaks only when it is longer.</summary>
    private const int MostEmpty = 5000;

    /// <summary>A heading of so few letters, such as a month, stays on one line.</summary>
    private const int ShortLabel = 8;

    public static WordColumns Of(Table table, int width)
    {
        var (least, most) = Measure(table, Size);
        var small = least.Sum() > width;
        if (small)
        {
            (least, most) = Measure(table, SmallSize);
        }

        var titled = least.Select((each, column) =>
            table.Columns[column].Width == ColumnWidth.Wide ? Math.Max(each, Math.Min(most[column], TitleWidth)) : each).ToArray();
        (least, most) = ForOtherFonts(titled.Sum() <= width ? titled : least, most, width);
        return new WordColumns(Shared(table, width, least, most), small);
    }

    /// <summary>
    /// A reader without the document's font gets another, which may be a fifth wider. So every column gets a fifth more where
    /// the page has the room; where titles want it too, a quarter of what is left goes to this and the rest to them.
    /// </summary>
    private static (int[] Least, int[] Most) ForOtherFonts(int[] least, int[] most, int width)
    {
        var (leastSum, spare) = (least.Sum(), width - least.Sum());
        var extra = most.Sum() * 6 / 5 <= width ? leastSum / 5 : Math.Clamp(spare / 4, 0, leastSum / 5);
        return (More(least), More(most));

        int[] More(int[] widths) => [.. widths.Select(each => each + (int)((long)each * extra / Math.Max(leastSum, 1)))];
    }

    private static (int[] Least, int[] Most) Measure(Table table, double size)
    {
        var count = table.Columns.Count;
        var (least, most) = (new int[count], new int[count]);
        for (var column = 0; column < count; column++)
        {
            var label = table.Columns[column].Label + new string('*', table.Columns[column].Notes.Count * 2);
            least[column] = label.Length <= ShortLabel ? Whole(label, size, true) : Longest(label, size, true);
            most[column] = Math.Max(least[column], Math.Min(Whole(label, size, true), least[column] * 8 / 5));
        }

        foreach (var row in table.Rows.Take(RowsMeasured))
        {
            var column = 0;
            foreach (var cell in row.Cells)
            {
                if (cell is ChartCell)
                {
                    (least[column], most[column]) = (Math.Max(least[column], ChartWidth), Math.Max(most[column], ChartWidth));
                }
                else if (cell.Span == 1)
                {
                    var bold = cell is RatingCell || table.IsBold(column) || row.Kind != RowKind.Body;
                    var words = Shown(cell) + new string('*', cell.Notes.Count * 2);
                    var whole = Whole(words, size, bold);
                    least[column] = Math.Max(least[column], cell is NumberCell or RatingCell or DirectionCell ? whole : Longest(words, size, bold));
                    most[column] = Math.Max(most[column], whole);
                }

                column += cell.Span;
            }
        }

        for (var column = 0; column < count; column++)
        {
            least[column] += Padding;
            most[column] = Math.Max(most[column] + Padding, least[column]);
        }

        Spans(table, size, least, most);
        return (least, most);
    }

    /// <summary>Widens columns until headings and cells that reach across them have room.</summary>
    private static void Spans(Table table, double size, int[] least, int[] most)
    {
        foreach (var (start, count, group) in WordTable.Groups(table))
        {
            if (group is not null)
            {
                Stretch(least, most, start, count, Whole(group, size, true) + Padding);
            }
        }

        if (table.Rows.Count == 0)
        {
            Stretch(least, most, 0, table.Columns.Count, Math.Min(Whole(table.WhenEmpty, size, false), MostEmpty) + Padding);
        }

        foreach (var row in table.Rows.Take(RowsMeasured))
        {
            var column = 0;
            foreach (var cell in row.Cells)
            {
                if (cell.Span > 1)
                {
                    Stretch(least, most, column, cell.Span, Longest(Shown(cell), size, false) + Padding);
                }

                column += cell.Span;
            }
        }
    }

    private static void Stretch(int[] least, int[] most, int start, int count, int needed)
    {
        var missing = needed - least.Skip(start).Take(count).Sum();
        for (var column = start; missing > 0 && column < start + count; column++)
        {
            least[column] += (missing + count - 1) / count;
            most[column] = Math.Max(most[column], least[column]);
        }
    }

    private static int[] Shared(Table table, int width, int[] least, int[] most)
    {
        var (leastSum, mostSum) = (least.Sum(), most.Sum());
        if (leastSum >= width)
        {
            return [.. least.Select(each => (int)((long)each * width / leastSum))];
        }

        if (mostSum > width)
        {
            return [.. least.Select((each, column) => each + (int)((long)(most[column] - each) * (width - leastSum) / (mostSum - leastSum)))];
        }

        // Room to spare goes to titles and sentences; a table of figures alone keeps its natural width.
        var takers = table.Columns.Count(Takes);
        return takers == 0 ? most : [.. most.Select((each, column) => each + (Takes(table.Columns[column]) ? (width - mostSum) / takers : 0))];
    }

    private static bool Takes(Column column) => column.Width is ColumnWidth.Wide or ColumnWidth.Widest;

    private static string Shown(Cell cell) => cell switch
    {
        RatingCell rating => "● " + rating.Mark.Label,
        DirectionCell { ArrowOnly: true } => "↑",
        DirectionCell direction => "↑ " + direction.Mark.Word,
        NumberCell { Status: { } status } number => $"{number.Displayed} [{status}]",
        _ => cell.Plain,
    };

    private static int Longest(string words, double size, bool bold)
    {
        var longest = 0;
        foreach (var part in words.AsSpan().SplitAny(' ', '\n', '\t'))
        {
            longest = Math.Max(longest, Twips(words.AsSpan(part), size, bold));
        }

        return longest;
    }

    private static int Whole(string words, double size, bool bold)
    {
        var longest = 0;
        foreach (var line in words.AsSpan().Split('\n'))
        {
            longest = Math.Max(longest, Twips(words.AsSpan(line), size, bold));
        }

        return longest;
    }

    private static int Twips(ReadOnlySpan<char> words, double size, bool bold) => (int)Math.Ceiling(TextWidth.Of(words, size, bold) * 20 * Narrower);
}
