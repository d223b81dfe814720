using System.Globalization;
using Quarterdeck.Application.Statistics;
using Quarterdeck.Domain.Statistics.Forecasts;
using Quarterdeck.Packs.Csv;

namespace Quarterdeck.Cli.Statistics;

/// <summary>
/// Forecasts of <c>input.csv</c> by exponential smoothing with additive errors, Theta, their mean, and the simple ones they have to beat.
/// Levels asked about are those of <c>yearend.csv</c> where it is in the folder, else some about the forecast; parameters are those of
/// <c>parameters.csv</c> where it is.
/// </summary>
internal static class ForecastFiles
{
    private const string YearEnd = "yearend.csv";
    private const string Best = "ets_additive";
    private const string Sum = "fy_sum";
    private const string EndPoint = "fy_end_point";
    private const int FewestFigures = 3;
    private const int FirstMonthOfYear = 4;

    private static readonly MathNetDistributions Distributions = MathNetDistributions.Instance;

    private static readonly double[] Intervals = [0.8, 0.95];

    private static readonly Dictionary<string, int> Seasons = new() { ["M"] = 12, ["Q"] = 4 };

    /// <summary>How many standard deviations from the forecast a level is asked about where none is given.</summary>
    private static readonly (string Measure, double Deviations)[] Levels =
        [(Sum, -1.2), (Sum, -0.3), (Sum, 0.5), (Sum, 1.5), (EndPoint, -0.8), (EndPoint, 0.9)];

    /// <summary>One way to forecast a series.</summary>
    /// <param name="Method">Its name in the files.</param>
    /// <param name="Mean">So many periods on.</param>
    /// <param name="Deviation">So many periods on.</param>
    /// <param name="Model">The cells that describe it, from <c>model</c> on.</param>
    /// <param name="Width">Standard deviations in an interval of this level.</param>
    private sealed record Way(string Method, Func<int, double> Mean, Func<int, double> Deviation, IEnumerable<string> Model, Func<double, double> Width);

    public static IEnumerable<PlainTable> Of(InputFolder input)
    {
        var series = InputSeries.Of(input.Table("input.csv", "series_id", "period", "value"));
        var given = GivenModels.Of(input);
        var asked = input.Has(YearEnd) ? input.Table(YearEnd, "series_id", "measure", "target").Rows.ToLookup(row => row["series_id"]) : null;
        var forecasts = new PlainTable("forecasts.csv", ["series_id", "method", "h", "mean", "lo80", "hi80", "lo95", "hi95"]);
        var models = new PlainTable("models.csv",
        [
            "series_id", "method", "n", "period", "model", "alpha", "beta", "gamma", "phi", "init_states", "final_states", "sigma2", "sse", "loglik", "aic",
            "aicc", "bic",
        ]);
        var yearEnds = new PlainTable(YearEnd,
        [
            "series_id", "model", "measure", "periods_done", "periods_left", "ytd_sum", "fc_mean", "fc_sd", "target", "p_ge_target", "p_ge_target_sim",
            "required_run_rate",
        ]);
        foreach (var row in input.Table("series.csv", "series_id", "freq").Rows)
        {
            var (name, seasons) = (row["series_id"], InputFolder.OneOf(row, "freq", Seasons));
            var points = InputSeries.Named(series, row);
            double[] values = [.. points.Select(point => (double)InputFolder.Needed(point.Row, "value"))];
            if (values.Length < FewestFigures)
            {
                continue;
            }

            var smoothed = Smoothed(name, values, seasons, given).ToList();
            foreach (var way in Ways(values, seasons, smoothed))
            {
                models.Add([name, way.Method, CellText.Of(values.Length), CellText.Of(seasons), .. way.Model]);
                foreach (var ahead in Enumerable.Range(1, seasons == 12 ? 12 : 8))
                {
                    forecasts.Add([name, way.Method, CellText.Of(ahead), .. Interval(way, ahead)]);
                }
            }

            if (smoothed.Find(one => one.Method == Best).Model is { } model)
            {
                AddYearEnd(yearEnds, name, (values, points[^1].Period, seasons), model, asked?[name]);
            }
        }

        return [forecasts, models, yearEnds];
    }

    private static IEnumerable<string> Interval(Way way, int ahead)
    {
        var (mean, deviation) = (way.Mean(ahead), way.Deviation(ahead));
        return [CellText.Of(mean), .. Intervals.SelectMany(level =>
            new[] { CellText.Of(mean - (way.Width(level) * deviation)), CellText.Of(mean + (way.Width(level) * deviation)) })];
    }

    private static IEnumerable<(string Method, string? Title, EtsModel Model)> Smoothed(string name, double[] values, int seasons, GivenModels? given) =>
        from way in new (string Method, string? Title, EtsForm? Form)[]
        {
            ("ses", "Simple exponential smoothing", new EtsForm(EtsTrend.None, 1)),
            ("holt", "Holt's method", new EtsForm(EtsTrend.Additive, 1)),
            ("holt_damped", "Damped Holt's method", new EtsForm(EtsTrend.Damped, 1)),
            ("hw_add", "Holt-Winters' additive method", new EtsForm(EtsTrend.Additive, seasons)),
            (Best, null, null),
        }
        where way.Form is not { IsSeasonal: true } || values.Length >= 2 * seasons
        let model = given?.Run(name, way.Method, values, seasons, way.Form) ?? (way.Form is null ? EtsFit.Best(values, seasons) : EtsFit.Of(values, way.Form))
        where model is not null
        select (way.Method, way.Title, model);

