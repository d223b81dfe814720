using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Tests.Tree;

/// <summary>A dashboard made by hand, with one of everything a document can hold.</summary>
public static class Dashboard
{
    public static readonly RatingMark Green = RatingMark.Of("Green", "circle", "#00703c");
    public static readonly RatingMark Amber = RatingMark.Of("Amber", "diamond", "#ffbf47");
    public static readonly RatingMark Red = RatingMark.Of("Red", "square", "#b10e1e");
    public static readonly RatingMark Suspended = new("Suspended", MarkShape.Ring, Colour.Parse("#505a5f"));

    public static Document Document { get; } = new(
        "Chief Executive's and Deputy Chief Executive's Departments: performance dashboard",
        [
            new Contents("Contents"),
            Guidance(),
            Summary(),
            new Section(Anchor.Of("department", "CED"), "Chief Executive's Department", [Governance(), Finance()]) { StartsPage = true },
            new Section(Anchor.Of("department", "DCED"), "Deputy Chief Executive's Department", [Marketing()]) { StartsPage = true },
        ])
    {
        Subtitle = "Financial year 2025/26, results up to October 2025",
        Organisation = "Example County Council",
        Description = "Key performance and activity indicators of the two central departments, with ratings, commentary and trends.",
        Keywords = ["performance", "indicators", "dashboard"],
        Subject = "Performance management",
        Date = new DateOnly(2025, 11, 20),
        TitleBlock = new DefinitionList(
        [
            new Definition("Results up to", "October 2025, or the latest month each indicator has"),
            new Definition("Produced by", "Strategic Commissioning, Performance and Analytics"),
            new Definition("Published", "20 November 2025"),
            new Definition(
                "For",
                new LinkInline(LinkTarget.Parse("https://www.example.org/committees/policy?id=1&year=2025")!, "Policy and Resources Cabinet Committee")),
        ]),
        Furniture = new Furniture { Header = "Appendix 1", Footer = "Performance dashboard, \"October\" 2025 </style>", Classification = "Unrestricted" },
    };

    private static Section Guidance() => new(Anchor.Of("section", "guidance"), "How to read this dashboard",
    [
        new Paragraph(new RichText([
            new Words("Each key performance indicator is rated against its "), new Strong("target"), new Words(" and its "), new Strong("floor standard"),
            new Words(", approved by the committee in May 2023"),
            new NoteMark("approved"),
            new Words(". Activity indicators are not rated; they show demand against an "),
            new Emphasis("expected range"),
            new Words("."),
        ])),
        new Callout(CalloutKind.Key, "Key to ratings",
        [
            new ItemList(ListKind.Bullets,
            [
                new ListItem(new RatingRun(Green) + ": the target has been achieved"),
                new ListItem(new RatingRun(Amber) + ": the floor standard has been achieved, but not the target"),
                new ListItem(new RatingRun(Red) + ": the floor standard has not been achieved")
                {
                    Nested = ["This must result in management action.", "The commentary says which."]
                },
                new ListItem(new DirectionRun(new DirectionMark("Improved", Arrow.Up))
                    + " or "
                    + new DirectionRun(new DirectionMark("worsened", Arrow.Down))
                    + " since the period before"),
            ]),
        ]),
        new Callout(
            CalloutKind.Warning,
            "Provisional figures",
            [new Paragraph("All results are management information. They are unaudited & may change; 'p' marks the provisional <ones>.")]),
    ])
    {
        Footnotes = [new Footnote("approved", "Targets are proposed each May and take effect from 1 April.")],
    };

