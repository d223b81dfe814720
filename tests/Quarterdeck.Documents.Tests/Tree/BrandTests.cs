using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Quarterdeck.Documents.Html;
using Quarterdeck.Documents.Pdf;
using Quarterdeck.Documents.Png;
using Quarterdeck.Documents.Tests.Html;
using Quarterdeck.Documents.Tests.Pdf;
using Quarterdeck.Documents.Tests.Word;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Packs;
using Quarterdeck.TestKit.Pictures;

namespace Quarterdeck.Documents.Tests.Tree;

/// <summary>The organisation's colour, font and logo come through in every format, and nothing changes without them.</summary>
public sealed class BrandTests
{
    private const string Alt = "Arms of \"Example\" <County> & Council";

    private static readonly Brand Branded = new()
    {
        Accent = Colour.Parse("#6f1d77"),
        WordFont = "Gill Sans MT",
        Logo = new Logo(PngReader.Read(TestPng.Plain(400, 100, 111, 29, 119)).Picture!, Alt),
    };

    private static readonly Document Document = Dashboard.Document with { Brand = Branded };

    [Fact]
    public void The_web_page_takes_the_colour_and_holds_the_logo_with_its_words()
    {
        var html = HtmlWriter.Write(Document);
        var elements = HtmlReader.Read(html).All().ToList();

        var style = elements.Single(element => element.Name == "style").Words.ToString();
        Assert.Contains(".bar{background:#6f1d77", style, StringComparison.Ordinal);
        Assert.DoesNotContain(Palette.Accent.Hex, style, StringComparison.Ordinal);
        var image = elements.Single(element => element.Name == "img");
        Assert.Equal(Alt, image["alt"]);
        Assert.Equal($"data:image/png;base64,{Convert.ToBase64String(Branded.Logo!.Picture.File.Span)}", image["src"]);
        Assert.Equal(("265", "66"), (image["width"], image["height"]));
        Assert.True(elements.IndexOf(image) < elements.FindIndex(element => element.Name == "h1"));
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'",
            elements.Single(element => element["http-equiv"] == "Content-Security-Policy")["content"]);
    }

    [Fact]
    public void The_pdf_takes_the_colour_and_its_logo_is_a_figure_with_words()
    {
        var file = Pdf(PdfWriterTests.Report(3, 12) with { Brand = Branded });
        Assert.Empty(PdfStructureChecker.Check(file));

        var reader = new PdfReader(file);
        var page = reader.Pages()[0].Page;
        var content = Encoding.Latin1.GetString(reader.Stream(page["Contents"]));
        Assert.Contains("0.435 0.114 0.467 rg", content, StringComparison.Ordinal);
        Assert.DoesNotContain("0.071 0.263 0.427", content, StringComparison.Ordinal);
        var drawn = content.IndexOf(" Do\n", StringComparison.Ordinal);
        Assert.True(drawn > 0 && drawn < content.IndexOf("/H1 ", StringComparison.Ordinal));
        Assert.Contains("198.425 0 0 49.606 ", content, StringComparison.Ordinal);

        var image = reader.Dictionary(page["Resources"])!["XObject"] is { } images ? Assert.Single(reader.Dictionary(images)!).Value : null;
        Assert.Equal(Branded.Logo!.Picture.Pixels.ToArray(), reader.Stream(image));
        Assert.Contains(reader.Numbers.Select(number => reader.Dictionary(new PdfReference(number))), element =>
            element?.GetValueOrDefault("S") is PdfName { Value: "Figure" } && element["Alt"] is string words && words == Alt);
    }

    [Fact]
    public void The_pdf_checker_finds_a_logo_without_words_or_box()
    {
        Assert.Contains(PdfStructureChecker.Check(Pdf(Logo(string.Empty))), problem => problem.Rule == PdfRule.FiguresHaveWords);
        Assert.Empty(PdfStructureChecker.Check(Pdf(Logo("Arms"))));

        static Document Logo(string words) => new("Title", [new Paragraph("Words.")]) { Brand = new Brand { Logo = Branded.Logo! with { Alt = words } } };
    }

    [Fact]
    public void The_word_file_takes_colour_font_and_logo_and_is_sound()
    {
        var file = new WordFile(Document);
        Assert.Empty(file.Findings());

        var styles = file.Part("word/styles.xml").Root!.Elements(WordFile.W + "style").ToDictionary(style => style.Attribute(WordFile.W + "styleId")!.Value);
        Assert.All(
            ["Title", "Heading1", "Heading2", "TOCHeading"],
            name => Assert.Equal("6F1D77", styles[name].Descendants(WordFile.W + "color").Single().Attribute(WordFile.W + "val")!.Value, ignoreCase: true));
        Assert.DoesNotContain(
            "12436D",
            file.Part("word/styles.xml").ToString() + file.Part("word/theme/theme1.xml") + file.Body,
            StringComparison.OrdinalIgnoreCase);
        XNamespace drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
        Assert.All(
            file.Part("word/theme/theme1.xml").Descendants(drawing + "latin"),
            latin => Assert.Equal("Gill Sans MT", latin.Attribute("typeface")!.Value));
        Assert.Contains(file.Part("word/fontTable.xml").Root!.Elements(), font => font.Attribute(WordFile.W + "name")!.Value == "Gill Sans MT");
        Assert.All(
            file.Part("word/charts/chart1.xml").Descendants(drawing + "latin"),
            latin => Assert.Equal("Gill Sans MT", latin.Attribute("typeface")!.Value));

        var first = file.Body.Elements().First();
        Assert.Equal(
            ("Logo", Alt),
            (file.Paragraphs[0].Style, first.Descendants().Single(element => element.Name.LocalName == "docPr").Attribute("descr")!.Value));
        Assert.Equal("Title", file.Paragraphs[1].Style);
        var extent = first.Descendants().First(element => element.Name.LocalName == "extent");
        Assert.Equal(4, (int)extent.Attribute("cx")! / (double)extent.Attribute("cy")!, 3);
    }

    [Fact]
    public void The_picture_in_the_word_file_is_the_picture_without_what_was_beside_it()
    {
        using var zip = new ZipArchive(new MemoryStream(WordFile.BytesOf(Document)));
        using var stream = zip.GetEntry("word/media/logo.png")!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        Assert.Equal(Branded.Logo!.Picture.File.ToArray(), bytes.ToArray());
    }

    [Fact]
    public void Without_a_brand_every_format_is_as_the_program_has_it()
    {
        var named = Dashboard.Document with { Brand = new Brand { Accent = null, WordFont = null, Logo = null } };
        Assert.Equal(HtmlWriter.Write(Dashboard.Document), HtmlWriter.Write(named));
        Assert.Equal(Pdf(PdfWriterTests.Report(3, 12)), Pdf(PdfWriterTests.Report(3, 12) with { Brand = new Brand { Accent = Colour.Parse("#12436d") } }));
        Assert.Equal(WordFile.BytesOf(Dashboard.Document), WordFile.BytesOf(named));
        Assert.Equal(HtmlWriter.Write(Dashboard.Document), HtmlWriter.Write(named with { Brand = new Brand { Accent = Palette.Accent } }));

        var html = HtmlWriter.Write(Dashboard.Document);
        Assert.DoesNotContain("img", html[..html.IndexOf("<body>", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Contains("12436D", new WordFile(Dashboard.Document).Part("word/styles.xml").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"Logo\"", new WordFile(Dashboard.Document).Part("word/styles.xml").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2000, 100, 198.425, 9.921)]
    [InlineData(100, 2000, 2.551, 51.024)]
    [InlineData(1000, 1000, 51.024, 51.024)]
    [InlineData(32, 16, 24, 12)]
    [InlineData(1, 1, 0.75, 0.75)]
    public void A_logo_keeps_its_ratio_within_70_by_18_mm_and_is_never_blown_up(int width, int height, double wide, double high)
    {
        var logo = new Logo(PngReader.Read(TestPng.Plain(width, height, 1, 2, 3)).Picture!, "Arms");
        Assert.Equal(wide, logo.Width, 3);
        Assert.Equal(high, logo.Height, 3);
        Assert.Empty(PdfStructureChecker.Check(Pdf(new Document("Title", []) { Brand = new Brand { Logo = logo } })));
    }

    [Fact]
    public void Words_can_be_read_in_every_colour_that_the_settings_let_through()
    {
        var through = 0;
        for (var rgb = 0; rgb < 1 << 24; rgb += 1021)
        {
            var colour = new Colour((byte)(rgb >> 16), (byte)((rgb >> 8) & 255), (byte)(rgb & 255));
            var contrast = BrandColour.ContrastWithWhite(colour.Hex)!.Value;
            Assert.Equal(colour.ContrastWith(Colour.White), contrast, 12);
            if (contrast >= BrandColour.LeastContrast)
            {
                through++;
                Assert.True(Palette.OnPanel(colour).ContrastWith(Palette.Panel) >= 4.5, colour.Hex);
                Assert.True(colour.ContrastWith(Palette.Panel) >= 3 && colour.ContrastWith(Palette.Head) >= 3, colour.Hex);
            }
        }

        Assert.True(through > 1000);
        Assert.Equal(Palette.Accent, Palette.OnPanel(Palette.Accent));
    }

    private static byte[] Pdf(Document document)
    {
        using var output = new MemoryStream();
        PdfWriter.Write(document, output);
        return output.ToArray();
    }
}
