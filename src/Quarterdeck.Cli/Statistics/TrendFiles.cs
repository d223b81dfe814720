using Quarterdeck.Application.Statistics;
using Quarterdeck.Domain.Statistics.Trends;
using Quarterdeck.Packs.Csv;

namespace Quarterdeck.Cli.Statistics;

/// <summary>The direction of travel of <c>input_series.csv</c> by the recommended test and by the ways it is compared with.</summary>
internal static class TrendFiles
{
    private const int FewestForNeweyWest = 5;
    private const int MostForExactOrder = 49;

    private static readonly MathNetDistributions Distributions = MathNetDistributions.Instance;

    private static readonly Dictionary<string, int> Seasons = new() { ["M"] = 12, ["Q"] = 4, ["W"] = 52, ["D"] = 7, ["A"] = 1 };

    private static readonly string[] Columns =
    [
        "series_id", "freq", "period", "native_direction", "n",
        "ols_slope", "ols_intercept", "ols_se", "ols_t", "ols_df", "ols_p", "ols_r2", "ols_r1",
        "seas_eligible", "seas_F", "seas_F_df1", "seas_F_df2", "seas_F_p", "seas_slope", "seas_se", "seas_t", "seas_df", "seas_p", "seas_r1",
        "model_used", "neff_k", "adj_se", "adj_df", "adj_t", "adj_p", "nw_lag", "nw_se", "nw_p",
        "mk_S", "mk_varS", "mk_Z", "mk_p", "mk_tau", "sen_slope", "kendall_exact_p", "smk_S", "smk_varS", "smk_Z", "smk_p", "smk_slope",
        "direction_basic", "direction_recommended", "degenerate",
    ];

    public static IEnumerable<PlainTable> Of(InputFolder input)
    {
        var series = InputSeries.Of(input.Table("input_series.csv", "series_id", "period", "value"));
        var expected = new PlainTable("expected.csv", Columns);
        foreach (var asked in input.Table("series.csv", "series_id", "freq", "native_direction").Rows)
        {
            var seasons = InputFolder.OneOf(asked, "freq", Seasons);
            var values = Values(InputSeries.Named(series, asked), asked["freq"]);
            var test = new TrendTest(Distributions);
            var trend = test.Run(values, new TrendOptions { Seasons = seasons });
            var simple = test.Run(values, new TrendOptions { IsSimple = true });
            expected.Add(
            [
                asked["series_id"], asked["freq"], CellText.Of(seasons), asked["native_direction"], CellText.Of(values.Count),
                .. Line(trend), .. Season(trend), .. Adjusted(trend), .. NeweyWest(trend), .. Orders(trend, values, seasons),
                Direction(simple, asked["native_direction"]), Direction(trend, asked["native_direction"]),
                trend.IsConstant ? "constant" : trend.IsPerfect ? "perfect" : string.Empty,
            ]);
        }

        return [expected];
    }

    private static List<(int Time, decimal Value)> Values(List<InputPoint> points, string frequency)
    {
        var held = points.Where(point => point.Value is not null).ToList();
        return [.. held.Select(point => (Elapsed(held[0].Period, point.Period, frequency), point.Value!.Value))];
    }

    private static int Elapsed(DateOnly first, DateOnly period, string frequency)
    {
        var months = ((period.Year - first.Year) * 12) + period.Month - first.Month;
        return frequency switch
        {
            "M" => months,
            "Q" => months / 3,
            "A" => months / 12,
            "W" => (period.DayNumber - first.DayNumber) / 7,
            _ => period.DayNumber - first.DayNumber,
        };
    }

    private static bool IsTested(TrendOutcome trend) => trend.Line is not null && !trend.IsConstant && !trend.IsPerfect;

