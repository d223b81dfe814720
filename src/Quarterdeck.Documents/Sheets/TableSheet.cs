using System.Globalization;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Sheets;

/// <summary>
/// A table on its sheet. A figure stays a number whatever is noted of it: marks go into a column of their own, behind the
/// figures. The name of a group becomes a column before them, so that every row can be read alone.
/// </summary>
internal static class TableSheet
{
    /// <summary>The longest heading of a column that Excel takes.</summary>
    private const int LongestHeading = 255;

    public static Sheet Of(Table table, string name, int number)
    {
        var lines = new List<SheetCell> { new SheetCell.Link("Back to the contents", "#Contents") };
        if (table.Summary is { } summary)
        {
            lines.Add(new SheetCell.Text(summary));
        }

        lines.AddRange(table.Footnotes.Select((note, place) => new SheetCell.Text($"{Footnote.Mark(place)} {note.Text.Plain}")));
        var grouped = table.Rows.Any(row => row.Kind == RowKind.Group);
        var marked = table.Rows.SelectMany(row => row.Cells).OfType<NumberCell>().Any(cell => Marks(cell, table).Length > 0);
        var rows = Rows(table, grouped, marked);
        return new Sheet(name, table.Caption, lines, new SheetTable($"table_{number}", Columns(table, grouped, marked), rows, rows.Count));
    }

    private static List<IReadOnlyList<SheetCell>> Rows(Table table, bool grouped, bool marked)
    {
        var (group, rows) = (string.Empty, new List<IReadOnlyList<SheetCell>>());
        foreach (var row in table.Rows)
        {
            if (row.Kind == RowKind.Group)
            {
                group = string.Join(' ', row.Cells.Select(cell => cell.Plain));
                continue;
            }

            var cells = row.Cells.SelectMany(cell => CellsOf(cell, table)).ToList();
            if (grouped)
            {
                cells.Insert(0, new SheetCell.Text(row.Kind == RowKind.Total ? "All" : group.Length == 0 ? "[z]" : group));
            }

            if (marked)
            {
                cells.Add(new SheetCell.Text(Noted(row, table)));
            }

            rows.Add(cells);
        }

        return rows;
    }

    /// <summary>A cell that reaches across columns stands in the first; nothing applies in the others.</summary>
    private static IEnumerable<SheetCell> CellsOf(Cell cell, Table table)
    {
        var marks = Marks(cell, table);
        yield return cell switch
        {
            NumberCell number => new SheetCell.Number(number.Value, Places(number.Displayed)),
            EmptyCell { Displayed: "n/a" or "" } => new SheetCell.Text("[z]" + marks),
            _ => new SheetCell.Text((cell.Plain.Length == 0 ? "[x]" : cell.Plain.Replace("\n", "; ", StringComparison.Ordinal)) + marks),
        };
        for (var extra = 1; extra < cell.Span; extra++)
        {
            yield return new SheetCell.Text("[z]");
        }
    }

    /// <summary>What is noted of the figures of a row, each under its column: <c>Oct 25: [p]; Target: *</c>.</summary>
    private static string Noted(Row row, Table table)
    {
        var (column, noted) = (0, new List<string>());
        foreach (var cell in row.Cells)
        {
            if (cell is NumberCell && Marks(cell, table) is { Length: > 0 } marks)
            {
                noted.Add($"{Heading(table, column)}:{marks}");
            }

            column += cell.Span;
        }

        return noted.Count == 0 ? "[z]" : string.Join("; ", noted);
    }

    /// <summary>The marks of a cell, each behind a space.</summary>
    private static string Marks(Cell cell, Table table) =>
        (cell is NumberCell { Status: { } status } ? $" [{status}]" : string.Empty) + Marks(cell.Notes, table);

    private static string Marks(IReadOnlyList<string> keys, Table table) => string.Concat(keys.Select(key => " " + Footnote.MarkOf(key, table.Footnotes)));

    /// <summary>Decimal places as printed.</summary>
    private static int Places(string displayed)
    {
        var point = displayed.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : displayed[(point + 1)..].TakeWhile(char.IsAsciiDigit).Count();
    }

    /// <summary>Columns with their headings in full, each once.</summary>
    private static List<SheetColumn> Columns(Table table, bool grouped, bool marked)
    {
        var columns = new List<SheetColumn>();
        if (grouped)
        {
            Add(columns, "Group", 30);
        }

        for (var column = 0; column < table.Columns.Count; column++)
        {
            Add(columns, Heading(table, column) + Marks(table.Columns[column].Notes, table), Width(table.Columns[column]));
        }

        if (marked)
        {
            Add(columns, "Notes", 30);
        }

        return columns;
    }

    private static void Add(List<SheetColumn> columns, string heading, int width)
    {
        var unique = Short(heading, string.Empty);
        for (var copy = 2; columns.Any(column => string.Equals(column.Header, unique, StringComparison.OrdinalIgnoreCase)); copy++)
        {
            unique = Short(heading, string.Create(CultureInfo.InvariantCulture, $" ({copy})"));
        }

        columns.Add(new SheetColumn(unique, width));
    }

    private static string Short(string heading, string tail) =>
        heading.Length + tail.Length <= LongestHeading ? heading + tail : heading[..(LongestHeading - tail.Length - 1)].TrimEnd() + "…" + tail;

    /// <summary>A column under a shared heading takes that heading too. A heading has one line.</summary>
    private static string Heading(Table table, int index)
    {
        var column = table.Columns[index];
        var heading = column.Group is { } group ? $"{group}: {column.Label}" : column.Label.Length == 0 ? "Column" : column.Label;
        return heading.ReplaceLineEndings(" ");
    }

    private static int Width(Column column) => column.Width switch
    {
        ColumnWidth.Narrow => 10,
        ColumnWidth.Normal => 14,
        ColumnWidth.Wide => 50,
        ColumnWidth.Widest => 100,
        _ => 14,
    };
}
