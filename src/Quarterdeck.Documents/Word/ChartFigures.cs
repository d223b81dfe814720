using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Word;

/// <summary>A line of a chart as the workbook behind it holds it.</summary>
/// <param name="Name">At the head of its column.</param>
/// <param name="Stroke">Its colour.</param>
/// <param name="Points">Its thickness.</param>
/// <param name="Dash">As DrawingML calls it.</param>
/// <param name="Values">One a period; null for none.</param>
internal sealed record ChartColumn(string Name, Colour Stroke, double Points, string Dash, IReadOnlyList<decimal?> Values)
{
    /// <summary>The reported values themselves, which carry markers and labels.</summary>
    public bool Reported { get; init; }

    public bool Forecast { get; init; }
}

/// <summary>The figures of a chart as a table: periods down, lines across.</summary>
/// <param name="Heading">What a row is.</param>
/// <param name="Periods">The names of the rows.</param>
/// <param name="Columns">One a line of the chart.</param>
internal sealed record ChartFigures(string Heading, IReadOnlyList<string> Periods, IReadOnlyList<ChartColumn> Columns)
{
    /// <exception cref="ArgumentException">The chart is of a kind that Word does not draw.</exception>
    public static ChartFigures Of(Chart chart) => chart switch
    {
        TrendChart trend => Of(trend),
        StackedCounts counts => Of(counts),
        _ => throw new ArgumentException($"Word does not draw a {chart.GetType().Name}.", nameof(chart)),
    };

    private static ChartFigures Of(StackedCounts chart) => new(
        chart.RowWord,
        [.. chart.Rows.Select(row => row.Absent is { } why ? $"{row.Label}: {why}" : row.Label)],
        [.. chart.Bands.Select((band, index) =>
            new ChartColumn(band.Label, band.Colour, 1, "solid", [.. chart.Rows.Select(row => row.Absent is null ? (decimal?)row.Counts[index] : null)]))]);

    private static ChartFigures Of(TrendChart chart)
    {
        var points = chart.Points;
        List<ChartColumn> columns =
        [
            new(chart.RangeWord + ", lower end", Ink.BandEdge, 1.25, "sysDash", [.. points.Select(point => point.Lower)]),
            new(chart.RangeWord + ", upper end", Ink.BandEdge, 1.25, "sysDash", [.. points.Select(point => point.Upper)]),
            new(chart.ComparatorWord, Ink.Comparator, 1.5, "dashDot", [.. points.Select(point => point.Comparator?.Value)]),
            new(chart.FloorWord, Ink.Floor, 1.75, "sysDot", [.. points.Select(point => point.Floor?.Value)]),
            new(chart.TargetWord, Ink.Target, 1.75, "dash", [.. points.Select(point => point.Target?.Value)]),
            new(chart.ForecastWord, Ink.Value, 1.75, "sysDash", [.. points.Select(point => point.Forecast ? point.Value : null)]) { Forecast = true },
            new(chart.Unit.Name ?? "Result", Ink.Value, 2.25, "solid", [.. points.Select(point => point.Forecast ? null : point.Value)]) { Reported = true },
        ];
        return new ChartFigures(
            "Period",
            [.. points.Select(point => point.Label)],
            [.. columns.Where(column => column.Reported || column.Values.Any(value => value is not null))]);
    }
}
