using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Tests.HardCases;

/// <summary>A document that is hard to write, and the words every format must give back in this order.</summary>
/// <param name="Name">What is hard about it.</param>
/// <param name="Blocks">The document, without its title.</param>
/// <param name="Words">What stands outside tables.</param>
/// <param name="Cells">What stands in tables, row by row.</param>
public sealed record HardCase(string Name, IReadOnlyList<Block> Blocks, IReadOnlyList<string> Words, IReadOnlyList<string> Cells)
{
    public string Title { get; init; } = "Adroddiad perfformiad: Tŷ Ŵy";

    /// <summary>Characters that no font of ours holds.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    public Furniture Furniture { get; init; } = new() { Header = "Atodiad 1", Classification = "Unrestricted" };

    public Document Document =>
        new(Title, Blocks) { Organisation = "Cyngor Sir Llŷn", Date = new DateOnly(2025, 10, 31), Subtitle = "2025–26", Furniture = Furniture };

    private const string LongAddress = "https://example.org/performance/";

    public static IReadOnlyList<HardCase> All { get; } =
    [
        Everywhere("Welsh and accented names", "Llŷn, Ŵy, Tŷ’r Dŵr, É, è, ï, ö, ç, ñ, Łódź, Škoda, Ærø, ẁ ẃ ẅ Ẁ"),
        Everywhere("dashes, pounds and quotes", "£1,014m – £2.5bn — the council’s ‘best’ “value” … 5 × 3 ≥ 2 ± 1 → € ½ 20°"),
        Everywhere("markup and formulas", "<b>&amp; \"A\" 'b' ]]> =1+1 @x {0} %s \\ (a) [b] /c #d"),
        Everywhere("spaces and lines", "One\nTwo"),
        LongTitles(),
        Empty(),
        .. Enumerable.Range(1, 13).Select(columns => TableOf(columns, 5)),
        TableOf(7, 0),
        TableOf(4, 1),
        TableOf(9, 200),
        LongCommentary(),
        LongFacts("400 characters", LongTitle),
        LongFacts("3,000 words", LongWords),
        Everywhere("an emoji", "Good news \U0001F600 today") with { Missing = ["\U0001F600"] },
        LongAddresses(),
    ];

    public override string ToString() => Name;

    /// <summary>The same words as a paragraph, an item, a definition, a heading, a caption and a cell.</summary>
    private static HardCase Everywhere(string name, string words) => new(
        name,
        [
            new Section(Anchor.Of("section", "one"), words,
            [
                new Paragraph(words),
                new ItemList(ListKind.Bullets, [new ListItem(words) { Nested = [words] }]),
                new DefinitionList([new Definition("Cabinet member", words)]),
                new Callout(CalloutKind.Note, "Beside", [new Paragraph(words)]),
            ]),
            new Section(Anchor.Of("section", "two"), "Table", [new Table(
                Anchor.Of("table", "one"),
                words,
                [new Column("Name"), new Column("Said") { Width = ColumnWidth.Wide }],
                [new Row([new TextCell("A"), new TextCell(words)])])]),
        ],
        [words, words, words, words, "Cabinet member", words, "Beside", words],
        [words, "Name", "Said", "A", words]);

    private static string LongTitle => string.Concat(Enumerable.Range(1, 60).Select(number => $"word{number:00} "))[..399] + "Z";

    private static string LongWords => string.Join(' ', Enumerable.Range(1, 3000).Select(number => number % 20 == 0 ? $"gair{number}." : $"gair{number}"));

    private static HardCase LongTitles()
    {
        var title = LongTitle;
        return new(
            "titles of 400 characters",
            [
                new Contents("Contents"),
                new Section(Anchor.Of("section", "one"), title, [new Paragraph("Under it."), new ChartBlock(new TrendChart(
                    Anchor.Of("chart", "one"),
                    title,
                    "It rises.",
                    new ChartUnit(Suffix: "%"),
                    [new TrendPoint("Q1", 1, "1%"), new TrendPoint("Q2", 2, "2%")]))]),
                new Section(Anchor.Of("section", "two"), "Table", [new Table(
                    Anchor.Of("table", "one"),
                    title,
                    [new Column(title), new Column("Figure") { Align = Align.End }],
                    [new Row([new TextCell(title), new NumberCell("1", 1)])])]),
            ],
            [title, "Under it."],
            [title, title, "Figure", title, "1"])
        { Title = title, Furniture = new Furniture { Header = title, Footer = title, Classification = title } };
    }

