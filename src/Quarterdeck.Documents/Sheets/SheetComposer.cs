using System.Globalization;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Sheets;

/// <summary>
/// Turns a document into a workbook: its facts on the cover, its words on a sheet of notes, each of its tables on a
/// sheet of its own. Nothing is computed here; every cell says what the document says. Where sheets of data are given, tables whose rows
/// they hold are left out.
/// </summary>
public static class SheetComposer
{
    private const int LongestName = 31;

    /// <summary>Our own sheets, and a name that Excel keeps for itself.</summary>
    private static readonly string[] Taken = ["Cover", "Contents", "Notes", "History"];

    /// <param name="document">What the workbook says.</param>
    /// <param name="data">Sheets of data, before those of the document's tables.</param>
    public static Workbook Compose(Document document, IReadOnlyList<Sheet>? data = null)
    {
        document = PageNumbers.Without(document);
        data ??= [];
        var tables = document.AllBlocks().OfType<Table>().Where(table => data.Count == 0 || !table.IsInData).Select(WithoutLines).ToList();
        var names = Names(tables, data);
        List<(string Sheet, string Table)> listed =
            [.. data.Select(sheet => (sheet.Name, sheet.Heading)), .. names.Zip(tables, (name, table) => (name, table.Caption))];
        var sheets = new List<Sheet> { Cover(document), Contents(listed), SheetNotes.Of(document) };
        sheets.AddRange(data);
        sheets.AddRange(tables.Select((table, index) => TableSheet.Of(table, names[index], index + 1)));
        return new Workbook(
            document.Title,
            document.Language,
            document.Author ?? document.Organisation ?? document.Title,
            document.Date ?? new DateOnly(2000, 1, 1),
            sheets);
    }

    /// <summary>A line of figures is drawn from figures that a workbook has.</summary>
    private static Table WithoutLines(Table table)
    {
        var lines = table.Rows.SelectMany(Starts).Where(place => place.Cell is ChartCell).Select(place => place.Start).ToHashSet();
        return lines.Count == 0 ? table : table.With(
            [.. table.Columns.Where((_, index) => !lines.Contains(index))],
            [.. table.Rows.Select(Kept)]);

        Row Kept(Row row) => row with { Cells = [.. Starts(row).Where(place => place.Cell.Span > 1 || !lines.Contains(place.Start)).Select(Narrowed)] };

        Cell Narrowed((int Start, Cell Cell) place) =>
            place.Cell with { Span = place.Cell.Span - (place.Cell.Span > 1 ? Enumerable.Range(place.Start, place.Cell.Span).Count(lines.Contains) : 0) };
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

        lines.AddRange(SheetNotes.Facts(document.TitleBlock));
        lines.Add(new SheetCell.Heading("Using this workbook"));
        lines.Add(new SheetCell.Text(
            "Each sheet holds one table. Figures are numbers without their unit; the title or heading says what is counted. Ratings and directions "
            + "are words."));
        lines.Add(new SheetCell.Text(
            "Where there is no figure, [z] means that none applies and [x] that none is recorded. Marks beside a figure, such as [1] or [p], stand in "
            + "the table's last column; what they mean is said above the table."));
        lines.Add(new SheetCell.Link("Contents", "#Contents"));
        lines.Add(new SheetCell.Link("Notes", "#Notes"));
        return new Sheet("Cover", document.Title, lines, null);
    }

    private static Sheet Contents(List<(string Sheet, string Table)> listed) => new(
        "Contents",
        "Contents",
        [new SheetCell.Text("This sheet lists the tables of the workbook, each with a link to its sheet.")],
        new SheetTable(
            "contents",
            [new SheetColumn("Sheet", 20), new SheetColumn("Table", 90)],
            listed.Select(one => (IReadOnlyList<SheetCell>)[new SheetCell.Link(one.Sheet, "#" + one.Sheet), new SheetCell.Text(one.Table)]),
            listed.Count));

    /// <summary>Sheet names from the anchors of the tables: unique, short, without the characters spreadsheets forbid.</summary>
    private static List<string> Names(List<Table> tables, IReadOnlyList<Sheet> data)
    {
        string[] taken = [.. Taken, .. data.Select(sheet => sheet.Name)];
        var names = new List<string>();
        foreach (var table in tables)
        {
            var plain = new string([.. table.Id.Id.Where(letter => char.IsLetterOrDigit(letter) || letter == '-')]);
            var name = plain.Length <= LongestName ? plain : plain[..LongestName];
            for (var copy = 2; names.Concat(taken).Contains(name, StringComparer.OrdinalIgnoreCase); copy++)
            {
                var tail = string.Create(CultureInfo.InvariantCulture, $"-{copy}");
                name = plain[..Math.Min(plain.Length, LongestName - tail.Length)] + tail;
            }

            names.Add(name);
        }

        return names;
    }
}
