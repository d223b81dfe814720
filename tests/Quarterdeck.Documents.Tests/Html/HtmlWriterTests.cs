using System.Security.Cryptography;
using System.Text;
using Quarterdeck.Documents.Html;
using Quarterdeck.Documents.Tests.Tree;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Tests.Html;

public sealed class HtmlWriterTests
{
    private static readonly string Written = HtmlWriter.Write(Dashboard.Document);
    private static readonly List<HtmlElement> Elements = [.. HtmlReader.Read(Written).All()];

    [Fact]
    public void The_page_has_a_language_a_title_and_a_description()
    {
        Assert.Equal("en-GB", One("html")["lang"]);
        Assert.Equal(
            "Chief Executive's and Deputy Chief Executive's Departments: performance dashboard - Example County Council",
            One("title").Words.ToString());
        Assert.StartsWith("Key performance", Named("meta").Single(meta => meta["name"] == "description")["content"], StringComparison.Ordinal);
        Assert.Equal("2025-11-20", Named("meta").Single(meta => meta["name"] == "dcterms.date")["content"]);
    }

    [Fact]
    public void The_first_link_skips_to_the_one_main_landmark()
    {
        Assert.Equal("#" + One("main")["id"], Named("a").First()["href"]);
        Assert.Equal("Skip to main content", Named("a").First().Words.ToString());
    }

    [Fact]
    public void There_is_one_first_heading_and_none_skips_a_level()
    {
        var levels = Elements.Where(element => element.Name is ['h', >= '1' and <= '6']).Select(element => element.Name[1] - '0').ToList();
        Assert.Single(levels, 1);
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        Assert.Contains(4, levels);
    }