    /// <summary>Facts side by side and one under another, with much said of one of them.</summary>
    private static HardCase LongFacts(string name, string words)
    {
        Definition[] facts = [new("Service area", "Tai"), new("Responsible officer", words), new("Cabinet member", "Aelod Cabinet")];
        return new(
            "facts of " + name,
            [
                new Section(Anchor.Of("section", "one"), "Facts", [new DefinitionList(facts) { Style = DefinitionStyle.Columns }, new DefinitionList(facts)]),
                new Section(
                    Anchor.Of("section", "two"),
                    "Table",
                    [new Table(Anchor.Of("table", "one"), "Said", [new Column("Ref")], [new Row([new TextCell("A")])])]),
            ],
            ["Facts", words, "Aelod Cabinet", "Service area", "Tai", "Responsible officer", words, "Cabinet member", "Aelod Cabinet"],
            ["Said", "Ref", "A"]);
    }

    private static HardCase Empty() => new(
        "empty sections, lists and boxes",
        [
            new Section(Anchor.Of("section", "one"), "Nothing here", []),
            new Section(Anchor.Of("section", "two"), "Little here", [
                new ItemList(ListKind.Bullets, []),
                new DefinitionList([]),
                new Callout(CalloutKind.Note, null, []),
                new Paragraph(RichText.Empty),
                new Paragraph("The end.")
            ]),
            new Section(Anchor.Of("section", "three"), "Table", [new Table(
                Anchor.Of("table", "one"),
                "Empty cells",
                [new Column("Name"), new Column("Said")],
                [new Row([new TextCell("A"), new TextCell(RichText.Empty)])])]),
        ],
        ["Little here", "The end."],
        ["Empty cells", "Name", "Said", "A"]);

    /// <summary>Names, then figures of growing length, one in five missing.</summary>
    private static HardCase TableOf(int columns, int rows)
    {
        var headings = Enumerable.Range(1, columns).Select(column => column == 1 ? "Indicator" : $"Month {column}").ToList();
        var body = Enumerable.Range(1, rows).Select(row => new Row(
        [
            new TextCell($"Name of indicator {row} – tŷ"),
            .. Enumerable.Range(2, columns - 1).Select(column => (row + column) % 5 == 0
                ? (Cell)new EmptyCell("n/a", "Not yet counted")
                : new NumberCell($"{(row * 1000) + column}", (row * 1000) + column)),
        ])).ToList();
        return new(
            $"{columns} columns, {rows} rows",
            [new Section(Anchor.Of("section", "one"), "Figures", [new Table(
                Anchor.Of("table", "one"),
                "Results by month",
                [.. headings.Select((heading, index) => new Column(heading) { Align = index == 0 ? Align.Start : Align.End })],
                body)])],
            [],
            ["Results by month", .. headings, .. body.SelectMany(row => row.Cells).OfType<NumberCell>().Select(cell => cell.Displayed)]);
    }

    private static HardCase LongCommentary()
    {
        var words = LongWords;
        var items = Enumerable.Range(1, 30).Select(item => string.Join(' ', Enumerable.Range(1, 100).Select(number => $"eitem{item}-{number}"))).ToList();
        return new(
            "3,000 words of commentary",
            [
                new Section(
                    Anchor.Of("section", "one"),
                    "Commentary",
                    [new Paragraph(words), new ItemList(ListKind.Numbered, [.. items.Select(item => new ListItem(item)), new ListItem(words)])]),
                new Section(Anchor.Of("section", "two"), "Table", [new Table(
                    Anchor.Of("table", "one"),
                    "Said",
                    [new Column("Ref"), new Column("Commentary") { Width = ColumnWidth.Widest }],
                    [new Row([new TextCell("A"), new TextCell(words)])])]),
            ],
            ["Commentary", words, .. items, words],
            ["Said", "Ref", "Commentary", "A", words]);
    }

    private static HardCase LongAddresses()
    {
        var address = LongAddress + string.Concat(Enumerable.Repeat("a1b2c3d4e5", 30))[..(300 - LongAddress.Length)];
        var link = new LinkInline(LinkTarget.Parse(address)!, address);
        return new(
            "an address of 300 characters",
            [
                new Section(
                    Anchor.Of("section", "one"),
                    "Address",
                    [new Paragraph("See " + (RichText)link), new ItemList(ListKind.Bullets, [new ListItem(link)])]),
                new Section(Anchor.Of("section", "two"), "Table", [new Table(
                    Anchor.Of("table", "one"),
                    "Addresses",
                    [new Column("Ref"), new Column("Address"), new Column("Figure") { Align = Align.End }],
                    [new Row([new TextCell("A"), new TextCell(link), new NumberCell("1", 1)])])]),
            ],
            ["See", address, address],
            ["Addresses", "Ref", "Address", "Figure", "A", address, "1"]);
    }
}
