using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>An indicator's trend as a chart, with the same figures as a table.</summary>
internal sealed class TrendBlocks(Labels labels)
{
    public ChartBlock Chart(IndicatorDetail detail, Trend trend)
    {
        var indicator = detail.Rated.Indicator;
        var id = Anchor.Of("chart", indicator.Ref.Value);
        var unit = new ChartUnit(indicator.Unit.Prefix, Thousands(indicator.Scale) + indicator.Unit.Suffix, indicator.Unit.Words is { Length: > 0 } words ? words : null);
        return new ChartBlock(new TrendChart(id, trend.Title, trend.Description, unit, [.. trend.Rows.Select(row => Point(indicator, row))])
        {
            TargetWord = labels.Of(Labels.Target),
            FloorWord = labels.Of(Labels.Floor),
            RangeWord = labels.Of(Labels.ExpectedRange),
        })
        {
            Figures = Figures(id.Part("figures"), detail, trend),
        };
    }

    private static TrendPoint Point(Indicator indicator, TrendRow row) => new(row.Label, row.Value, row.Displayed)
    {
        Rating = RatingMarks.Of(row.Rating),
        Target = Figure(indicator, row.Rated.Standard.Target),
        Floor = Figure(indicator, row.Rated.Standard.Floor),
        Lower = row.Rated.Standard.Lower,
        Upper = row.Rated.Standard.Upper,
        Forecast = row.Rated.IsForecast,
    };

    private static ChartFigure? Figure(Indicator indicator, decimal? figure) =>
        figure is { } known ? new ChartFigure(known, FigureText.Cell(indicator, known)) : null;

    private Table Figures(Anchor id, IndicatorDetail detail, Trend trend)
    {
        var indicator = detail.Rated.Indicator;
        (Label Label, Func<RatedPeriod, decimal?> Of)[] standards =
        [
            (Labels.Target, period => period.Standard.Target),
            (Labels.Floor, period => period.Standard.Floor),
            (Labels.Lower, period => period.Standard.Lower),
            (Labels.Upper, period => period.Standard.Upper),
        ];
        var used = standards.Where(standard => trend.Rows.Any(row => standard.Of(row.Rated) is not null)).ToList();
        var rated = trend.Rows.Any(row => row.Rating is not null);
        var columns = new List<Column> { new(labels.Of(Labels.Period)) { RowHeader = true }, new(labels.Of(Labels.Value)) { Align = Align.End } };
        columns.AddRange(used.Select(standard => new Column(labels.Of(standard.Label)) { Align = Align.End }));
        if (rated)
        {
            columns.Add(new Column(labels.Of(Labels.Rating)));
        }

        return new Table(id, $"{detail.Heading}: figures of the chart", columns, [.. trend.Rows.Select(row => new Row(
        [
            new TextCell(row.Rated.IsForecast ? $"{row.Label} (forecast)" : row.Label),
            row.Value is { } value ? new NumberCell(row.Displayed, value) : new EmptyCell(row.Displayed, "There is no figure for this period."),
            .. used.Select(standard => standard.Of(row.Rated) is { } figure
                ? (Cell)new NumberCell(FigureText.Cell(indicator, figure), figure)
                : new EmptyCell("none", "None is set for this period.")),
            .. rated ? [RatingMarks.Cell(row.Rating!)] : Array.Empty<Cell>(),
        ]))]);
    }

    private static string Thousands(decimal scale) => scale switch
    {
        1000 => "k",
        1000000 => "m",
        _ => string.Empty,
    };
}
