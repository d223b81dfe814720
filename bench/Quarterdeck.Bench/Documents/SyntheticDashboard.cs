using System.Globalization;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Bench.Documents;

/// <summary>
/// Made-up dashboards, the same every time, as the composer of reports lays out real ones: a title block, contents, a key, and
/// for each area its post-holders, a table of indicators with ratings, commentary, and for some a chart with its figures.
/// </summary>
public static class SyntheticDashboard
{
    private const int IndicatorsInArea = 10;

    private const int Seed = 20261121;

    private static readonly string[] Periods = ["Apr 25", "May 25", "Jun 25", "Jul 25", "Aug 25", "Sep 25", "Oct 25"];

    private static readonly RatingMark[] Ratings =
    [
        RatingMark.Of("Green", "circle", "#00703c"), RatingMark.Of("Amber", "diamond", "#f47738"), RatingMark.Of("Red", "square", "#b10e1e"),
    ];

    private static readonly DirectionMark[] Directions = [new("Improved", Arrow.Up), new("No change", Arrow.Level), new("Worsened", Arrow.Down)];

    private static readonly string[] Phrases =
    [
        "The result rose above its target for the third month in a row", "Fewer cases came in than in the same month last year",
        "A new way of taking calls began in June and its effect can now be seen", "Two posts stayed empty through the summer",
        "The backlog that built up in spring has been worked off", "Work with the districts goes on", "The measure is kept under review by the committee",
        "Costs of agency staff fell while the quality of the answers stayed the same",
        "The target was raised in April to what the best of our neighbours reach",
    ];

    /// <summary>12 tables and 5 charts, the tables of the charts' figures among the 12; contents, key, footnotes: 14 pages.</summary>
    public static Document Usual() => Make(areas: 7, charts: 5);

    /// <summary>A report of very many indicators, each on half a page with its facts, results and commentary, every fourth with a chart instead.</summary>
    public static Document Long(int indicators)
    {
        var random = new Random(Seed);
        const int InArea = 100;
        List<Block> blocks = [new Contents("Contents") { Depth = 2 }];
        for (var area = 0; area * InArea < indicators; area++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"Area {area + 1}");
            blocks.Add(new Section(
                Anchor.Of("area", name),
                name,
                [.. Enumerable.Range(0, Math.Min(InArea, indicators - (area * InArea))).Select(at => Sheet(random, area, at))])
            { StartsPage = true });
        }

