using System.Globalization;
using System.IO.Compression;
using Quarterdeck.Application.Statistics;
using Quarterdeck.Domain.Statistics.Forecasts;
using Quarterdeck.TestKit;

namespace Quarterdeck.Bench.Statistics;

/// <summary>
/// What forecasts made from every month of the reference series would have been worth: how often the interval held, and how good the chance of
/// a level (the median so far) was beside last year's figure. The widening is chosen on the first ten series and kept for the other ten.
/// </summary>
internal static class ForecastRecord
{
    private const int Seasons = 12;
    private const int FewestToChoose = 18;

    /// <summary>One forecast and what came of it.</summary>
    private readonly record struct Made(int Half, int Figures, double Mean, double Deviation, double Level, double Came, double? YearBefore);

    public static void Run(TextWriter output)
    {
        var made = Series().Index().SelectMany(series => Forecasts(series.Item, series.Index / 10)).ToList();
        var choice = made.Where(one => one.Half == 0 && one.Figures >= FewestToChoose).ToList();
        var widening = Enumerable.Range(20, 21).Select(step => step * 0.05).MinBy(width => Math.Abs(Held(choice, width) - 0.8));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"widening chosen on the first half: {widening:0.00}"));
        foreach (var (half, fewest, most) in new[]
            { (0, FewestToChoose, int.MaxValue), (1, FewestToChoose, int.MaxValue), (1, Seasons, int.MaxValue), (1, CombinedForecast.FewestFigures, Seasons - 1) })
        {
            var rows = made.Where(one => one.Half == half && one.Figures >= fewest && one.Figures <= most).ToList();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(half == 0 ? "first" : "second")} half, from {fewest} figures {(most == int.MaxValue ? "on" : $"to {most}")}, {rows.Count} forecasts: 80% interval held {Held(rows, widening):0.0%}, "
                    + $"Brier skill over last year's figure {Skill(rows, widening):0.000}"));
        }
    }

    private static List<double[]> Series()
    {
        using var zip = ZipFile.OpenRead(Path.Combine(Samples.Repository, "tests", "Quarterdeck.Cli.Tests", "Statistics", "reference.zip"));
        var entry = zip.GetEntry("./forecast/input.csv") ?? zip.GetEntry("forecast/input.csv")!;
        using var reader = new StreamReader(entry.Open());
        return
        [
            .. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(','))
                .GroupBy(cells => cells[0]).OrderBy(series => series.Key, StringComparer.Ordinal)
                .Select(series => series.Select(cells => double.Parse(cells[2], CultureInfo.InvariantCulture)).ToArray()),
        ];
    }

    private static IEnumerable<Made> Forecasts(double[] values, int half)
    {
        for (var figures = CombinedForecast.FewestFigures; figures < values.Length; figures++)
        {
            var forecast = CombinedForecast.Of(values[..figures], Seasons, widening: 1)!;
            var sorted = values[..figures].Order().ToArray();
            var level = (sorted[(figures - 1) / 2] + sorted[figures / 2]) / 2;
            for (var ahead = 1; ahead <= Seasons && figures + ahead <= values.Length; ahead++)
            {
                var place = figures + ahead - 1;
                yield return new Made(half, figures, forecast.Mean(ahead), forecast.Deviation(ahead), level, values[place], place < Seasons ? null : values[place - Seasons]);
            }
        }
    }

    private static double Held(List<Made> made, double widening)
    {
        var width = widening * MathNetDistributions.Instance.NormalQuantile(0.9);
        return made.Average(one => Math.Abs(one.Came - one.Mean) <= width * one.Deviation ? 1.0 : 0);
    }

    private static double Skill(List<Made> all, double widening)
    {
        var made = all.Where(one => one.YearBefore is not null).ToList();
        double Miss(Made one, double chance) => Math.Pow(chance - (one.Came >= one.Level ? 1 : 0), 2);
        var forecast = made.Average(one => Miss(
            one, CombinedForecast.Chance(one.Mean, widening * one.Deviation, one.Level, isHigherBetter: true, MathNetDistributions.Instance)));
        return 1 - (forecast / made.Average(one => Miss(one, one.YearBefore >= one.Level ? 1 : 0)));
    }
}
