using System.IO.Compression;
using System.Xml.Linq;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tests.Tree;
using Quarterdeck.Documents.Tree;
using static Quarterdeck.Documents.Tests.Word.WordFile;

namespace Quarterdeck.Documents.Tests.Word;

public sealed class WordChartTests
{
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";

    [Fact]
    public void A_chart_says_in_words_what_it_shows()
    {
        var chart = Trends.Of("FN11");
        var file = new WordFile(new Document("D", [new ChartBlock(chart)]));
        Assert.Empty(file.Findings());
        var properties = file.Body.Descendants().Single(element => element.Name.LocalName == "docPr");
        Assert.Equal(chart.Description, properties.Attribute("descr")!.Value);
        Assert.Equal(chart.Title, properties.Attribute("title")!.Value);
        Assert.Contains(file.Paragraphs, each => each is { Style: "Caption" } && each.Words == chart.Title);
    }

    [Fact]
    public void Every_line_has_a_colour_and_its_own_dash()
    {
        var lines = new WordFile(new Document("D", [new ChartBlock(Trends.Of("GL02"))])).Part("word/charts/chart1.xml").Descendants(C + "ser").ToList();
        Assert.Equal(["England", "Floor", "Target", "Result"], lines.Select(line => line.Element(C + "tx")!.Descendants(C + "v").Single().Value));
        var dashes = lines.Select(line => line.Element(C + "spPr")!.Descendants(A + "prstDash").Single().Attribute("val")!.Value).ToList();
        Assert.Equal(dashes.Distinct(), dashes);
        Assert.All(lines, line => Assert.Single(line.Element(C + "spPr")!.Descendants(A + "srgbClr")));
    }

    [Fact]
    public void A_gap_is_no_value_in_the_chart_and_an_empty_cell_in_its_workbook()
    {
        var chart = Trends.Of("GL02");
        var bytes = BytesOf(new Document("D", [new ChartBlock(chart)]));
        var result = new WordFile(bytes).Part("word/charts/chart1.xml").Descendants(C + "ser").Last().Element(C + "val")!;
        Assert.Equal(chart.Points.Count(point => point.Value is not null), result.Descendants(C + "pt").Count());
        using var file = new ZipArchive(new MemoryStream(bytes));
        using var workbook = new ZipArchive(file.GetEntry("word/embeddings/chart1.xlsx")!.Open());
        using var sheet = workbook.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        var cells = XDocument.Load(sheet)
            .Descendants()
            .Where(element => element.Name.LocalName == "c")
            .ToDictionary(cell => cell.Attribute("r")!.Value, cell => cell.Value);
        Assert.Equal("79", cells["E2"]);
        Assert.False(cells.ContainsKey("E5"));
        Assert.Equal("Figures!$E$2:$E$13", result.Descendants(C + "f").Single().Value);
    }

    [Fact]
    public void The_workbook_behind_a_chart_is_sound()
    {
        using var file = new ZipArchive(new MemoryStream(BytesOf(new Document("D", [new ChartBlock(Trends.Of("GL02"))]))));
        var entry = file.GetEntry("word/embeddings/chart1.xlsx")!;
        using var reader = new BinaryReader(entry.Open());
        using var copy = new MemoryStream(reader.ReadBytes((int)entry.Length));
        using var package = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(copy, isEditable: false);
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(
            package,
            TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_chart_without_a_value_is_words_and_not_a_hole()
    {
        var chart = new TrendChart(Anchor.Of("trend", "none"), "Calls", "There are no results yet.", new ChartUnit(), [new TrendPoint("Apr 25", null, "n/a")]);
        var file = new WordFile(new Document("D", [new ChartBlock(chart)]));
        Assert.Empty(file.Findings());
        Assert.Empty(file.Body.Descendants(W + "drawing"));
        Assert.Contains(file.Paragraphs, each => each.Words == chart.Description);
    }
}
