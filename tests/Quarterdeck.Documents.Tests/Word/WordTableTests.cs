using System.Globalization;
using System.Xml.Linq;
using Quarterdeck.Documents.Tests.Tree;
using Quarterdeck.Documents.Tree;
using static Quarterdeck.Documents.Tests.Word.WordFile;

namespace Quarterdeck.Documents.Tests.Word;

public sealed class WordTableTests
{
    [Fact]
    public void Every_table_has_a_header_row_that_repeats_and_a_caption()
    {
        var tables = new WordFile(Dashboard.Document).Body.Descendants(W + "tbl").ToList();
        Assert.NotEmpty(tables);
        Assert.All(tables, table =>
        {
            Assert.NotNull(table.Elements(W + "tr").First().Element(W + "trPr")!.Element(W + "tblHeader"));
            Assert.NotEmpty(table.Element(W + "tblPr")!.Element(W + "tblCaption")!.Attribute(W + "val")!.Value);
        });
    }

    [Fact]
    public void Every_row_reaches_across_its_table()
    {
        foreach (var table in new WordFile(Dashboard.Document).Body.Descendants(W + "tbl"))
        {
            var widths = table.Element(W + "tblGrid")!.Elements()
                .Select(column => int.Parse(column.Attribute(W + "w")!.Value, CultureInfo.InvariantCulture))
                .ToList();
            foreach (var cells in table.Elements(W + "tr").Select(row => row.Elements(W + "tc").ToList()))
            {
                Assert.Equal(widths.Count, cells.Sum(SpanOf));
                Assert.Equal(
                    widths.Sum(),
                    cells.Sum(cell => int.Parse(cell.Element(W + "tcPr")!.Element(W + "tcW")!.Attribute(W + "w")!.Value, CultureInfo.InvariantCulture)));
            }
        }
    }

