using System.Xml.Linq;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Sheets;
using Quarterdeck.Documents.Tests.Reports;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Tests.Sheets;

public sealed class SheetComposerTests
{
    private const string Long = "a-table-with-a-name-longer-than-a-sheet-may-have";

    private static readonly Table Results = new(
        Anchor.Of("table", "FIN"),
        "Finance: results",
        [
            new Column("Ref") { Width = ColumnWidth.Narrow, Notes = ["ref"] }, new Column("Oct 25"), new Column("Rating"),
            new Column("Number") { Group = "Latest" }, new Column("Number") { Group = "Year to date" }, new Column("Oct 25"),
        ],
        [
            Row.GroupOf("Debt", 6),
            new Row([
                new TextCell("FN06"),
                new NumberCell("46%", 46),
                new RatingCell(RatingMark.Of("Red", "square", "#b10e1e")),
                new NumberCell("1,014.50", 1014.5m),
                new EmptyCell("n/a", "Not counted"),
                new NumberCell("-3", -3) { Status = "p" }
            ]),
            Row.GroupOf("Invoices", 6),
            new Row([
                new TextCell("FN07"),
                new EmptyCell("Suspended", "The team is elsewhere") { Span = 3 },
                new TextCell(RichText.Empty),
                new NumberCell("£5m", 5) { Notes = ["late"], Status = "p" }
            ]),
            new Row([
                new TextCell("Both"),
                new NumberCell("1", 1),
                new DirectionCell(new DirectionMark("improved", Arrow.Up)),
                new AlertCell("Above", AlertKind.Above),
                new DateCell("31 October 2025", new DateOnly(2025, 10, 31)),
                new NumberCell("2", 2)
            ]) { Kind = RowKind.Total },
        ])
    {
        Summary = "One row an indicator.",
        Footnotes = [new Footnote("ref", "As in the business plan."), new Footnote("late", "A late invoice is not in it.")],
    };

    private static readonly Document Small = new("Performance: Tŷ Ŵy",
    [
        new Contents("Contents"),
        new Paragraph("Before any section."),
        new Section(Anchor.Of("section", "one"), "Finance",
        [
            new Paragraph("What happened.") { Number = "2.1" },
            new ItemList(ListKind.Numbered, [new ListItem("First") { Nested = ["Within"] }, new ListItem("Second")]),
            Results,
            new ChartBlock(new TrendChart(Anchor.Of("chart", "FN06"), "Debt", "It rises.", new ChartUnit(Suffix: "%"), [new TrendPoint("Q1", 1, "1%")]))
            { Figures = new Table(Anchor.Of("table", Long + "-folded"), "Figures", [new Column("A")], []) },
        ])
        { Number = "2" },
        new Section(Anchor.Of("section", "two"), "Nothing to say", [new Table(Anchor.Of("table", Long), "More", [new Column("Group")], [Row.GroupOf("A", 1), new Row([new TextCell("x")])])]),
        new Callout(CalloutKind.Note, "Beside", [new Paragraph("In a box.")]),
    ])
    {
        Language = "cy-GB",
        Subtitle = "2025/26",
        Organisation = "Sample County Council",
        Date = new DateOnly(2025, 10, 31),
        TitleBlock = new DefinitionList([new Definition("Results up to", ["September", "October"])]),
    };

    private static readonly Workbook Made = SheetComposer.Compose(Small);

    [Fact]
    public void The_workbook_says_of_itself_what_the_document_does() =>
        Assert.Equal(("Performance: Tŷ Ŵy", "cy-GB", "Sample County Council", new DateOnly(2025, 10, 31)), (Made.Title, Made.Language, Made.Author, Made.Date));

    [Fact]
    public void Cover_contents_and_notes_come_before_one_sheet_a_table()
    {
        Assert.Equal(
            ["Cover", "Contents", "Notes", "table-FIN", "table-a-table-with-a-name-longe"],
            Made.Sheets.Select(sheet => sheet.Name));
        Assert.Equal(
            ["Performance: Tŷ Ŵy", "Contents", "Notes and commentary", "Finance: results", "More"],
            Made.Sheets.Select(sheet => sheet.Heading));
        Assert.Equal([false, true, false, true, true], Made.Sheets.Select(sheet => sheet.Table is not null));
    }

    [Fact]
    public void Sheets_of_data_come_before_the_tables_and_in_place_of_those_whose_rows_they_hold()
    {
        var repeated = new Table(Anchor.Of("peers", "FN06"), "Others", [new Column("Who")], []) { IsInData = true };
        var document = Small with { Blocks = [Results, repeated] };
        var data = new Sheet("Figures", "Every figure", [], new SheetTable("figures", [new SheetColumn("Ref", 10)], [], 0));

        var made = SheetComposer.Compose(document, [data]);

        Assert.Equal(["Cover", "Contents", "Notes", "Figures", "table-FIN"], made.Sheets.Select(sheet => sheet.Name));
        Assert.Equal(["Every figure", "Finance: results"], made.Sheets[1].Table!.Rows.Select(row => SheetText.Words(row[1])));
        Assert.Contains("peers-FN06", SheetComposer.Compose(document).Sheets.Select(sheet => sheet.Name));
    }

    [Fact]
    public void The_cover_has_the_facts_and_leads_to_contents_and_notes()
    {
        var cover = Made.Sheets[0].Lines;

        Assert.Equal(
            ["2025/26", "Published by: Sample County Council", "Results up to: September; October", "Using this workbook"],
            cover.Take(4).Select(SheetText.Words));
        Assert.Equal(["#Contents", "#Notes"], cover.OfType<SheetCell.Link>().Select(link => link.Address));
        Assert.Contains(
            cover,
            line => SheetText.Words(line).Contains("[z]", StringComparison.Ordinal) && SheetText.Words(line).Contains("[x]", StringComparison.Ordinal));
    }

