using System.IO.Compression;
using System.Xml.Linq;
using Quarterdeck.Documents.Tests.Pdf;
using Quarterdeck.Documents.Tests.Tree;
using Quarterdeck.Documents.Tree;
using static Quarterdeck.Documents.Tests.Word.WordFile;

namespace Quarterdeck.Documents.Tests.Word;

public sealed class DocxWriterTests
{
    [Fact]
    public void The_validator_finds_nothing_in_a_document_with_every_kind_of_block() => Assert.Empty(new WordFile(Dashboard.Document).Findings());

    [Fact]
    public void The_validator_finds_nothing_in_the_hardest_document() => Assert.Empty(new WordFile(HardCases.Document).Findings());

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 200)]
    [InlineData(30, 9)]
    public void The_validator_finds_nothing_in_a_report_of_any_length(int sections, int rows) =>
        Assert.Empty(new WordFile(PdfWriterTests.Report(sections, rows)).Findings());

    [Theory]
    [InlineData("word/document.xml", "<w:gridSpan w:val=\"2\"/>", "<w:gridSpan w:val=\"two\"/>")]
    [InlineData("word/document.xml", "<w:keepNext/>", "<w:keepNext/><w:colour/>")]
    [InlineData("word/document.xml", "w:name=\"area_FIN\"", "w:name=\"area_FINE\"")]
    [InlineData("word/document.xml", "<wp:docPr id=\"1\"", "<wp:docPr id=\"none\"")]
    [InlineData("word/styles.xml", "<w:outlineLvl w:val=\"1\"/>", "<w:outlineLvl w:val=\"11\"/>")]
    [InlineData("word/numbering.xml", "<w:abstractNumId w:val=\"0\"/>", "<w:abstractNumId/>")]
    [InlineData("word/charts/chart1.xml", "<c:smooth val=\"0\"/>", "<c:rough/>")]
    [InlineData("word/footer.xml", "w:fldCharType=\"begin\"", "w:fldCharType=\"start\"")]
    public void A_damaged_file_is_found_out(string part, string sound, string damaged) =>
        Assert.NotEmpty(new WordFile(Dashboard.Document).With(part, xml => xml.Replace(sound, damaged, StringComparison.Ordinal)).Findings());

    [Fact]
    public void The_same_document_gives_the_same_bytes_and_no_time_but_its_own()
    {
        var bytes = BytesOf(Dashboard.Document);
        Assert.Equal(bytes, BytesOf(Dashboard.Document));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        foreach (var entry in zip.Entries.Where(entry => !entry.Name.EndsWith(".xlsx", StringComparison.Ordinal)))
        {
            using var stream = entry.Open();
            Assert.NotNull(XDocument.Load(stream).Root);
        }
    }

    [Fact]
    public void The_properties_of_the_file_come_from_the_document()
    {
        var properties = new WordFile(Dashboard.Document).Part("docProps/core.xml").Root!.Elements()
            .ToDictionary(element => element.Name.LocalName, element => element.Value);
        Assert.Equal(Dashboard.Document.Title, properties["title"]);
        Assert.Equal("Example County Council", properties["creator"]);
        Assert.Equal("en-GB", properties["language"]);
        Assert.Equal("performance, indicators, dashboard", properties["keywords"]);
        Assert.Equal("2025-11-20T00:00:00Z", properties["created"]);
        Assert.Equal("2025-11-20T00:00:00Z", properties["modified"]);
    }

    [Fact]
    public void Headings_are_headings_and_skip_no_level()
    {
        var levels = new WordFile(Dashboard.Document).Paragraphs.Where(each => each.Style.StartsWith("Heading", StringComparison.Ordinal))
            .Select(each => each.Style["Heading".Length] - '0')
            .ToList();
        Assert.Equal(Dashboard.Document.AllBlocks().OfType<Section>().Count(), levels.Count);
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Fact]
    public void Every_style_that_is_used_is_there()
    {
        var file = new WordFile(Dashboard.Document);
        var known = file.Part("word/styles.xml").Descendants(W + "style").Select(style => style.Attribute(W + "styleId")!.Value).ToHashSet();
        var used = new[] { "pStyle", "rStyle", "tblStyle" }.SelectMany(kind => file.Body.Descendants(W + kind))
            .Select(style => style.Attribute(W + "val")!.Value)
            .ToHashSet();
        Assert.Subset(known, used);
        Assert.Superset(new HashSet<string>
        {
            "Title", "Subtitle", "Heading1", "Heading2", "Normal", "ListBullet", "ListNumber", "Caption", "Hyperlink", "TOC1", "TOC2", "TableNote"
        }, used);
    }

    [Fact]
    public void The_contents_name_the_sections_and_lead_to_them()
    {
        var file = new WordFile(Dashboard.Document);
        var entries = file.Body.Descendants(W + "sdtContent").Single().Elements(W + "p").Skip(1).ToList();
        Assert.Equal(
            [
                "How to read this dashboard",
                "Summary of key performance indicators",
                "Chief Executive's Department",
                "Governance, Law & Democracy",
                "Finance",
                "Deputy Chief Executive's Department",
                "Marketing and Resident Experience"
            ],
            entries.Select(entry => WordsOf(entry)));
        Assert.All(entries, entry => Assert.Contains(entry.Element(W + "hyperlink")!.Attribute(W + "anchor")!.Value, file.Bookmarks()));
        Assert.Contains("TOC \\o \"1-2\"", entries[0].Value, StringComparison.Ordinal);
        Assert.DoesNotContain("updateFields", file.Part("word/settings.xml").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Links_lead_to_addresses_and_bookmarks_and_a_link_to_nowhere_is_words()
    {
        var file = new WordFile(new Document("Links",
        [
            new Section(
                Anchor.Of("section", new string('x', 60) + "1"),
                "One",
                [new Paragraph(new LinkInline(Anchor.Of("section", new string('x', 60) + "2"), "to two"))]),
            new Section(Anchor.Of("section", new string('x', 60) + "2"), "Two", [
                new Paragraph(new LinkInline(Anchor.Of("section", "absent"), "to nowhere")),
                new Paragraph(new LinkInline(LinkTarget.Parse("https://example.org/a?b=1&c=2")!, "out"))
            ]),
        ]));
        Assert.Empty(file.Findings());
        Assert.Equal(["to two", "out"], file.Body.Descendants(W + "hyperlink").Select(WordsOf));
        Assert.All(file.Bookmarks(), name => Assert.True(name.Length <= 40));
        Assert.Equal(2, file.Bookmarks().Distinct(StringComparer.OrdinalIgnoreCase).Count());
        var relation = file.Body.Descendants(W + "hyperlink").Last().Attribute(R + "id")!.Value;
        Assert.Equal(
            "https://example.org/a?b=1&c=2",
            file.Part("word/_rels/document.xml.rels").Root!.Elements().Single(each => each.Attribute("Id")!.Value == relation).Attribute("Target")!.Value);
    }

    [Fact]
    public void Numbered_lists_begin_again_and_nested_ones_too()
    {
        ItemList List() => new(ListKind.Numbered, [
            new ListItem("one") { NestedKind = ListKind.Numbered, Nested = ["one", "two"] },
            new ListItem("two") { NestedKind = ListKind.Bullets, Nested = ["a bullet"] }
        ]);
        var file = new WordFile(new Document("Lists", [List(), List()]));
        Assert.Empty(file.Findings());
        var numbers = file.Body.Descendants(W + "numId").Select(number => number.Attribute(W + "val")!.Value).ToList();
        Assert.Equal(["2", "3", "3", "2", "1", "4", "5", "5", "4", "1"], numbers);
        var lists = file.Part("word/numbering.xml").Root!.Elements(W + "num").Where(each => each.Attribute(W + "numId")!.Value != "1").ToList();
        Assert.Equal(["0", "1", "0", "1"], lists.Select(list => list.Element(W + "lvlOverride")!.Attribute(W + "ilvl")!.Value));
    }

    [Fact]
    public void Every_character_comes_through_or_is_visibly_replaced()
    {
        var text = "Tŷ, ŵyl, môr; £24.3m – \U0001F642 <b> & \"q\" 'r'";
        var file = new WordFile(new Document(text, [new Paragraph(text + "\u0001\ud800\ufffe"), new Paragraph("one\ntwo\r\nthree\tfour")])
        {
            Description = text,
            Furniture = new Furniture { Header = text, Footer = text }
        });
        Assert.Empty(file.Findings());
        Assert.Equal([text, text + "\ufffd\ufffd\ufffd", "one\ntwo\nthree\tfour"], file.Paragraphs.Select(each => each.Words));
        Assert.Contains(text, WordsOf(file.Part("word/header.xml").Root!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_commentary_is_whole()
    {
        var words = string.Join(' ', Enumerable.Range(1, 3000).Select(number => $"word{number}"));
        Assert.Contains(new WordFile(new Document("Long", [new Paragraph(words)])).Paragraphs, each => each.Words == words);
    }
}