    private static IEnumerable<Way> Ways(double[] values, int seasons, IEnumerable<(string Method, string? Title, EtsModel Model)> smoothed)
    {
        double Normal(double level) => Distributions.NormalQuantile((1 + level) / 2);
        Way Simple(string method, SimpleForecast simple, Func<double, double> width) =>
            new(method, simple.Mean, simple.Deviation, [simple.Name, .. Enumerable.Repeat(string.Empty, 12)], width);

        yield return Simple("mean", SimpleForecast.Average(values), level => Distributions.StudentQuantile((1 + level) / 2, values.Length - 1));
        yield return Simple("naive", SimpleForecast.Naive(values), Normal);
        yield return Simple("drift", SimpleForecast.Drift(values), Normal);
        if (values.Length > seasons)
        {
            yield return Simple("snaive", SimpleForecast.SeasonalNaive(values, seasons), Normal);
        }

        foreach (var (method, title, model) in smoothed)
        {
            yield return new Way(method, model.Mean, model.Deviation, Cells(title ?? model.Form.Name, model), Normal);
        }

        if (ThetaModel.Of(values, seasons) is { } theta)
        {
            yield return new Way(
                "theta",
                theta.Mean,
                theta.Deviation,
                [
                    "Theta", CellText.Of(theta.Level), CellText.Of(theta.HalfSlope), "", "", $"seasonal_adjusted={CellText.Of(theta.IsSeasonal)}", "",
                    CellText.Of(theta.Variance), "", "", "", "", "",
                ],
                Normal);
        }

        if (CombinedForecast.Of(values, seasons) is { } combined)
        {
            yield return new Way(
                "combined", combined.Mean, combined.Deviation, ["Mean of additive ETS and Theta", .. Enumerable.Repeat(string.Empty, 12)], Normal);
        }
    }

    private static IEnumerable<string> Cells(string title, EtsModel model)
    {
        var (form, parameters) = (model.Form, model.Parameters);
        string If(bool has, double value) => has ? CellText.Of(value) : string.Empty;
        string State(EtsState state) => string.Join(';', new[] { ("l", state.Level) }
            .Concat(form.Trend == EtsTrend.None ? [] : [("b", state.Slope)])
            .Concat(state.Seasons.Select((season, at) => ($"s{(at + 1).ToString(CultureInfo.InvariantCulture)}", season)))
            .Select(part => $"{part.Item1}={CellText.Of(part.Item2)}"));

        return
        [
            title, CellText.Of(parameters.Level), If(form.Trend != EtsTrend.None, parameters.Slope), If(form.IsSeasonal, parameters.Season),
            If(form.Trend == EtsTrend.Damped, parameters.Damping), State(model.First), State(model.Last), CellText.Of(model.Variance),
            CellText.Of(model.SquaredErrors), CellText.Of(model.LogLikelihood), CellText.Of(model.Aic), CellText.Of(model.Aicc), CellText.Of(model.Bic),
        ];
    }

    /// <summary>Of the financial year April to March that the first period forecast lies in.</summary>
    private static void AddYearEnd(
        PlainTable table, string name, (double[] Values, DateOnly Last, int Seasons) series, EtsModel model, IEnumerable<PlainRow>? asked)
    {
        var months = 12 / series.Seasons;
        var done = (((series.Last.Month - FirstMonthOfYear + 12) % 12 / months) + 1) % series.Seasons;
        var left = series.Seasons - done;
        var soFar = series.Values.TakeLast(done).Sum();
        var sum = (Mean: soFar + Enumerable.Range(1, left).Sum(model.Mean), Deviation: model.Deviation([.. Enumerable.Repeat(1.0, left)]));
        var end = (Mean: model.Mean(left), Deviation: model.Deviation(left));
        var levels = asked?.Select(row => (row["measure"], (double)InputFolder.Needed(row, "target")))
            ?? Levels.Select(level => (level.Measure, level.Measure == Sum ? Level(sum, level.Deviations) : Level(end, level.Deviations)));
        foreach (var (measure, target) in levels)
        {
            var isSum = measure == Sum;
            var (mean, deviation) = isSum ? sum : end;
            table.Add(
                name, model.Form.Name, measure, CellText.Of(done), CellText.Of(left), isSum ? CellText.Of(soFar) : string.Empty,
                CellText.Of(mean), CellText.Of(deviation), CellText.Of(target),
                CellText.Of(CombinedForecast.Chance(mean, deviation, target, isHigherBetter: true, Distributions)), string.Empty,
                isSum ? CellText.Of((target - soFar) / left) : string.Empty);
        }
    }

    /// <summary>To four digits.</summary>
    private static double Level((double Mean, double Deviation) forecast, double deviations)
    {
        var level = forecast.Mean + (deviations * forecast.Deviation);
        return double.Parse(level.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
