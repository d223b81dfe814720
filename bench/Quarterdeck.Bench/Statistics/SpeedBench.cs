using System.Diagnostics;
using System.Globalization;
using Quarterdeck.Domain.Statistics.ControlCharts;
using Quarterdeck.Domain.Statistics.Forecasts;

namespace Quarterdeck.Bench.Statistics;

/// <summary>How long limits, rules, icons and forecasts take on one core, in processor time.</summary>
internal static class SpeedBench
{
    private const int Rounds = 5;

    public static void Run(TextWriter output)
    {
        var noise = new Noise(1);
        var charts = Enumerable.Range(0, 10_000)
            .Select(_ => noise.Series(60, 0.2).Select(value => (decimal?)Math.Round((decimal)(80 + (5 * value)), 1)).ToArray()).ToList();
        var forecasts = Enumerable.Range(0, 1_000)
            .Select(_ => noise.Series(36, 0.3).Select((value, month) => 80 + (5 * value) + (4 * Math.Sin(month * Math.PI / 6))).ToArray()).ToList();
        Write(output, "10,000 series of 60: limits, rules, icons", () => charts.Count(values =>
            XmrChart.Of(values, [], new XmrOptions()) is var chart && (chart.Variation, chart.AssuranceOf(80)) is not (Variation.CommonCause, null)));
        Write(output, "1,000 forecasts of series of 36 with intervals", () => forecasts.Count(values =>
            CombinedForecast.Of(values, 12) is { } forecast && forecast.Mean(12) + forecast.Deviation(12) > 0));
    }

    private static void Write(TextWriter output, string what, Func<int> work)
    {
        work();
        var seconds = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            work();
            seconds.Add((Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
        }

        seconds.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {seconds[Rounds / 2]:0.00} s of processor ({seconds[0]:0.00} to {seconds[^1]:0.00})"));
    }
}