    private static IEnumerable<string> Line(TrendOutcome trend) => trend.Line is not { } line ? Blank(8)
        : !IsTested(trend)
            ? [CellText.Of(trend.IsConstant ? 0 : line.Slope), CellText.Of(line.Intercept), "", "", CellText.Of(line.DegreesOfFreedom), "", "", ""]
        :
        [
            CellText.Of(line.Slope), CellText.Of(line.Intercept), CellText.Of(line.StandardError), CellText.Of(line.T), CellText.Of(line.DegreesOfFreedom),
            CellText.Of(Distributions.StudentTwoSided(line.T, line.DegreesOfFreedom)), CellText.Of(line.RSquared), CellText.Of(line.Autocorrelation),
        ];

    private static IEnumerable<string> Season(TrendOutcome trend) =>
        trend.Line is null ? Blank(11)
        : trend is not { Seasonal: { } line, SeasonTest: { } test } ? Blank(10).Prepend("0")
        :
        [
            "1", CellText.Of(test.F), CellText.Of(test.DegreesOfFreedom), CellText.Of(test.DegreesBelow), CellText.Of(test.P),
            CellText.Of(line.Slope), CellText.Of(line.StandardError), CellText.Of(line.T), CellText.Of(line.DegreesOfFreedom),
            CellText.Of(Distributions.StudentTwoSided(line.T, line.DegreesOfFreedom)), CellText.Of(line.Autocorrelation),
        ];

    private static IEnumerable<string> Adjusted(TrendOutcome trend) =>
        trend.Line is null ? Blank(6)
        : !IsTested(trend) ? Blank(5).Prepend("linear")
        :
        [
            trend.Used == trend.Seasonal ? "seasonal" : "linear", CellText.Of(trend.IndependentShare), CellText.Of(trend.StandardError),
            CellText.Of(trend.DegreesOfFreedom), CellText.Of(trend.T), CellText.Of(trend.P),
        ];

    private static IEnumerable<string> NeweyWest(TrendOutcome trend)
    {
        if (!IsTested(trend) || trend.Count < FewestForNeweyWest)
        {
            return Blank(3);
        }

        var (lag, error) = trend.Line!.NeweyWest();
        return [CellText.Of(lag), CellText.Of(error), CellText.Of(Distributions.StudentTwoSided(trend.Line.Slope / error, trend.Count - 2))];
    }

    private static IEnumerable<string> Orders(TrendOutcome trend, List<(int Time, decimal Value)> values, int seasons)
    {
        if (!IsTested(trend))
        {
            return Blank(12);
        }

        var points = values.Select(value => new TimedFigure(value.Time, (double)value.Value)).ToList();
        var order = MannKendall.Of(points);
        var seasonal = TrendTest.HasSeasons(points, seasons) ? MannKendall.Of(points, seasons) : null;
        return
        [
            CellText.Of(order.S), CellText.Of(order.Variance), CellText.Of(order.Z), CellText.Of(order.P(Distributions)),
            CellText.Of(order.Tau(points.Count)), CellText.Of(order.Slope),
            order.HasTies || points.Count > MostForExactOrder ? string.Empty : CellText.Of(order.ExactP(points.Count)),
            CellText.Of(seasonal?.S), CellText.Of(seasonal?.Variance), CellText.Of(seasonal?.Z), CellText.Of(seasonal?.P(Distributions)),
            CellText.Of(seasonal?.Slope),
        ];
    }

    private static string Direction(TrendOutcome trend, string better) => (trend.Verdict, better) switch
    {
        (TrendVerdict.TooFewFigures, _) => "insufficient_data",
        (TrendVerdict.NoClearTrend, _) => "no_clear_trend",
        (TrendVerdict.Rising, "increase") or (TrendVerdict.Falling, "decrease") => "improving",
        (TrendVerdict.Rising, "decrease") or (TrendVerdict.Falling, "increase") => "worsening",
        (TrendVerdict.Rising, _) => "increasing",
        (TrendVerdict.Falling, _) => "decreasing",
    };

    private static IEnumerable<string> Blank(int cells) => Enumerable.Repeat(string.Empty, cells);
}
