using System.Xml.Linq;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Html;
using Quarterdeck.Documents.Pdf;
using Quarterdeck.Documents.Png;
using Quarterdeck.Documents.Tests.Html;
using Quarterdeck.Documents.Tests.Pdf;
using Quarterdeck.Documents.Tests.Png;
using Quarterdeck.Documents.Tests.Tree;
using Quarterdeck.Documents.Tests.Word;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Tests.Charts;

/// <summary>Every kind of chart in every format.</summary>
public sealed class ChartsInDocumentsTests
{
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";

    private static readonly Chart[] Charts =
        [Counts.ByPeriod(), Counts.ByArea(), Sparkline.Of(Trends.Of("GL02")), Sparkline.Of(Trends.Of("CS14")), Trends.Of("FN11")];

    private static readonly Document Sample = new("Charts of every kind",
        [new Section(Anchor.Of("section", "charts"), "Charts", [.. Charts.Select(ChartBlock.WithFigures)])]);

    [Fact]
    public void The_tree_hangs_together() => Assert.Empty(TreeProblems.In(Sample));

    [Fact]
    public void A_page_draws_each_chart_titled_and_described_with_its_figures()
    {
        var html = HtmlWriter.Write(Sample);
        Keep("charts.html", System.Text.Encoding.UTF8.GetBytes(html));
        var figures = HtmlReader.Read(html).All().Where(element => element.Name == "figure").ToList();
        Assert.Equal(Charts.Length, figures.Count);
        foreach (var (chart, figure) in Charts.Zip(figures))
        {
            var svg = figure.All().Single(element => element.Name == "svg" && element["role"] == "img");
            Assert.Equal(chart is Sparkline ? "spark" : "chart", svg["class"]);
            Assert.Equal(chart.Description, svg.Child("desc")!.Words.ToString());
            Assert.Single(figure.All(), element => element.Name == "table");
        }
    }

    [Fact]
    public void A_pdf_has_a_described_figure_for_each_chart_and_passes_the_checker()
    {
        using var output = new MemoryStream();
        PdfWriter.Write(Sample, output);
        Keep("charts.pdf", output.ToArray());
        Assert.Empty(PdfStructureChecker.Check(output.ToArray()));
        var text = string.Join('\n', PdfText.ByPage(new PdfReader(output.ToArray())));
        Assert.Contains("Not yet reported", text, StringComparison.Ordinal);
        Assert.Contains("1,014", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Word_draws_trends_and_counts_and_holds_a_small_line_as_a_picture()
    {
        var bytes = WordFile.BytesOf(Sample);
        Keep("charts.docx", bytes);
        var file = new WordFile(bytes);
        Assert.Empty(file.Findings());
        var drawings = file.Body.Descendants().Where(element => element.Name.LocalName == "docPr").ToList();
        Assert.Equal(Charts.Select(chart => chart.Description), drawings.Select(drawing => drawing.Attribute("descr")!.Value));
        Assert.Equal(["1", "2", "3", "4", "5"], drawings.Select(drawing => drawing.Attribute("id")!.Value));
        Assert.Equal(3, file.Body.Descendants(C + "chart").Count());
        Assert.Equal(2, file.Body.Descendants(A + "blip").Count());
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        using var picture = zip.GetEntry("word/media/chart2.png")!.Open();
        using var copy = new MemoryStream();
        picture.CopyTo(copy);
        Assert.Equal(Charts[3].Description, new PngFile(copy.ToArray()).Words["Description"]);
        Assert.Equal(PngWriter.Write(Charts[3]), copy.ToArray());
    }

    [Fact]
    public void Words_bars_are_stacked_each_band_with_its_own_pattern_and_its_counts()
    {
        var chart = Counts.ByArea();
        var xml = new WordFile(new Document("D", [new ChartBlock(chart)])).Part("word/charts/chart1.xml");
        Assert.Equal("stacked", xml.Descendants(C + "grouping").Single().Attribute("val")!.Value);
        var bands = xml.Descendants(C + "ser").ToList();
        Assert.Equal(chart.Bands.Select(band => band.Label), bands.Select(band => band.Element(C + "tx")!.Descendants(C + "v").Single().Value));
        var patterns = bands.Select(band => band.Element(C + "spPr")!.Element(A + "pattFill")?.Attribute("prst")!.Value ?? "none").ToList();
        Assert.Equal(patterns.Distinct(), patterns);
        Assert.Equal(["120", "1", "300"], bands[0].Element(C + "val")!.Descendants(C + "v").Select(value => value.Value));
    }

    [Fact]
    public void A_row_that_was_not_counted_is_a_gap_in_Words_chart_and_nought_has_no_label()
    {
        var xml = new WordFile(new Document("D", [new ChartBlock(Counts.ByPeriod())])).Part("word/charts/chart1.xml");
        var green = xml.Descendants(C + "ser").First();
        Assert.DoesNotContain(green.Element(C + "val")!.Descendants(C + "pt"), point => point.Attribute("idx")!.Value == "3");
        Assert.Contains(green.Descendants(C + "v"), name => name.Value == "Q4 2025/26: Not yet reported");
        Assert.Equal(["5", "6"], green.Descendants(C + "dLbl").Select(label => label.Element(C + "idx")!.Attribute("val")!.Value));
    }

    [Fact]
    public void A_number_too_wide_for_its_bar_in_Word_is_said_in_words()
    {
        var chart = Counts.ByArea();
        var alone = new WordFile(new Document("D", [new ChartBlock(chart)]));
        Assert.Equal(["1"], alone.Part("word/charts/chart1.xml")
            .Descendants(C + "ser")
            .ElementAt(1)
            .Descendants(C + "dLbl")
            .Select(label => label.Element(C + "idx")!.Attribute("val")!.Value)
            .Where(row => row == "1"));
        Assert.Contains(alone.Paragraphs, each => each.Words == chart.Description);
    }

    [Fact]
    public void Nothing_to_draw_is_words_in_Word()
    {
        var counts = new StackedCounts(Anchor.Of("counts", "none"), "T", "There are no indicators to count.", Counts.Bands, []);
        var spark = new Sparkline(Anchor.Of("spark", "none"), "T", "There are no results to show.", []);
        var file = new WordFile(new Document("D", [ChartBlock.WithFigures(counts), ChartBlock.WithFigures(spark)]));
        Assert.Empty(file.Findings());
        Assert.Empty(file.Body.Descendants(WordFile.W + "drawing"));
        Assert.Contains(file.Paragraphs, each => each.Words == counts.Description);
        Assert.Contains(file.Paragraphs, each => each.Words == spark.Description);
    }

    [Fact]
    public void The_same_charts_give_the_same_bytes_in_every_format()
    {
        Assert.Equal(HtmlWriter.Write(Sample), HtmlWriter.Write(Sample));
        Assert.Equal(WordFile.BytesOf(Sample), WordFile.BytesOf(Sample));
        Assert.All(Charts, chart => Assert.Equal(PngWriter.Write(chart), PngWriter.Write(chart)));
    }

    private static void Keep(string name, byte[] file)
    {
        if (Environment.GetEnvironmentVariable("QUARTERDECK_KEEP") is { } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, name), file);
        }
    }
}
