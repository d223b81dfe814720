using Quarterdeck.Domain.Statistics.ControlCharts;

namespace Quarterdeck.Domain.Tests.Statistics;

/// <summary>The rules told a second time, window by window as they are defined, and held against every short series and many odd ones.</summary>
public sealed class XmrSmallWorldTests
{
    private static readonly XmrOptions Short = new() { TrendLength = 3, ShiftLength = 3 };

    [Fact]
    public void Every_series_of_seven_small_values_and_gaps_is_flagged_by_its_windows()
    {
        decimal?[] values = [null, 0, 1, 3];
        for (var number = 0; number < Math.Pow(values.Length, 7); number++)
        {
            var series = Enumerable.Range(0, 7).Select(place => values[number / (int)Math.Pow(values.Length, place) % values.Length]).ToArray();
            AssertWindows(XmrChart.Of(series, [], Short));
        }
    }

    [Fact]
    public void No_series_however_odd_throws_or_shows_a_limit_it_cannot_know()
    {
        var random = new Random(20_261_130);
        decimal[] odd = [0, 1, -1, 0.1m, 1e-28m, -1e-15m, 1e15m, -1e15m, 1e24m, decimal.MaxValue, decimal.MinValue, 100, 99.9m];
        for (var run = 0; run < 5_000; run++)
        {
            var kinds = odd.OrderBy(_ => random.Next()).Take(random.Next(1, 5)).ToArray();
            var series = Enumerable.Range(0, random.Next(0, 40))
                .Select(_ => random.Next(5) == 0 ? (decimal?)null : kinds[random.Next(kinds.Length)]).ToArray();
            var starts = Enumerable.Range(0, series.Length).Where(_ => random.Next(12) == 0).ToList();
            foreach (var options in new[] { Short, new XmrOptions { FrozenAfter = 12, ScreensMovingRanges = false, Convention = XmrConvention.Reference } })
            {
                AssertLimits(XmrChart.Of(series, starts, options));
            }
        }
    }

    private static void AssertLimits(XmrChart chart)
    {
        Assert.Equal(chart.Points.Count, chart.Phases.Sum(phase => phase.Count));
        foreach (var phase in chart.Phases)
        {
            Assert.True(phase.Lower is null == phase.Upper is null && phase.Lower <= phase.Mean == phase.Lower is not null);
            if (phase.Upper is not null)
            {
                var held = chart.Points.Skip(phase.Start).Take(phase.Count).Count(point => point.Value is not null);
                Assert.True(held > 1, "Limits come from two values or more.");
            }
        }

        Assert.All(chart.Points, point => Assert.True(!point.IsOutside || chart.Phases[point.Phase].Upper is not null));
        chart.AssuranceOf(95);
    }

    private static void AssertWindows(XmrChart chart)
    {
        var points = chart.Points;
        bool InWindow(int at, Func<XmrPoint[], bool> holds) =>
            Enumerable.Range(at - 2, 3).Any(from => from >= 0 && from + 3 <= points.Count && holds([.. points.Skip(from).Take(3)]));

        for (var at = 0; at < points.Count; at++)
        {
            Assert.Equal(
                InWindow(at, window => (window[0].Value < window[1].Value && window[1].Value < window[2].Value)
                    || (window[0].Value > window[1].Value && window[1].Value > window[2].Value)),
                points[at].IsInTrend);
            Assert.Equal(InWindow(at, IsOneSided), points[at].IsInShift);
            Assert.Equal(
                points[at].IsNear && InWindow(at, window => IsOneSided(window) && window.Count(point => point.IsNear) >= 2),
                points[at].IsInTwoOfThree);
        }
    }

    private static bool IsOneSided(XmrPoint[] window) => window.All(point => point.Side == 1) || window.All(point => point.Side == -1);
}
