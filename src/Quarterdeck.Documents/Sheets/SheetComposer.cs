using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Sheets;

/// <summary>
/// Turns a document into a workbook: its facts on the cover, its words on a sheet of notes, each of its tables (and the
/// figures of each chart) on a sheet of its own. Nothing is computed here; every cell says what the document says.
/// </summary>
public static class SheetComposer
{
    private const int LongestName = 31;
    private const int TextWidth = 100;

    public static Workbook Compose(Document document)
    {
        document = PageNumbers.Without(document);
        var tables = document.AllBlocks().SelectMany(Tables).ToList();
        var names = Names(tables);
        var sheets = new List<Sheet> { Cover(document), Contents(tables, names), Notes(document) };
        sheets.AddRange(tables.Select((table, index) => SheetOf(table, names[index], index + 1)));
        return new Workbook(
            document.Title,
            document.Language,
            document.Author ?? document.Organisation ?? document.Title,
            document.Date ?? new DateOnly(2000, 1, 1),
            sheets);
    }

    private static IEnumerable<Table> Tables(Block block) => block switch
    {
        Table table => [table],
        ChartBlock { Figures: { } figures } => [figures],
        _ => [],
    };

    private static Sheet Cover(Document document)
    {
        var lines = new List<SheetCell>();
        if (document.Subtitle is { } subtitle)
        {
            lines.Add(new SheetCell.Text(subtitle));
        }

        if (document.Organisation is { } organisation)
        {
            lines.Add(new SheetCell.Text("Published by: " + organisation));
        }

        foreach (var fact in document.TitleBlock?.Definitions ?? [])
        {
            lines.Add(new SheetCell.Text($"{fact.Term}: {string.Join("; ", fact.Said.Select(said => said.Plain))}"));
        }

        lines.Add(new SheetCell.Heading("Using this workbook"));
        lines.Add(new SheetCell.Text("Each sheet holds one table. Figures are numbers without their unit; the title or heading says what is counted. Ratings and directions are words."));
        lines.Add(new SheetCell.Link("Contents", "#Contents"));
        lines.Add(new SheetCell.Link("Notes", "#Notes"));
        return new Sheet("Cover", document.Title, lines, null);
    }

    private static Sheet Contents(List<Table> tables, List<string> names) => new(
        "Contents",
        "Contents",
        [new SheetCell.Text("This sheet lists the tables of the workbook, each with a link to its sheet.")],
        new SheetTable(
            "contents",
            [new SheetColumn("Sheet", 20), new SheetColumn("Table", 90)],
            tables.Select((table, index) => (IReadOnlyList<SheetCell>)[new SheetCell.Link(names[index], "#" + names[index]), new SheetCell.Text(table.Caption)]),
            tables.Count));

    private static Sheet Notes(Document document)
    {
        var lines = new List<SheetCell>();
        foreach (var section in document.Blocks.OfType<Section>())
        {
            Words(section, lines);
        }

        return new Sheet("Notes", "Notes and commentary", lines.Count == 0 ? [new SheetCell.Text("There are no notes.")] : lines, null);
    }

    private static void Words(Block block, List<SheetCell> lines)
    {
        switch (block)
        {
            case Section section:
                var heading = lines.Count;
                foreach (var inner in section.Blocks)
                {
                    Words(inner, lines);
                }

                lines.AddRange(section.Footnotes.Select((note, place) => new SheetCell.Text($"{Footnote.Mark(place)} {note.Text.Plain}")));
                if (lines.Count > heading)
                {
                    lines.Insert(heading, new SheetCell.Heading(section.FullHeading));
                }

                break;
            case Callout callout:
                if (callout.Title is { } title)
                {
                    lines.Add(new SheetCell.Heading(title));
                }

                foreach (var inner in callout.Blocks)
                {
                    Words(inner, lines);
                }

                break;
            case Paragraph paragraph:
                lines.Add(new SheetCell.Text(paragraph.Text.Plain));
                break;
            case ItemList list:
                foreach (var item in list.Items)
                {
                    lines.Add(new SheetCell.Text("• " + item.Text.Plain));
                    lines.AddRange(item.Nested.Select(nested => new SheetCell.Text("  • " + nested.Plain)));
                }

                break;
            case DefinitionList facts:
                lines.AddRange(facts.Definitions.Select(fact => new SheetCell.Text($"{fact.Term}: {string.Join("; ", fact.Said.Select(said => said.Plain))}")));
                break;
        }
    }