    private static Section Summary()
    {
        Row[] rows =
        [
            Row.GroupOf("Finance", 5),
            Line(
                "FN06",
                "Percentage of sundry debt due to the council that is under six months old",
                new RatingCell(Red),
                new EmptyCell("n/a", "This indicator has no year to date."),
                Arrow.Down,
                "Worsened"),
            Line(
                "FN11",
                "Percentage of financial assessments completed within 15 days of referral",
                new RatingCell(Amber),
                new RatingCell(Amber),
                Arrow.Down,
                "Worsened"),
            Line(
                "FN12",
                "Percentage of working days aggregate bank balance is in credit",
                new RatingCell(Green),
                new RatingCell(Amber),
                Arrow.Level,
                "No change"),
            Row.GroupOf("Governance, Law & Democracy", 5),
            Line(
                "GL01",
                "Council and committee papers published at least five clear days before meetings",
                new RatingCell(Green),
                new RatingCell(Amber),
                Arrow.Level,
                "No change"),
            Line(
                "GL02",
                "Freedom of Information Act requests completed within 20 working days",
                new RatingCell(Red),
                new RatingCell(Red),
                Arrow.Up,
                "Improved"),
            Row.GroupOf("Gwasanaethau Cymraeg: tŷ, ŵyl, môr 🙂", 5),
            Line(
                "CS04a",
                "Daytime calls to the contact point answered",
                new RatingCell(Suspended),
                new EmptyCell("n/a", "Suspended since June 2025."),
                Arrow.Level,
                "No change"),
            new([
                new TextCell("Total"),
                new TextCell("Key performance indicators rated Green"),
                new NumberCell("2", 2),
                new NumberCell("0", 0),
                new EmptyCell("-", "Directions are not counted.")
            ]) { Kind = RowKind.Total },
        ];
        return new Section(Anchor.Of("section", "summary"), "Summary of key performance indicators",
        [
            new Paragraph("Of the 6 key performance indicators, 2 are rated Green for their latest result, 1 Amber and 2 Red; 1 is suspended."),
            new Table(Anchor.Of("table", "summary"), "Ratings by area",
                [
                    new Column("Ref") { RowHeader = true, Width = ColumnWidth.Narrow },
                    new Column("Indicator") { RowHeader = true, Width = ColumnWidth.Wide },
                    new Column("Latest"),
                    new Column("Year to date"),
                    new Column("Direction")
                ],
                rows) { Summary = "One row an indicator, grouped by area, with the rating of the latest result and of the year to date." },
        ])
        { StartsPage = true };

        static Row Line(string reference, string title, Cell latest, Cell ytd, Arrow arrow, string word) =>
            new([
                new TextCell(new LinkInline(Anchor.Of("indicator", reference), reference)),
                new TextCell(title),
                latest,
                ytd,
                new DirectionCell(new DirectionMark(word, arrow))
            ]);
    }

    private static Section Finance() => new(Anchor.Of("area", "FIN"), "Finance",
    [
        Posts("Finance", "Interim Director of Finance", "Cabinet Member for Finance and Resources"),
        new Table(Anchor.Of("table", "FIN", "kpi"), "Finance: key performance indicators, monthly", KpiColumns("Jul 25", "Aug 25", "Sep 25", "Oct 25"),
        [
            Kpi(
                "FN06",
                "Percentage of sundry debt due to the council that is under six months old",
                ["46%", "47%", "41%", "27%"],
                Red,
                null,
                null,
                "70%",
                "65%",
                "34%"),
            Kpi(
                "FN11",
                "Percentage of financial assessments completed within 15 days of referral",
                ["88%", "86%", "86%", "85%"],
                Amber,
                "86%",
                Amber,
                "90%",
                "85%",
                "88%",
                "season"),
            Kpi(
                "FN12",
                "Percentage of working days aggregate bank balance is in credit",
                ["100%", "96%", "100%", "100%"],
                Green,
                "99%",
                Amber,
                "100%",
                "90%",
                "100%"),
            new([
                new TextCell("FN15"),
                new TextCell("Statement of accounts published by the statutory date"),
                new TextCell("Suspended while the audit of 2023/24 is completed") { Span = 8 },
                new TextCell("Met"),
                new TextCell("-")
            ]),
            new([
                new TextCell("FN16"),
                new TextCell("Draft budget published for scrutiny"),
                new TextCell("Due 31 October 2025, missed; now expected 29 January 2026") { Span = 4 },
                new RatingCell(Red) { Span = 2 },
                new DateCell("31 October 2025", new DateOnly(2025, 10, 31)) { Span = 2 },
                new TextCell("-"),
                new EmptyCell("New in 2025/26", "The milestone was first set for 2025/26.")
            ]),
        ])
        {
            Summary = "Results of the last four months with the rating of the latest, the year to date with its rating, the target, the floor "
                + "standard and last year's figure.",
            Footnotes = [new Footnote("season", new Words("In April and May the target is 60%; see the ")
                + new LinkInline(LinkTarget.Parse("https://www.example.org/assessments/method")!, "method note")
                + "."), new Footnote("ytd", "Volume weighted.")],
        },
        Trend("FN11"),
        new Section(Anchor.Of("commentary", "FIN"), "Commentary", [
            new Paragraph(new Strong("FN06: ")
                + "At present 51 invoices are more than six months overdue. Together they are worth £24.3m – and 45 of them are owed by health bodies."),
            new Paragraph(
                new Strong("FN11: ")
                    + "Between April and October the team received 19% more assessments than in the same months of last year, and the extra work has "
                    + "kept the result just short of the 90% target. <script>alert('not run')</script>"),
            new ItemList(ListKind.Numbered, [new ListItem("Two assessors start in December."), new ListItem("The form is being shortened.")]),
            new Paragraph("Written by the Interim Director of Finance, 12 November 2025.") { Quiet = true },
        ]) { InContents = false },
    ]);

