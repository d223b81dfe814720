using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>Indicators side by side: a column each, then their periods, then their charts one under another.</summary>
internal sealed class ComparedIndicatorBlocks(Labels labels)
{
    private readonly TrendBlocks _trends = new(labels);

    public IEnumerable<Block> All(ComparedIndicatorsPart part)
    {
        yield return new Section(Anchor.Of("section", part.Code), part.Heading, [Standing(part.Indicators)]);
        if (part.Periods.Count > 0)
        {
            yield return new Section(Anchor.Of("section", part.Code, "periods"), "Period by period", [Periods(part)]);
        }

        var charts = part.Indicators.Where(one => one.Sheet.Detail.Trend is not null).ToList();
        if (charts.Count > 0)
        {
            yield return new Section(
                Anchor.Of("section", part.Code, "charts"),
                "Charts",
                [.. charts.Select(one => _trends.Chart(one.Sheet.Detail, one.Sheet.Detail.Trend!))]);
        }
    }

    private Table Standing(IReadOnlyList<ComparedIndicator> all)
    {
        (string Word, Func<ComparedIndicator, Cell> Cell)[] lines =
        [
            (labels.Of(Labels.Rating), one => RatingMarks.Cell(one.Sheet.Latest)),
            (labels.Of(Labels.Period), one => one.Sheet.Detail.Rated.Latest is { } latest ? new TextCell(latest.Label) : None("It has no result.")),
            (labels.Of(Labels.Value), Value),
            (labels.Of(Labels.Target), one => Standard(one, one.Sheet.Detail.Rated.Standard.Target, one.Sheet.Detail.Rated.Standard.Text)),
            (labels.Of(Labels.Floor), one => Standard(one, one.Sheet.Detail.Rated.Standard.Floor, null)),
            (labels.Of(Labels.YearToDate), YearToDate),
            (labels.Of(Labels.YearToDateRating), one => RatingMarks.Cell(one.Sheet.YearToDate)),
            (labels.Of(Labels.Direction), Direction),
            ("Which way is good", one => one.Good is { } good ? new TextCell(good) : None("It is not rated.")),
        ];
        return new Table(
            Anchor.Of("table", "compared"),
            "The latest of each indicator",
            [new Column("What") { RowHeader = true }, .. all.Select(one => new Column(one.Indicator.Full) { Width = ColumnWidth.Wide })],
            [
                .. from line in lines
                   let cells = all.Select(line.Cell).ToList()
                   where cells.Exists(cell => cell is not EmptyCell)
                   select new Row([new TextCell(line.Word), .. cells]),
            ]);
    }

    private Table Periods(ComparedIndicatorsPart part)
    {
        var columns = new List<Column> { new(labels.Of(Labels.Period)) { RowHeader = true } };
        foreach (var one in part.Indicators)
        {
            columns.Add(new Column(labels.Of(Labels.Value)) { Group = one.Indicator.Full, Align = Align.End });
            columns.Add(new Column(labels.Of(Labels.Rating)) { Group = one.Indicator.Full });
        }

        return new Table(Anchor.Of("table", "compared", "periods"), "Each period side by side", columns, [.. part.Periods.Select(period => new Row(
        [
            new TextCell(period.Label),
            .. period.Each.SelectMany(Figures),
        ]))]);
    }

    private IEnumerable<Cell> Figures(TrendRow? row) => row is null ? [None("No period of it closes then."), None("No period of it closes then.")] :
    [
        row.Value is { } value ? new NumberCell(row.Displayed, value) : new EmptyCell(row.Displayed, "There is no figure for this period."),
        row.Rating is { } rating ? RatingMarks.Cell(rating) : None("It is not rated."),
    ];

    private Cell Value(ComparedIndicator one)
    {
        var rated = one.Sheet.Detail.Rated;
        return rated.Displayed.Length > 0 ? new TextCell(rated.Displayed) : new EmptyCell(labels.Of(Labels.NoResult), "It has no result.");
    }

    private static Cell Standard(ComparedIndicator one, decimal? figure, string? words) =>
        figure is { } known
            ? new TextCell(FigureText.Full(one.Sheet.Detail.Rated.Indicator, known))
            : words is not null ? new TextCell(words) : new EmptyCell("none", "None is set.");

    private Cell YearToDate(ComparedIndicator one) =>
        one.Sheet.Detail.Rated is { Ytd: not Domain.Results.YearToDate.NotApplicable, YtdDisplayed: { Length: > 0 } shown }
            ? new TextCell(shown)
            : None("It has no year to date.");

    private Cell Direction(ComparedIndicator one) => one.Sheet.Detail.Directions switch
    {
        [{ Travel: { } travel } first, ..] => new TextCell((RichText)new DirectionRun(RatingMarks.Of(travel, labels)) + $" {first.Words}"),
        [{ Words: var words }, ..] => new EmptyCell("not judged", words),
        _ => None("It has no direction."),
    };

    private EmptyCell None(string why) => new(labels.Of(Labels.NotApplicable), why);
}
