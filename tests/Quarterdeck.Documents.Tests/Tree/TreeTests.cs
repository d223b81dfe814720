using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Tests.Tree;

public sealed class TreeTests
{
    [Fact]
    public void Different_names_give_different_anchors()
    {
        string[][] names = [
            ["a b"], ["a-b"], ["a_b"], ["a", "b"], ["a:b"], ["a.b"], ["a~b"], ["ab"], ["AB"], ["aé"], ["a.00e9"], ["a.", "00e9"], ["a"], ["a", ""]
        ];
        var anchors = names.Select(each => Anchor.Of("x", each).Id).ToList();
        Assert.Equal(names.Length, anchors.Distinct().Count());
        Assert.All(anchors, anchor => Assert.Matches("^[a-z][A-Za-z0-9._:-]*$", anchor));
    }

    [Theory]
    [InlineData("https://example.org/a b?x=<y>", "https://example.org/a%20b?x=%3Cy%3E")]
    [InlineData(" http://example.org ", "http://example.org/")]
    [InlineData("mailto:team@example.org", "mailto:team@example.org")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("JaVaScRiPt:alert(1)", null)]
    [InlineData("java\nscript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("//example.org", null)]
    [InlineData("#", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_web_and_mail_addresses_are_links(string? typed, string? address) =>
        Assert.Equal(address, (LinkTarget.Parse(typed) as LinkTarget.Address)?.Value);

    [Fact]
    public void A_row_must_reach_across_the_table() =>
        Assert.Throws<ArgumentException>(() => new Table(Anchor.Of("t"), "C", [new Column("A"), new Column("B")], [new Row([new TextCell("one")])]));

    [Fact]
    public void The_first_column_names_the_row_where_none_is_marked()
    {
        var table = new Table(Anchor.Of("t"), "C", [new Column("A"), new Column("B")], []);
        Assert.True(table.IsRowHeader(0));
        Assert.False(table.IsRowHeader(1));
        var marked = new Table(Anchor.Of("t"), "C", [new Column("A"), new Column("B") { RowHeader = true }], []);
        Assert.False(marked.IsRowHeader(0));
        Assert.True(marked.IsRowHeader(1));
    }

    [Theory]
    [InlineData(0, "[1]")]
    [InlineData(11, "[12]")]
    public void Footnote_marks_are_numbers_that_cannot_run_together(int place, string mark) => Assert.Equal(mark, Footnote.Mark(place));

    [Fact]
    public void A_run_and_a_string_join_as_words()
    {
        var text = new RatingRun(Dashboard.Green) + ": achieved" + new NoteMark("n");
        Assert.Equal("Green: achieved", text.Plain);
        Assert.Equal(3, text.Runs.Count);
    }

    [Theory]
    [InlineData("circle", MarkShape.Circle)]
    [InlineData("Pentagon", MarkShape.Pentagon)]
    public void A_shape_is_known_by_its_name(string name, MarkShape shape) => Assert.Equal(shape, RatingMark.Of("X", name, "#000000").Shape);

    [Theory]
    [InlineData("blob")]
    [InlineData("12")]
    [InlineData("")]
    public void What_is_no_shape_is_refused(string name) => Assert.Throws<FormatException>(() => RatingMark.Of("X", name, "#000000"));

    [Fact]
    public void What_does_not_hang_together_is_named()
    {
        var table = new Table(
            Anchor.Of("t"),
            "C",
            [new Column("A") { Notes = ["gone"] }],
            [new Row([new TextCell("a")]) { Id = Anchor.Of("t") }])
        { Footnotes = [new Footnote("idle", "Idle.")] };
        var document = new Document("D", [new Section(Anchor.Of("s"), "S", [table, new Paragraph(new LinkInline(Anchor.Of("nowhere"), "x"))])]);
        Assert.Equal(
            [
                "The anchor 't' is used twice.",
                "A link leads to 'nowhere', which is not in the document.",
                "The table 't' has a mark for the note 'gone', but no such note.",
                "The table 't' has a note 'idle' that nothing refers to.",
            ],
            TreeProblems.In(document));
    }

    [Fact]
    public void A_document_that_hangs_together_has_no_problems_but_its_cut_links() =>
        Assert.All(TreeProblems.In(Dashboard.Document), problem => Assert.StartsWith("A link leads to 'indicator-", problem, StringComparison.Ordinal));

    [Fact]
    public void A_heading_goes_with_the_section_that_starts_a_page_under_it()
    {
        var second = new Section(Anchor.Of("section", "second"), "Second", []) { StartsPage = true };
        var first = new Section(Anchor.Of("section", "first"), "First", [new Paragraph("Words.")]) { StartsPage = true };
        var document = new Document("D", [
            new Section(Anchor.Of("section", "part"), "Part", [new Section(Anchor.Of("section", "area"), "Area", [first, second])]),
            new Section(Anchor.Of("section", "other"), "Other", [new Paragraph("Words."), second with { Id = Anchor.Of("section", "third") }])
        ]);

        var starts = PageStarts.WithHeadings(document).AllBlocks().OfType<Section>().Where(section => section.StartsPage).Select(section => section.Id.Id);

        Assert.Equal(["section-part", "section-second", "section-third"], starts);
    }
}
