using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>An indicator's trend as a chart, with the same figures as a table.</summary>
internal sealed class TrendBlocks(Labels labels)
{
    /// <summary>The chart with its figures down the page, as many periods as it has.</summary>
    public ChartBlock Chart(IndicatorDetail detail, Trend trend) => Of(detail, trend);

    /// <summary>A small chart under a title of its own; a page keeps its figures folded, paper has them in its tables.</summary>
    public ChartBlock Small(IndicatorDetail detail, Trend trend, string title)
    {
        var block = Chart(detail, trend);
        return block with
        {
            Chart = (TrendChart)block.Chart with { Small = true, Title = title },
            Rating = RatingMarks.Of(detail.Rating),
        };
    }

    /// <summary>The figures of a trend side by side, as few as fit.</summary>
    public Table Across(IndicatorDetail detail, Trend trend) => Across(Anchor.Of("chart", detail.Rated.Indicator.Ref.Value).Part("figures"), detail, trend);

    /// <summary>The last figures as a line in a row.</summary>
    public static Sparkline Line(Indicator indicator, string name, IReadOnlyList<TrendRow> rows, string targetWord)
    {
        IReadOnlyList<TrendPoint> points = [.. rows.Where(row => !row.Rated.IsForecast).Select(row => Point(indicator, row))];
        return new Sparkline(Anchor.Of("line", indicator.Ref.Value), name, Sparkline.Describe(points, targetWord), points)
        {
            Bare = true,
            TargetWord = targetWord,
        };
    }

    private ChartBlock Of(IndicatorDetail detail, Trend trend)
    {
        var indicator = detail.Rated.Indicator;
        var id = Anchor.Of("chart", indicator.Ref.Value);
        return new ChartBlock(new TrendChart(id, trend.Title, trend.Description, UnitOf(indicator), [.. trend.Rows.Select(row => Point(indicator, row))])
        {
            TargetWord = labels.Of(Labels.Target),
            FloorWord = labels.Of(Labels.Floor),
            RangeWord = labels.Of(Labels.ExpectedRange),
            LowerWord = labels.Of(Labels.Lower),
            UpperWord = labels.Of(Labels.Upper),
            ComparatorWord = Comparator(trend) ?? string.Empty,
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
        Comparator = Figure(indicator, row.Comparator),
        Forecast = row.Rated.IsForecast,
        Break = row.Break,
    };

    /// <summary>How an indicator's axis writes its figures.</summary>
    public static ChartUnit UnitOf(Indicator indicator) =>
        new(indicator.Unit.Prefix, Thousands(indicator.Scale) + indicator.Unit.Suffix, indicator.Unit.Words is { Length: > 0 } words ? words : null)
        {
            Grades = indicator.Grades,
        };

    public static ChartFigure? Figure(Indicator indicator, decimal? figure) =>
        figure is { } known ? new ChartFigure(known, FigureText.Cell(indicator, known)) : null;

    private static string? Comparator(Trend trend) =>
        trend.Comparator is { Length: > 0 } name ? char.ToUpperInvariant(name[0]) + name[1..] : null;

    /// <summary>What the figures are held against in any of the periods: standards, and what others achieved.</summary>
    private List<(string Word, Func<TrendRow, decimal?> Of)> Standards(Trend trend)
    {
        (string Word, Func<TrendRow, decimal?> Of)[] standards =
        [
            (labels.Of(Labels.Target), row => row.Rated.Standard.Target),
            (labels.Of(Labels.Floor), row => row.Rated.Standard.Floor),
            (labels.Of(Labels.Lower), row => row.Rated.Standard.Lower),
            (labels.Of(Labels.Upper), row => row.Rated.Standard.Upper),
            (Comparator(trend) ?? string.Empty, row => row.Comparator),
        ];
        return [.. standards.Where(standard => trend.Rows.Any(row => standard.Of(row) is not null))];
    }

    private Table Figures(Anchor id, IndicatorDetail detail, Trend trend)
    {
        var indicator = detail.Rated.Indicator;
        var used = Standards(trend);
        var rated = trend.Rows.Any(row => row.Rating is not null);
        var columns = new List<Column> { new(labels.Of(Labels.Period)) { RowHeader = true }, new(labels.Of(Labels.Value)) { Align = Align.End } };
        columns.AddRange(used.Select(standard => new Column(standard.Word) { Align = Align.End }));
        if (rated)
        {
            columns.Add(new Column(labels.Of(Labels.Rating)));
        }

        return new Table(id, $"{detail.Heading}: figures of the chart", columns, [.. trend.Rows.Select(row => new Row(
        [
            new TextCell(Head(row)),
            Value(row),
            .. used.Select(standard => Standard(indicator, standard.Of(row))),
            .. rated ? [RatingMarks.Cell(row.Rating!)] : Array.Empty<Cell>(),
        ]))]);
    }

    private Table Across(Anchor id, IndicatorDetail detail, Trend trend)
    {
        var rows = new List<Row> { new([new TextCell(labels.Of(Labels.Value)), .. trend.Rows.Select(row => IsToCome(row) ? ToCome(row) : Value(row))]) };
        rows.AddRange(Standards(trend).Select(standard => new Row(
            [new TextCell(standard.Word), .. trend.Rows.Select(row => Standard(detail.Rated.Indicator, standard.Of(row)))])));
        if (trend.Rows.Any(row => row.Rating is not null))
        {
            rows.Add(new Row([new TextCell(labels.Of(Labels.Rating)), .. trend.Rows.Select(row =>
                IsToCome(row) ? ToCome(row)
                : row.Rating is { } rating ? RatingMarks.Cell(rating)
                : new EmptyCell(labels.Of(Labels.NotApplicable), "It is not rated."))]));
        }

        return new Table(
            id,
            $"{detail.ShortHeading}: figures by period",
            [new Column(labels.Of(Labels.Period)) { RowHeader = true }, .. trend.Rows.Select(row => new Column(Head(row)) { Align = Align.End })],
            rows)
        { IsInData = true };
    }

    /// <summary>A period that has a target and no figure yet.</summary>
    private static bool IsToCome(TrendRow row) => row.Value is null && row.Rated.Result is null;

    private static EmptyCell ToCome(TrendRow row) => new("–", row.Displayed);

    private static string Head(TrendRow row) => row.Rated.IsForecast ? $"{row.Label} (forecast)" : row.Label;

    private static Cell Value(TrendRow row) =>
        row.Value is { } value ? new NumberCell(row.Displayed, value) : new EmptyCell(row.Displayed, "There is no figure for this period.");

    private static Cell Standard(Indicator indicator, decimal? figure) => figure is { } known
        ? new NumberCell(FigureText.Cell(indicator, known), known)
        : new EmptyCell("none", "There is none for this period.");

    private static string Thousands(decimal scale) => scale switch
    {
        1000 => "k",
        1000000 => "m",
        _ => string.Empty,
    };
}