    [Fact]
    public void Every_id_is_used_once_and_every_reference_finds_one()
    {
        var ids = Elements.Select(element => element["id"]).OfType<string>().ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var referred = Elements.SelectMany(element => (element["aria-labelledby"] ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Concat(Named("a").Select(link => link["href"]!).Where(href => href.StartsWith('#')).Select(href => href[1..]));
        // A summary may name indicators that this cut-down document does not go on to show.
        Assert.Equal(["indicator-CS04a", "indicator-GL01", "indicator-GL02"], referred.Except(ids).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_table_has_a_caption_and_every_heading_cell_a_scope()
    {
        Assert.NotEmpty(Named("table"));
        Assert.All(Named("table"), table => Assert.False(string.IsNullOrWhiteSpace(table.Child("caption")?.Words.ToString())));
        Assert.All(Named("th"), cell => Assert.Contains(cell["scope"], new[] { "col", "colgroup", "row", "rowgroup" }));
    }

    [Fact]
    public void Every_row_reaches_across_its_table()
    {
        foreach (var table in Named("table"))
        {
            var columns = table.All().Count(element => element.Name == "col");
            Assert.All(
                table.Children.Where(part => part.Name == "tbody").SelectMany(part => part.Children),
                row => Assert.Equal(columns, row.Children.Sum(cell => int.Parse(cell["colspan"] ?? "1", System.Globalization.CultureInfo.InvariantCulture))));
            var head = table.Child("thead")!.Children;
            Assert.Equal(columns, head[0].Children.Sum(cell => int.Parse(cell["colspan"] ?? "1", System.Globalization.CultureInfo.InvariantCulture)));
            Assert.Equal(columns, (head.Count > 1 ? head[1].Children.Count : 0) + head[0].Children.Count(cell => cell["colspan"] is null));
        }
    }

    [Fact]
    public void Every_body_row_starts_with_the_cell_that_names_it()
    {
        var rows = Named("tr").Where(row => row.Parent!.Name == "tbody" && row.Children[0]["class"] != "none").ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Contains(row.Children[0]["scope"], new[] { "row", "rowgroup" }));
    }

    [Fact]
    public void Every_table_and_chart_scrolls_in_a_named_region_that_the_keyboard_reaches()
    {
        var regions = Elements.Where(element => element["role"] == "region").ToList();
        Assert.All(regions, region => Assert.True(region["tabindex"] == "0" && region["aria-labelledby"] is not null));
        Assert.All(Named("table").Concat(Elements.Where(element => element["role"] == "img")), element => Assert.Contains(element.Parent, regions));
    }

    [Fact]
    public void Every_drawing_is_titled_and_described_or_is_hidden_as_an_ornament()
    {
        foreach (var drawing in Named("svg").Where(svg => svg["aria-hidden"] != "true"))
        {
            Assert.Equal("img", drawing["role"]);
            Assert.Equal($"{drawing.Child("title")!["id"]} {drawing.Child("desc")!["id"]}", drawing["aria-labelledby"]);
            Assert.False(string.IsNullOrWhiteSpace(drawing.Child("desc")!.Words.ToString()));
        }

        Assert.Equal(3, Named("svg").Count(svg => svg["role"] == "img"));
    }

    [Fact]
    public void A_rating_says_its_word_beside_its_shape()
    {
        var cells = Named("td").Where(cell => cell["class"]?.StartsWith("rating", StringComparison.Ordinal) == true).ToList();
        Assert.NotEmpty(cells);
        Assert.All(cells, cell => Assert.Contains(cell.Words.ToString(), new[] { "Green", "Amber", "Red", "Suspended" }));
        Assert.All(cells, cell => Assert.NotNull(cell.Child("svg")));
        var shapes = cells.GroupBy(cell => cell.Words.ToString()).Select(same => string.Concat(same.First().Child("svg")!.Children.Select(Shape))).ToList();
        Assert.Equal(shapes.Count, shapes.Distinct().Count());

        static string Shape(HtmlElement drawn) => drawn.Name + drawn["d"] + (drawn["fill"] == "#ffffff" ? " hollow" : string.Empty);
    }

    [Fact]
    public void The_page_runs_no_script_and_fetches_nothing()
    {
        Assert.DoesNotContain(Elements, element => element.Name is "script" or "img" or "link" or "iframe" or "object" or "use" or "image");
        Assert.DoesNotContain(
            Elements.SelectMany(element => element.Attributes),
            attribute => attribute.Key.StartsWith("on", StringComparison.Ordinal) || attribute.Key == "style");
        Assert.All(Named("a"), link => Assert.True(link["href"]!.StartsWith('#') || link["href"]!.StartsWith("https://", StringComparison.Ordinal)));
        Assert.DoesNotContain("url(", One("style").Words.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("@import", One("style").Words.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_pages_policy_allows_its_own_style_by_hash_and_nothing_else()
    {
        var policy = Named("meta").Single(meta => meta["http-equiv"] == "Content-Security-Policy")["content"];
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(One("style").Words.ToString())));
        Assert.Equal($"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'", policy);
    }

    [Fact]
    public void Words_that_look_like_markup_are_words()
    {
        Assert.Contains("<script>alert('not run')</script>", One("main").Words.ToString(), StringComparison.Ordinal);
        Assert.Contains("Governance, Law & Democracy", One("main").Words.ToString(), StringComparison.Ordinal);
        Assert.Contains("Gwasanaethau Cymraeg: tŷ, ŵyl, môr 🙂", One("main").Words.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("RatingRun", Written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_footer_cannot_end_the_style_element()
    {
        Assert.Contains("</style>", Dashboard.Document.Furniture.Footer, StringComparison.Ordinal);
        Assert.Single(Elements, element => element.Name == "style");
        Assert.DoesNotContain('<', One("style").Words.ToString());
    }

    [Fact]
    public void Footnotes_are_marked_in_order_and_linked()
    {
        var table = Elements.Single(element => element["id"] == "table-FIN:kpi");
        var marks = table.All().Where(element => element["class"] == "note-mark").ToDictionary(mark => mark["href"]!, mark => $"{mark["aria-label"]}: {mark.Words}");
        Assert.Equal("note [1]: [1]", marks["#table-FIN:kpi..note-1"]);
        Assert.Equal("note [2]: [2]", marks["#table-FIN:kpi..note-2"]);
        Assert.Equal("[2]Volume weighted.", Elements.Single(element => element["id"] == "table-FIN:kpi..note-2").Words.ToString());
    }

    [Fact]
    public void The_contents_name_the_sections_to_the_depth_asked_for()
    {
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
            One("nav").All().Where(element => element.Name == "a").Select(link => link.Words.ToString()));
    }

    [Theory]
    [InlineData(false, "@page{size:A4;")]
    [InlineData(true, "@page{size:A4 landscape;")]
    public void All_of_a_document_lies_one_way_on_paper(bool landscape, string rule) =>
        Assert.Contains(rule, HtmlWriter.Write(Dashboard.Document with { Landscape = landscape }), StringComparison.Ordinal);

    [Fact]
    public void The_same_document_gives_the_same_bytes()
    {
        using var stream = new MemoryStream();
        HtmlWriter.Write(Dashboard.Document, stream);
        Assert.Equal(Encoding.UTF8.GetBytes(Written), stream.ToArray());
        Assert.DoesNotContain('\r', Written);
    }

    [Theory]
    [InlineData("a\u0000b", "a\ufffdb")]
    [InlineData("tab\tand\nline", "tab\tand\nline")]
    [InlineData("\"quoted\" & 'quoted'", "&quot;quoted&quot; &amp; &#39;quoted&#39;")]
    [InlineData("£24.3m – “Ŵŷ” 🙂", "£24.3m – “Ŵŷ” 🙂")]
    public void Text_is_encoded(string words, string encoded)
    {
        var html = HtmlWriter.Write(new Document("T", [new Paragraph(words)]));
        Assert.Contains($"<p>{encoded}</p>", html, StringComparison.Ordinal);
        HtmlReader.Read(html);
    }

    [Fact]
    public void Half_a_character_becomes_the_replacement_character() =>
        Assert.Contains("<p>\ufffd half</p>", HtmlWriter.Write(new Document("T", [new Paragraph('\ud800' + " half")])), StringComparison.Ordinal);

    [Fact]
    public void An_empty_document_is_still_a_page()
    {
        var page = HtmlReader.Read(HtmlWriter.Write(new Document("Nothing yet", [])));
        Assert.Equal("Nothing yet", page.All().Single(element => element.Name == "h1").Words.ToString());
    }

    private static IEnumerable<HtmlElement> Named(string name) => Elements.Where(element => element.Name == name);

    private static HtmlElement One(string name) => Elements.Single(element => element.Name == name && element.Parent?.Name != "svg");
}
