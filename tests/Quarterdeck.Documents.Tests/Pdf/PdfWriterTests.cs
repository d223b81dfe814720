using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Pdf;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Tests.Pdf;

public sealed class PdfWriterTests
{
    [Fact]
    public void A_report_with_every_kind_of_block_keeps_every_structural_rule() => Assert.Empty(PdfStructureChecker.Check(Bytes(Report(3, 12))));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 200)]
    [InlineData(30, 9)]
    public void Any_length_keeps_every_structural_rule(int sections, int rows) => Assert.Empty(PdfStructureChecker.Check(Bytes(Report(sections, rows))));

    [Fact]
    public void An_appendix_is_bound_in_with_its_own_orientation_bookmarks_and_links()
    {
        var appendix = Report(2, 5) with { Title = "The dashboard", Landscape = true };
        var whole = Report(2, 5) with { Bound = [appendix] };

        var bytes = Bytes(whole);
        var reader = new PdfReader(bytes);
        var widths = reader.Pages().Select(page => Convert.ToInt32(reader.Array(page.Page["MediaBox"])[2], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var text = PdfText.ByPage(reader);
        var first = widths.FindIndex(width => width > widths[0]);

        Assert.Empty(PdfStructureChecker.Check(bytes));
        Assert.Equal(bytes, Bytes(whole));
        Assert.All(widths[first..], width => Assert.Equal(widths[first], width));
        Assert.StartsWith("The dashboard", text[first], StringComparison.Ordinal);
        Assert.Contains($"Page {text.Count} of {text.Count}", text[^1], StringComparison.Ordinal);

        // Its contents are its own, and name its own pages.
        var line = text[first].Split('\n').First(line => line.StartsWith("Area 2", StringComparison.Ordinal));
        Assert.Contains("Area 2", text[int.Parse(line.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture) - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes() => Assert.Equal(Bytes(Report(3, 12)), Bytes(Report(3, 12)));

    [Fact]
    public void Italic_words_are_written_and_keep_every_rule()
    {
        var file = Bytes(new Document("Title", [new Paragraph("Plain, " + (RichText)new Emphasis("slanting") + " words.")]));
        Assert.Empty(PdfStructureChecker.Check(file));
        Assert.Contains("slanting", PdfText.ByPage(new PdfReader(file))[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_character_without_a_glyph_is_replaced_and_told()
    {
        using var output = new MemoryStream();
        var result = PdfWriter.Write(new Document("Title", [new Paragraph("Good \U0001F600 news, ŵ and ✔ stay.")]), output);
        Assert.Equal(["\U0001F600"], result.Missing);
        Assert.Empty(PdfStructureChecker.Check(output.ToArray()));
    }

    [Fact]
    public void Page_numbers_of_the_contents_are_where_the_sections_are()
    {
        var file = Bytes(Report(12, 30));
        var reader = new PdfReader(file);
        var pages = reader.Pages().Select(page => page.Number).ToList();
        var text = PdfText.ByPage(reader);
        var contents = text[0].Split('\n');
        for (var section = 1; section <= 12; section++)
        {
            var line = contents.Single(line => line.StartsWith($"Area {section} ", StringComparison.Ordinal) && char.IsAsciiDigit(line[^1]));
            var number = int.Parse(line.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Contains(
                $"Area {section} \n",
                text[number - 1].Replace($"Area {section}\n", $"Area {section} \n", StringComparison.Ordinal),
                StringComparison.Ordinal);
        }

        Assert.True(pages.Count > 5);
    }

    private static byte[] Bytes(Document document)
    {
        using var output = new MemoryStream();
        PdfWriter.Write(document, output);
        if (Environment.GetEnvironmentVariable("QUARTERDECK_KEEP") is { } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, $"report-{document.AllBlocks().Count()}.pdf"), output.ToArray());
        }

        return output.ToArray();
    }

    /// <summary>A dashboard in shape: contents, areas with post-holders, tables with groups, spans, ratings and notes, charts, commentary.</summary>
    internal static Document Report(int sections, int rows)
    {
        var blocks = new List<Block> { new Contents("Contents") };
        for (var section = 1; section <= sections; section++)
        {
            blocks.Add(Area(section, rows));
        }

        return new Document("Performance Dashboard for the Chief Executive's Department", blocks)
        {
            Subtitle = "Financial year 2025/26",
            Organisation = "Sample County Council",
            Date = new DateOnly(2025, 10, 31),
            TitleBlock = new DefinitionList([new Definition("Results up to", "September and October 2025"), new Definition("Produced by", "Performance team")]),
            Furniture = new Furniture { Header = "Appendix 1", Classification = "Unrestricted" },
        };
    }

    private static Section Area(int number, int rows)
    {
        var green = RatingMark.Of("Green", "circle", "#00703c");
        var red = RatingMark.Of("Red", "square", "#b10e1e");
        var table = new Table(
            Anchor.Of("table", $"a{number}"),
            $"Key performance indicators of area {number}",
            [
                new Column("Ref") { Width = ColumnWidth.Narrow, RowHeader = true }, new Column("Indicator") { Width = ColumnWidth.Wide },
                new Column("Sep 25") { Align = Align.End }, new Column("Oct 25") { Align = Align.End }, new Column("Rating"), new Column("Direction"),
                new Column("Lower") { Group = "Expected range", Align = Align.End }, new Column("Upper") { Group = "Expected range", Align = Align.End },
            ],
            [
                .. Enumerable.Range(1, rows).Select(row => new Row(
                [
                    new TextCell($"FN{row:00}"),
                    new TextCell("Percentage of sundry debt due to the council that is under six months old") { Notes = row == 1 ? ["late"] : [] },
                    new NumberCell("46%", 46),
                    new NumberCell($"{row % 100}%", row % 100),
                    new RatingCell(row % 2 == 0 ? green : red),
                    new DirectionCell(new DirectionMark("improved", Arrow.Up)),
                    row % 5 == 0 ? new EmptyCell("Suspended while the audit team is redeployed", "suspended") { Span = 2 } : new NumberCell("40", 40),
                    .. row % 5 == 0 ? Array.Empty<Cell>() : [new NumberCell("50", 50)],
                ])),
            ])
        { Footnotes = [new Footnote("late", "April and May have other targets.")] };
        var points = Enumerable.Range(1, 8).Select(month => new TrendPoint($"M{month}", month == 4 ? null : 40 + month, $"{40 + month}%")).ToList();
        return new Section(Anchor.Of("area", $"n{number}"), $"Area {number}",
        [
            new DefinitionList([
                new Definition("Service area", "Finance"),
                new Definition("Responsible officer", "Interim Director of Finance"),
                new Definition("Cabinet member", "Cabinet Member for Finance")
            ]) { Style = DefinitionStyle.Columns },
            table,
            new ChartBlock(new TrendChart(
                Anchor.Of("chart", $"c{number}"),
                "Debt under six months old",
                "A line that rises from 41% to 48%, with a gap in the fourth month.",
                new ChartUnit(Suffix: "%"),
                points)),
            new Section(Anchor.Of("text", $"t{number}"), "Commentary",
            [
                new Paragraph(new RichText([
                    new Words("The team "),
                    new Strong("cleared"),
                    new Words(" the backlog; see "),
                    new LinkInline(LinkTarget.Parse("https://example.org/a?b=1&c=2")!, "the annual page"),
                    new Words($" or {string.Concat(Enumerable.Repeat("more words of explanation ", 30))}.")
                ])),
                new ItemList(ListKind.Numbered, [new ListItem("First action") { Nested = ["a part of it", "another"] }, new ListItem("Second action")]),
                new Callout(CalloutKind.Note, "Why this rating", [new Paragraph("Red for October 2025: 27% does not achieve the floor standard of 65%.")]),
            ]),
        ]);
    }
}