    [Fact]
    public void The_contents_lead_to_every_table_by_its_caption() =>
        Assert.Equal(
            ["#table-FIN: Finance: results", "#table-a-table-with-a-name-longe: More"],
            Made.Sheets[1].Table!.Rows.Select(row => $"{((SheetCell.Link)row[0]).Address}: {SheetText.Words(row[1])}"));

    [Fact]
    public void The_notes_hold_every_word_outside_tables_under_its_heading() =>
        Assert.Equal(
            ["Before any section.", "# 2 Finance", "2.1 What happened.", "1. First", "  • Within", "2. Second", "# Beside", "In a box."],
            Made.Sheets[2].Lines.Select(line => (line is SheetCell.Heading ? "# " : string.Empty) + SheetText.Words(line)));

    [Fact]
    public void A_document_without_words_says_so() =>
        Assert.Equal(["There are no notes."], SheetComposer.Compose(new Document("Title", [Results])).Sheets[2].Lines.Select(SheetText.Words));

    [Fact]
    public void Above_a_table_stand_the_way_back_and_its_notes() =>
        Assert.Equal(
            ["Back to the contents", "One row an indicator.", "[1] As in the business plan.", "[2] A late invoice is not in it."],
            Made.Sheets[3].Lines.Select(SheetText.Words));

    [Fact]
    public void A_table_keeps_its_groups_as_a_column_its_headings_apart_and_its_marks_beside_the_figures()
    {
        var table = Made.Sheets[3].Table!;

        Assert.Equal(
            ["Group", "Ref [1]", "Oct 25", "Rating", "Latest: Number", "Year to date: Number", "Oct 25 (2)", "Notes"],
            table.Columns.Select(column => column.Header));
        Assert.Equal(
        [
            "Debt | FN06 | 46 | Red | 1014.5 | [z] | -3 | Oct 25: [p]",
            "Invoices | FN07 | Suspended | [z] | [z] | [x] | 5 | Oct 25: [p] [2]",
            "All | Both | 1 | improved | Above | 31 October 2025 | 2 | [z]",
        ],
        table.Rows.Select(row => string.Join(" | ", row.Select(SheetText.Words))));
        Assert.Equal(table.RowCount, table.Rows.Count());
    }

    [Fact]
    public void A_figure_is_a_number_with_the_decimals_it_is_shown_with() =>
        Assert.Equal(
            [new(46, 0), new(1014.5m, 2), new(-3, 0), new(5, 0), new(1, 0), new(2, 0)],
            Made.Sheets[3].Table!.Rows.SelectMany(row => row).OfType<SheetCell.Number>());

    [Fact]
    public void A_column_that_is_called_Group_already_is_told_apart() =>
        Assert.Equal(["Group", "Group (2)"], Made.Sheets[4].Table!.Columns.Select(column => column.Header));

    [Fact]
    public void Names_of_sheets_are_short_unique_and_without_forbidden_characters()
    {
        Anchor[] anchors = [
            Anchor.Of("t", "A/1"),
            Anchor.Of("t", "A:1"),
            Anchor.Of("t", "one"),
            Anchor.Of("t", "ONE"),
            Anchor.Of("contents"),
            Anchor.Of("history"),
            .. Enumerable.Range(1, 12).Select(copy => Anchor.Of("t", Long, $"{copy}"))
        ];

        var made = SheetComposer.Compose(new Document("Title", [.. anchors.Select(anchor => new Table(anchor, "Caption", [new Column("A")], []))])).Sheets;

        Assert.Equal(3 + anchors.Length, made.Select(sheet => sheet.Name).Append("History").Distinct(StringComparer.OrdinalIgnoreCase).Count() - 1);
        Assert.All(made, sheet => Assert.Matches(@"^[^\[\]:*?/\\']{1,31}$", sheet.Name));
        Assert.Equal(1 + anchors.Length, made.Select(sheet => sheet.Table?.Name).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [MemberData(nameof(ReportComposerTests.Packs), MemberType = typeof(ReportComposerTests))]
    public void No_cell_of_a_sample_is_empty_and_every_row_reaches_across(string sample)
    {
        foreach (var sheet in SheetComposer.Compose(ReportComposerTests.Compose(sample)).Sheets)
        {
            Assert.All(sheet.Lines, line => Assert.NotEmpty(SheetText.Words(line).Trim()));
            Assert.All(sheet.Table?.Rows ?? [], row => Assert.Equal(sheet.Table!.Columns.Count, row.Count));
            Assert.All((sheet.Table?.Rows ?? []).SelectMany(row => row), cell => Assert.NotEmpty(SheetText.Words(cell).Trim()));
        }
    }

    [Fact]
    public void Both_formats_hold_a_figure_as_a_number()
    {
        XNamespace office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
        using var excel = new MemoryStream();
        XlsxWriter.Write(Made, excel);
        using var open = new MemoryStream();
        OdsWriter.Write(Made, open);

        var cells = SheetFile.Part(excel.ToArray(), "xl/worksheets/sheet4.xml")
            .Descendants()
            .Where(cell => cell.Name.LocalName == "c" && cell.Attribute("t") is null);
        var floats = SheetFile.Part(open.ToArray(), "content.xml").Descendants().Where(cell => (string?)cell.Attribute(office + "value-type") == "float");

        Assert.Equal(["46", "1014.5", "-3", "5", "1", "2"], cells.Select(cell => cell.Value));
        Assert.Equal(["46", "1014.5", "-3", "5", "1", "2"], floats.Select(cell => (string?)cell.Attribute(office + "value")));
    }
}