    private static Section Governance() => new(Anchor.Of("area", "GLD"), "Governance, Law & Democracy",
    [
        Posts("Governance, Law & Democracy", "Deputy Chief Executive", "Leader of the Council"),
        new Paragraph("Requests are counted in the month in which they fall due.") { Number = "2.1" },
        Trend("GL02"),
        new Table(Anchor.Of("table", "GLD", "empty"), "Governance: activity indicators", [new Column("Ref"), new Column("Indicator")], []),
    ]);

    private static Section Marketing() => new(Anchor.Of("area", "MRE"), "Marketing and Resident Experience",
    [
        Posts("Marketing", "Head of Marketing and Resident Experience", "Leader of the Council"),
        new Table(Anchor.Of("table", "MRE", "activity"), "Marketing and Resident Experience: activity indicators, monthly",
        [
            new Column("Ref") { RowHeader = true, Width = ColumnWidth.Narrow }, new Column("Indicator") { RowHeader = true, Width = ColumnWidth.Wide },
            .. new[] { "Jun 25", "Jul 25", "Aug 25", "Sep 25", "Oct 25", "Year to date" }.Select(label => new Column(label) { Align = Align.End }),
            new Column("In expected range?"),
            new Column("Lower") { Group = "Expected range", Align = Align.End },
            new Column("Upper") { Group = "Expected range", Align = Align.End },
            new Column("Previous year to date") { Align = Align.End },
        ],
        [
            Activity(
                "CS14",
                "Average wait of callers to the contact point, in seconds",
                ["87", "77", "109", "114", "65", "92"],
                new AlertCell("Below", AlertKind.Below),
                "180",
                "300",
                "114"),
            Activity(
                "CS08",
                "Number of calls answered by the contact point",
                ["33,100", "36,905", "31,402", "34,650", "35,117", "244,813"],
                new AlertCell("Yes", AlertKind.Within),
                "231,000",
                "266,000",
                "241,024"),
            Activity(
                "CS12",
                "Number of visits to the council's website, in thousands",
                ["581", "603", "590", "512", "575", "4,071"],
                new AlertCell("Above", AlertKind.Above),
                "3,300",
                "3,800",
                "3,655"),
        ]),
        Trend("CS14"),
    ]);

    private static DefinitionList Posts(string area, string officer, string member) =>
        new([
            new Definition("Service area", area),
            new Definition("Responsible officer", officer),
            new Definition("Cabinet Members", [member, "Cabinet Member for Communities"])
        ])
        { Style = DefinitionStyle.Columns };

    private static Column[] KpiColumns(params string[] periods) =>
    [
        new Column("Ref") { RowHeader = true, Width = ColumnWidth.Narrow }, new Column("Indicator") { RowHeader = true, Width = ColumnWidth.Wide },
        .. periods.Select(period => new Column(period) { Align = Align.End }),
        new Column("Latest rating"),
        new Column("Year to date") { Align = Align.End, Notes = ["ytd"] },
        new Column("Year to date rating"),
        new Column("Target") { Align = Align.End, Group = "Standards" },
        new Column("Floor") { Align = Align.End, Group = "Standards" },
        new Column("Previous year") { Align = Align.End },
    ];

    private static Row Kpi(
        string reference, string title, string[] values, RatingMark rating, string? ytd, RatingMark? ytdRating, string target, string floor, string previous,
        params string[] notes) =>
        new([
            new TextCell(reference), new TextCell(title) { Notes = notes }, .. values.Select(Number), new RatingCell(rating),
            ytd is null ? new EmptyCell("n/a", "No year to date") : Number(ytd),
            ytdRating is null ? new EmptyCell("n/a", "No year to date") : new RatingCell(ytdRating),
            Number(target), Number(floor), Number(previous),
        ])
        { Id = Anchor.Of("indicator", reference) };

    private static Row Activity(string reference, string title, string[] values, AlertCell alert, string lower, string upper, string previous) =>
        new([new TextCell(reference), new TextCell(title), .. values.Select(Number), alert, Number(lower), Number(upper), Number(previous)])
        {
            Id = Anchor.Of("indicator", reference)
        };

    private static NumberCell Number(string displayed) =>
        new(displayed, decimal.Parse(displayed.Replace(",", "", StringComparison.Ordinal).TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture));

    private static ChartBlock Trend(string reference)
    {
        var chart = Trends.Of(reference);
        var rows = chart.Points.Select(point => new Row([
            new TextCell(point.Label),
            point.Value is { } value ? new NumberCell(point.Displayed, value) : new EmptyCell(point.Displayed, "No result"),
            point.Target is { } target ? new NumberCell(target.Displayed, target.Value) : new EmptyCell("-", "No target")
        ]));
        return new ChartBlock(chart)
        {
            Figures = new Table(
                Anchor.Of("figures", reference),
                $"Figures: {chart.Title}",
                [new Column("Period"), new Column("Result") { Align = Align.End }, new Column("Target") { Align = Align.End }],
                [.. rows]),
        };
    }
}