        return Framed(blocks);
    }

    private static Document Make(int areas, int charts)
    {
        var random = new Random(Seed);
        List<Block> blocks =
        [
            new Contents("Contents") { Depth = 2 },
            new Section(Anchor.Of("guidance", "notes"), "Guidance notes",
            [
                new Callout(CalloutKind.Key, "How to read this report",
                [
                    new Paragraph("Every result is rated against its target and its floor standard. " + Sentences(random, 6)),
                    new ItemList(
                        ListKind.Bullets,
                        [.. Ratings.Select(rating => new ListItem((RichText)new RatingRun(rating) + (": " + Sentences(random, 1))))]),
                ]),
                .. Enumerable.Range(0, 6).Select(_ => new Paragraph(Sentences(random, 8))),
            ])
            {
                StartsPage = true,
            },
        ];
        for (var area = 0; area < areas; area++)
        {
            blocks.Add(Area(random, area, hasChart: (area + 1) * charts / areas > area * charts / areas));
        }

        return Framed(blocks);
    }

    private static Document Framed(List<Block> blocks) =>
        new("Performance dashboard", blocks)
        {
            Subtitle = "2025/26",
            Organisation = "Anytown County Council",
            Date = new DateOnly(2025, 11, 26),
            TitleBlock = new DefinitionList([
                new Definition("Results up to", "October 2025"),
                new Definition("Produced by", "Performance team"),
                new Definition("For", "Policy and Resources Committee")
            ]),
            Furniture = new Furniture { Header = "Appendix 1", Footer = "Performance dashboard", Classification = "Unrestricted" },
        };

    private static Section Sheet(Random random, int area, int at)
    {
        var reference = Reference(area, at);
        List<Block> blocks = [new DefinitionList([
            new Definition("Answers for it", "Director of area"),
            new Definition("Unit", "per cent; higher is better"),
            new Definition("Rating", (RichText)new RatingRun(Ratings[random.Next(3)]))
        ])];
        if (at % 4 == 0)
        {
            blocks.Add(Chart(random, reference) with { Figures = null });
        }
        else
        {
            List<Column> columns = [
                new("Period"),
                new("Result") { Align = Align.End },
                new("Target") { Align = Align.End },
                new("Floor") { Align = Align.End },
                new("Rating"),
                new("Direction")
            ];
            var rows = Periods.Select(period => new Row(
            [
                new TextCell(period),
                Figure(60 + random.Next(35)),
                Figure(80),
                Figure(75),
                new RatingCell(Ratings[random.Next(3)]),
                new DirectionCell(Directions[random.Next(3)]),
            ]));
            blocks.Add(new Table(Anchor.Of("results", reference), $"{reference}: results", columns, [.. rows]));
        }

        blocks.Add(new Paragraph(Sentences(random, 4)));
        return new Section(Anchor.Of("indicator", reference), $"{reference}: {Phrases[random.Next(Phrases.Length)]}", blocks);
    }

    private static Section Area(Random random, int area, bool hasChart)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Area {area + 1}");
        List<Block> blocks =
        [
            new DefinitionList([new Definition("Cabinet member", "Cabinet Member for " + name), new Definition("Director", "Director of " + name)])
            {
                Style = DefinitionStyle.Columns
            },
            new Paragraph(Sentences(random, 4)),
            Results(random, area),
            new Section(
                Anchor.Of("commentary", name),
                "Commentary",
                [.. Enumerable.Range(0, 3).Select(at => new Paragraph(new Strong(Reference(area, at)) + ": " + Sentences(random, 3)))]),
        ];
        if (hasChart)
        {
            blocks.Add(Chart(random, Reference(area, 0)));
        }

        return new Section(Anchor.Of("area", name), name, blocks) { StartsPage = true };
    }

    private static Table Results(Random random, int area)
    {
        List<Column> columns =
        [
            new("Ref") { Width = ColumnWidth.Narrow, RowHeader = true },
            new("Indicator") { Width = ColumnWidth.Widest, RowHeader = true },
            .. Periods[^4..].Select(period => new Column(period) { Align = Align.End, Group = "Results" }),
            new("Target") { Align = Align.End },
            new("Rating"),
            new("Direction") { Width = ColumnWidth.Normal },
        ];
        List<Row> rows = [];
        for (var at = 0; at < IndicatorsInArea; at++)
        {
            if (at % 7 == 0)
            {
                rows.Add(Row.GroupOf($"Service {(char)('A' + (at / 7))}", columns.Count));
            }

            var level = 60 + random.Next(35);
            rows.Add(new Row(
            [
                new TextCell(Reference(area, at)),
                new TextCell(Phrases[random.Next(Phrases.Length)]) { Notes = at == 3 ? ["lag"] : [] },
                .. Enumerable.Range(0, 4)
                    .Select(_ => random.Next(20) == 0 ? (Cell)new EmptyCell("n/a", "not returned") : Figure(level + random.Next(-60, 60) / 10m)),
                Figure(level),
                new RatingCell(Ratings[random.Next(3)]),
                new DirectionCell(Directions[random.Next(3)]),
            ])
            {
                Id = Anchor.Of("indicator", Reference(area, at)),
            });
        }

        return new Table(Anchor.Of("results", Reference(area, 0)), $"Results of area {area + 1}", columns, rows)
        {
            Summary = "One row an indicator, grouped by service; the latest four months and the rating of the last.",
            Footnotes = [new Footnote("lag", "Reported one month in arrears.")],
        };
    }

    private static ChartBlock Chart(Random random, string reference)
    {
        var level = 70 + random.Next(20);
        var points = Enumerable.Range(0, 12).Select(at =>
        {
            var value = level + (random.Next(-80, 80) / 10m);
            return new TrendPoint(Month(at), value, Shown(value))
            {
                Target = new ChartFigure(level, Shown(level)),
                Floor = new ChartFigure(level - 5, Shown(level - 5)),
                Rating = value >= level ? Ratings[0] : value >= level - 5 ? Ratings[1] : Ratings[2],
            };
        }).ToList();
        var title = $"{reference}, the last 12 months";
        return ChartBlock.WithFigures(new TrendChart(Anchor.Of("chart", reference), title, Sentences(random, 2), new ChartUnit(Suffix: "%"), points));
    }

    private static string Month(int at) => $"{Periods[at % Periods.Length][..3]} {20 + (at / Periods.Length)}";

    private static string Reference(int area, int at) => string.Create(CultureInfo.InvariantCulture, $"A{area + 1:D2}-{at + 1:D2}");

    private static NumberCell Figure(decimal value) => new(Shown(value), value);

    private static string Shown(decimal value) => value.ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static string Sentences(Random random, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => Phrases[random.Next(Phrases.Length)] + "."));
}