    [Fact]
    public void The_words_of_a_table_are_those_of_the_tree()
    {
        var tables = Dashboard.Document.AllBlocks().OfType<Table>().Where(table => table.Rows.Count > 0).ToList();
        var written = new WordFile(Dashboard.Document).Body.Descendants(W + "tbl")
            .ToLookup(table => table.Element(W + "tblPr")!.Element(W + "tblCaption")!.Attribute(W + "val")!.Value);
        foreach (var table in tables)
        {
            var rows = written[table.Caption].Single().Elements(W + "tr").Where(row => row.Element(W + "trPr")?.Element(W + "tblHeader") is null).ToList();
            Assert.Equal(table.Rows.Count, rows.Count);
            foreach (var (row, cells) in table.Rows.Zip(rows, (row, element) => (row, element.Elements(W + "tc").ToList())))
            {
                Assert.All(row.Cells.Zip(cells), pair => Assert.Contains(pair.First.Plain, WordsOf(pair.Second), StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void A_rating_is_a_shape_and_its_word_on_a_light_ground()
    {
        var cells = Cells(new RatingCell(Dashboard.Red), new RatingCell(Dashboard.Amber), new DirectionCell(new DirectionMark("Improved", Arrow.Up)));
        Assert.Equal(["■\u00a0Red", "◆\u00a0Amber", "↑\u00a0Improved"], cells.Select(WordsOf));
        var fill = Colour.Parse("#" + cells[0].Descendants(W + "shd").Single().Attribute(W + "fill")!.Value);
        Assert.True(fill.ContrastWith(Colour.Parse("#0b0c0c")) > 7);
        foreach (var cell in cells.Take(2))
        {
            var ground = Colour.Parse("#" + cell.Descendants(W + "shd").Single().Attribute(W + "fill")!.Value);
            var shape = Colour.Parse("#" + cell.Descendants(W + "color").Single().Attribute(W + "val")!.Value);
            Assert.True(shape.ContrastWith(ground) >= 3);
        }
    }

    [Fact]
    public void Grouped_headings_stand_over_their_columns()
    {
        var table = new Table(
            Anchor.Of("table", "t"),
            "T",
            [new Column("Ref"), new Column("Lower") { Group = "Range" }, new Column("Upper") { Group = "Range" }],
            []);
        var rows = new WordFile(new Document("D", [table])).Body.Descendants(W + "tr").ToList();
        Assert.Equal(["Ref", "Range"], rows[0].Elements(W + "tc").Select(WordsOf));
        Assert.Equal(["", "Lower", "Upper"], rows[1].Elements(W + "tc").Select(WordsOf));
        Assert.Equal(2, SpanOf(rows[0].Elements(W + "tc").Last()));
        Assert.All(rows.Take(2), row => Assert.NotNull(row.Descendants(W + "tblHeader").SingleOrDefault()));
        Assert.Equal(table.WhenEmpty, WordsOf(rows[2]));
        Assert.Equal(3, SpanOf(rows[2].Elements(W + "tc").Single()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(13)]
    public void A_table_of_any_number_of_periods_keeps_within_its_page(int periods)
    {
        Column[] columns = [
            new Column("Ref"),
            new Column("Indicator") { Width = ColumnWidth.Wide },
            .. Enumerable.Range(1, periods).Select(month => new Column($"Mon {month:00}"))
        ];
        var row = new Row([
            new TextCell("FN01"),
            new TextCell("A title that is not short at all and has to be broken"),
            .. Enumerable.Range(1, periods).Select(month => new NumberCell("1,234,567", 1234567))
        ]);
        foreach (var wide in new[] { false, true })
        {
            var table = new WordFile(new Document("D", [new Table(Anchor.Of("table", "t"), "T", columns, [row])]) { Landscape = wide }).Body
                .Descendants(W + "tbl")
                .Single();
            var width = table.Descendants(W + "gridCol").Sum(column => int.Parse(column.Attribute(W + "w")!.Value, CultureInfo.InvariantCulture));
            Assert.InRange(width, 1, wide ? 15158 : 10226);
        }
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "landscape")]
    public void Every_section_of_a_document_lies_one_way(bool landscape, string? orientation)
    {
        var file = new WordFile(new Document("D", [new Paragraph("before"), new TextColumns([new Paragraph("in columns")]), new Paragraph("after")])
        {
            Landscape = landscape,
        });
        var sections = file.Body.Descendants(W + "sectPr").ToList();
        Assert.Equal(landscape ? 3 : 1, sections.Count);
        Assert.All(sections, section => Assert.Equal(orientation, section.Element(W + "pgSz")!.Attribute(W + "orient")?.Value));
        Assert.Equal(landscape ? [null, "2", null] : [null], sections.Select(section => section.Element(W + "cols")?.Attribute(W + "num")?.Value));
        Assert.Empty(file.Findings());
    }

    [Fact]
    public void Things_beside_each_other_are_cells_of_a_table_without_lines()
    {
        var figures = new Table(Anchor.Of("table", "t"), "T", [new Column("A")], [new Row([new TextCell("1")])]);
        var file = new WordFile(new Document("D", [new SideBySide([[new Paragraph("left")], [figures]])]));
        var outer = file.Body.Elements(W + "tbl").Single();
        Assert.Equal("LayoutTable", outer.Element(W + "tblPr")!.Element(W + "tblStyle")!.Attribute(W + "val")!.Value);
        Assert.Equal("left", WordsOf(outer.Element(W + "tr")!.Elements(W + "tc").First()));
        Assert.Single(outer.Descendants(W + "tbl"));
        Assert.Empty(file.Findings());
    }

    [Theory]
    [InlineData(8, 7)]
    [InlineData(9, 2)]
    public void A_table_of_few_rows_stays_whole_and_no_row_of_a_longer_one_stands_alone(int rows, int kept)
    {
        var table = new WordFile(new Document("D", [new Table(
            Anchor.Of("table", "t"),
            "T",
            [new Column("A")],
            [.. Enumerable.Range(1, rows).Select(row => new Row([new TextCell($"{row}")]))])])).Body.Descendants(W + "tbl").Single();
        Assert.Equal(kept, table.Elements(W + "tr").Skip(1).Count(row => row.Descendants(W + "keepNext").Any()));
    }

    [Fact]
    public void A_table_of_figures_leaves_room_for_a_wider_font()
    {
        var table = new WordFile(new Document(
            "D",
            [new Table(Anchor.Of("table", "t"), "T", [new Column("Number"), new Column("Per cent")], [])])).Body.Descendants(W + "tbl").Single();
        var widths = table.Descendants(W + "gridCol").Select(column => int.Parse(column.Attribute(W + "w")!.Value, CultureInfo.InvariantCulture)).ToList();

        // 'Number' and 'Per cent' in 9 point bold DejaVu Sans, among the widest fonts, in twentieths of a point.
        Assert.True(widths[0] - 144 >= 806, $"{widths[0]}");
        Assert.True(widths[1] - 144 >= 848, $"{widths[1]}");
    }

    [Fact]
    public void Notes_stand_under_their_table_and_marks_lead_to_them()
    {
        var table = new Table(
            Anchor.Of("table", "t"),
            "T",
            [new Column("A") { Notes = ["b"] }],
            [new Row([new TextCell("x") { Notes = ["a", "b"] }])])
        { Footnotes = [new Footnote("a", "first"), new Footnote("b", "second")] };
        var file = new WordFile(new Document("D", [table]));
        Assert.Empty(file.Findings());
        Assert.Equal(["A\u00a0[2]", "x\u00a0[1][2]"], file.Body.Descendants(W + "tc").Select(WordsOf));
        Assert.Equal(["[1] first", "[2] second"], file.Paragraphs.Where(each => each.Style == "TableNote").Select(each => each.Words));
        Assert.Equal(
            ["table_t__note_2", "table_t__note_1", "table_t__note_2"],
            file.Body.Descendants(W + "hyperlink").Select(link => link.Attribute(W + "anchor")!.Value));
    }

    private static List<XElement> Cells(params Cell[] cells)
    {
        var table = new Table(Anchor.Of("table", "t"), "T", [.. cells.Select((_, index) => new Column($"C{index}"))], [new Row(cells)]);
        return [.. new WordFile(new Document("D", [table])).Body.Descendants(W + "tr").Last().Elements(W + "tc")];
    }

    private static int SpanOf(XElement cell) =>
        cell.Element(W + "tcPr")!.Element(W + "gridSpan") is { } span ? int.Parse(span.Attribute(W + "val")!.Value, CultureInfo.InvariantCulture) : 1;
}
