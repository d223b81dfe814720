using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Tests.Word;

/// <summary>What rarely comes, all in one document: every shape, thirteen periods, pounds below zero, a page-long cell, boxes with tables in them.</summary>
internal static class HardCases
{
    private static readonly RatingMark[] Marks = [.. Enum.GetValues<MarkShape>()
        .Select((shape, index) => new RatingMark($"Rating {index + 1}", shape, Colour.Parse(index % 2 == 0 ? "#ffdd00" : "#1d70b8")))];

    public static Document Document { get; } = new(
        "Adroddiad perfformiad: tŷ, ŵyl a môr \U0001F642 with a title long enough to need three lines of the largest type that the page has",
    [
        new Contents("Cynnwys") { Depth = 9 },
        Deep(1),
        new Section(Anchor.Of("section", "wide"), "A year and a month of figures",
        [
            Periods(13),
            new Paragraph("Source: the finance system.") { Quiet = true },
            Periods(24),
        ]) { Number = "7.", StartsPage = true },
        new Section(Anchor.Of("section", "charts"), "Charts", [new ChartBlock(Pounds()), new ChartBlock(
            Pounds() with { Id = Anchor.Of("trend", "empty"), Title = "Nothing yet", Description = "There is no result for any month.", Points = [] })]),
        new Section(Anchor.Of("section", "boxes"), "Boxes",
        [
            new Callout(CalloutKind.Key, null,
            [
                new Table(
                    Anchor.Of("table", "key"),
                    "What the ratings mean",
                    [new Column("Rating"), new Column("Meaning") { Width = ColumnWidth.Widest }],
                    [.. Marks.Select(mark => new Row([new RatingCell(mark), new TextCell("Meaning of it")]))]),
                new DefinitionList([new Definition("Term", ["one", "two"]), new Definition("Empty", [])]),
                new Section(Anchor.Of("section", "inside"), "A heading in a box", [
                    new Paragraph("2.1 is numbered") { Number = "2.1" },
                    new ItemList(ListKind.Numbered, [new ListItem("One") { NestedKind = ListKind.Numbered, Nested = ["Half"] }])
                ]),
            ]),
            new Table(Anchor.Of("table", "one"), "Two tables in a row", [new Column("A")], [new Row([new TextCell("x")])]),
            new Table(
                Anchor.Of("table", "two"),
                "The second of them",
                [new Column("A"), new Column("Commentary") { Width = ColumnWidth.Widest }],
                [new Row([new TextCell("x"), new TextCell(string.Join(' ', Enumerable.Range(1, 3000).Select(number => $"word{number}")))])]),
        ]),
        new Section(Anchor.Of("section", "nothing"), "An empty section", []),
    ])
    { Language = "cy-GB", Furniture = new Furniture { PageNumbers = false } };

    private static Section Deep(int level) =>
        new(
            Anchor.Of("section", $"deep{level}"),
            $"Level {level}",
            level == 8 ? [new Paragraph("The deepest.")] : [new Paragraph($"At level {level}."), Deep(level + 1)]);

    private static Table Periods(int count) => new(
        Anchor.Of("table", $"periods{count}"),
        $"Visits over {count} months",
        [
            new Column("Ref") { RowHeader = true },
            new Column("Indicator") { RowHeader = true, Width = ColumnWidth.Wide },
            .. Enumerable.Range(1, count).Select(month => new Column($"Mon {month}") { Align = Align.End, Group = month <= 12 ? "Year" : "Next year" })
        ],
        [
            Row.GroupOf("Customers", count + 2),
            .. Enumerable.Range(1, 30)
                .Select(row => new Row([new TextCell($"CS{row:00}"), new TextCell("Number of visits to the council's website"), .. Enumerable.Range(1, count)
                    .Select(month => new NumberCell($"{row * month * 1013:N0}", row * month * 1013) { Status = month == count ? "p" : null })])),
        ])
    { Summary = "One row an indicator." };

    private static TrendChart Pounds() =>
        new(Anchor.Of("trend", "pounds"), "Variance against budget", "It falls from £3.5m to minus £2.25m.", new ChartUnit("£", "m", "Millions of pounds"),
    [
        .. Marks.Select((mark, index) => new TrendPoint(
            $"Q{index + 1}",
            3.5m - (index * 0.95m),
            "£") { Rating = mark, Target = new ChartFigure(0, "£0m"), Floor = new ChartFigure(-1, "-£1m"), Lower = -1.5m, Upper = 4 }),
        new TrendPoint("Q8", -2.25m, "-£2.25m") { Forecast = true },
    ]);
}