    private static Sheet SheetOf(Table table, string name, int number)
    {
        var lines = new List<SheetCell> { new SheetCell.Link("Back to the contents", "#Contents") };
        if (table.Summary is { } summary)
        {
            lines.Add(new SheetCell.Text(summary));
        }

        lines.AddRange(table.Footnotes.Select((note, place) => new SheetCell.Text($"{Footnote.Mark(place)} {note.Text.Plain}")));
        var group = string.Empty;
        var rows = new List<IReadOnlyList<SheetCell>>();
        var grouped = table.Rows.Any(row => row.Kind == RowKind.Group);
        foreach (var row in table.Rows)
        {
            if (row.Kind == RowKind.Group)
            {
                group = string.Join(' ', row.Cells.Select(cell => cell.Plain));
                continue;
            }

            rows.Add([.. grouped ? [new SheetCell.Text(row.Kind == RowKind.Total ? "All" : group)] : Array.Empty<SheetCell>(), .. row.Cells.SelectMany(cell => CellsOf(cell, table))]);
        }

        var columns = Headers(table).Select((header, index) => new SheetColumn(header, Width(table.Columns[index]))).ToList();
        if (grouped)
        {
            columns.Insert(0, new SheetColumn("Group", 30));
        }

        return new Sheet(name, table.Caption, lines, new SheetTable($"table_{number}", columns, rows, rows.Count));
    }

    /// <summary>A cell that reaches across columns stands in the first; the others say that they belong to it.</summary>
    private static IEnumerable<SheetCell> CellsOf(Cell cell, Table table)
    {
        var marks = string.Concat(cell.Notes.Select(key => " " + Footnote.MarkOf(key, table.Footnotes)));
        yield return cell switch
        {
            NumberCell { Status: null } number when marks.Length == 0 => new SheetCell.Number(number.Value, Places(number.Displayed)),
            NumberCell number => new SheetCell.Text($"{number.Displayed}{(number.Status is { } status ? $" [{status}]" : string.Empty)}{marks}"),
            EmptyCell { Displayed: "n/a" or "" } => new SheetCell.Text("[z]"),
            _ => new SheetCell.Text(cell.Plain.Length == 0 ? "[x]" : cell.Plain.Replace("\n", "; ", StringComparison.Ordinal) + marks),
        };
        for (var extra = 1; extra < cell.Span; extra++)
        {
            yield return new SheetCell.Text("[z]");
        }
    }

    /// <summary>Decimal places as printed.</summary>
    private static int Places(string displayed)
    {
        var point = displayed.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : displayed[(point + 1)..].TakeWhile(char.IsAsciiDigit).Count();
    }

    /// <summary>Headings in full, each once: a column under a shared heading takes that heading too.</summary>
    private static List<string> Headers(Table table)
    {
        var headers = new List<string>();
        foreach (var column in table.Columns)
        {
            var header = column.Group is { } group ? $"{group}: {column.Label}" : column.Label.Length == 0 ? "Column" : column.Label;
            var unique = header;
            for (var copy = 2; headers.Contains(unique, StringComparer.OrdinalIgnoreCase); copy++)
            {
                unique = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{header} ({copy})");
            }

            headers.Add(unique);
        }

        return headers;
    }

    private static int Width(Column column) => column.Width switch
    {
        ColumnWidth.Narrow => 10,
        ColumnWidth.Normal => 14,
        ColumnWidth.Wide => 50,
        ColumnWidth.Widest => TextWidth,
        _ => 14,
    };

    /// <summary>Sheet names from the anchors of the tables: unique, short, without the characters spreadsheets forbid.</summary>
    private static List<string> Names(List<Table> tables)
    {
        var names = new List<string>();
        foreach (var table in tables)
        {
            var plain = new string([.. table.Id.Id.Where(letter => char.IsLetterOrDigit(letter) || letter == '-')]);
            var name = plain.Length <= LongestName ? plain : plain[..LongestName];
            for (var copy = 2; names.Contains(name, StringComparer.OrdinalIgnoreCase) || name is "Cover" or "Contents" or "Notes"; copy++)
            {
                var tail = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"-{copy}");
                name = plain[..Math.Min(plain.Length, LongestName - tail.Length)] + tail;
            }

            names.Add(name);
        }

        return names;
    }
}
