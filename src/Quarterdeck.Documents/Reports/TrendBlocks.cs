using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>An indicator's trend as a chart, with the same figures as a table.</summary>
internal sealed class TrendBlocks(Labels labels)
{
    /// <summary>The chart with its figures down the page, as many periods as it has.</summary>
    public ChartBlock Chart(IndicatorDetail detail, Trend trend) => Of(detail, trend, Figures);

    /// <summary>The chart of a sheet, with its few periods side by side.</summary>
    public ChartBlock Sheet(IndicatorDetail detail, Trend trend) => Of(detail, trend, Across);

    private ChartBlock Of(IndicatorDetail detail, Trend trend, Func<Anchor, IndicatorDetail, Trend, Table> figures)
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
            Figures = figures(id.Part("figures"), detail, trend),
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

    /// <summary>The standards any of the periods has.</summary>
    private static List<(Label Label, Func<RatedPeriod, decimal?> Of)> Standards(Trend trend)
    {
        (Label Label, Func<RatedPeriod, decimal?> Of)[] standards =
        [
            (Labels.Target, period => period.Standard.Target),
            (Labels.Floor, period => period.Standard.Floor),
            (Labels.Lower, period => period.Standard.Lower),
            (Labels.Upper, period => period.Standard.Upper),
        ];
        return [.. standards.Where(standard => trend.Rows.Any(row => standard.Of(row.Rated) is not null))];
    }

    private Table Figures(Anchor id, IndicatorDetail detail, Trend trend)
    {
        var indicator = detail.Rated.Indicator;
        var used = Standards(trend);
        var rated = trend.Rows.Any(row => row.Rating is not null);
        var columns = new List<Column> { new(labels.Of(Labels.Period)) { RowHeader = true }, new(labels.Of(Labels.Value)) { Align = Align.End } };
        columns.AddRange(used.Select(standard => new Column(labels.Of(standard.Label)) { Align = Align.End }));
        if (rated)
        {
            columns.Add(new Column(labels.Of(Labels.Rating)));
        }

        return new Table(id, $"{detail.Heading}: figures of the chart", columns, [.. trend.Rows.Select(row => new Row(
        [
            new TextCell(Head(row)),
            Value(row),
            .. used.Select(standard => Standard(indicator, standard.Of(row.Rated))),
            .. rated ? [RatingMarks.Cell(row.Rating!)] : Array.Empty<Cell>(),
        ]))]);
    }

    private Table Across(Anchor id, IndicatorDetail detail, Trend trend)
    {
        var rows = new List<Row> { new([new TextCell(labels.Of(Labels.Value)), .. trend.Rows.Select(Value)]) };
        rows.AddRange(Standards(trend).Select(standard => new Row(
            [new TextCell(labels.Of(standard.Label)), .. trend.Rows.Select(row => Standard(detail.Rated.Indicator, standard.Of(row.Rated)))])));
        if (trend.Rows.Any(row => row.Rating is not null))
        {
            rows.Add(new Row([new TextCell(labels.Of(Labels.Rating)), .. trend.Rows.Select(row =>
                row.Rating is { } rating ? RatingMarks.Cell(rating) : new EmptyCell(labels.Of(Labels.NotApplicable), "It is not rated."))]));
        }

        return new Table(
            id,
            $"{detail.Heading}: figures of the chart",
            [new Column(labels.Of(Labels.Period)) { RowHeader = true }, .. trend.Rows.Select(row => new Column(Head(row)) { Align = Align.End })],
            rows)
        {
            Wide = trend.Rows.Count > 9,
        };
    }

    private static string Head(TrendRow row) => row.Rated.IsForecast ? $"{row.Label} (forecast)" : row.Label;

    private static Cell Value(TrendRow row) =>
        row.Value is { } value ? new NumberCell(row.Displayed, value) : new EmptyCell(row.Displayed, "There is no figure for this period.");

    private static Cell Standard(Indicator indicator, decimal? figure) => figure is { } known
        ? new NumberCell(FigureText.Cell(indicator, known), known)
        : new EmptyCell("none", "None is set for this period.");

    private static string Thousands(decimal scale) => scale switch
    {
        1000 => "k",
        1000000 => "m",
        _ => string.Empty,
    };
}
