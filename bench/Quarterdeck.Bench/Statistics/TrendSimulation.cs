using System.Globalization;
using Quarterdeck.Application.Statistics;
using Quarterdeck.Domain.Statistics.Trends;

namespace Quarterdeck.Bench.Statistics;

/// <summary>How often the direction of travel sees a trend where there is none, and how often it sees one where there is.</summary>
internal static class TrendSimulation
{
    private const int Runs = 10_000;

    private static readonly TrendTest Test = new(MathNetDistributions.Instance);

    public static void Run(TextWriter output)
    {
        foreach (var count in new[] { 8, 12, 24, 36 })
        {
            foreach (var likeness in new[] { 0, 0.3, 0.6 })
            {
                Write(output, "false alarms", count, likeness, change: 0, season: 0);
            }
        }

        foreach (var count in new[] { 8, 12, 24, 36 })
        {
            Write(output, "power, change of 2 sd", count, 0, change: 2, season: 0);
        }

        Write(output, "false alarms, season of 2 sd", 36, 0, change: 0, season: 2);
        Write(output, "power, change of 2 sd, season of 2 sd", 36, 0, change: 2, season: 2);
    }

    private static void Write(TextWriter output, string what, int count, double likeness, double change, double season)
    {
        var noise = new Noise(20_261_130 + count);
        var (simple, recommended) = (0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var values = noise.Series(count, likeness)
                .Select((value, month) => (month, Math.Round((decimal)(value + (change * month / (count - 1)) + (season * Math.Sin(month * Math.PI / 6))), 9)))
                .ToList();
            simple += IsSeen(values, new TrendOptions { IsSimple = true });
            recommended += IsSeen(values, new TrendOptions { Seasons = 12 });
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}, n {count}, phi {likeness:0.0}: simple {(double)simple / Runs:0.000}, recommended {(double)recommended / Runs:0.000}"));
    }

    private static int IsSeen(List<(int, decimal)> values, TrendOptions options) =>
        Test.Run(values, options).Verdict is TrendVerdict.Rising or TrendVerdict.Falling ? 1 : 0;
}
