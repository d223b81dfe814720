using Quarterdeck.Application.Statistics;
using Quarterdeck.Domain.Statistics.Forecasts;

namespace Quarterdeck.Application.Tests.Statistics;

public sealed class ForecastTests
{
    private static double[] Made(int count, Func<int, double> value) => [.. Enumerable.Range(0, count).Select(value)];

    [Fact]
    public void Fewer_than_eight_figures_are_not_forecast()
    {
        Assert.Null(CombinedForecast.Of([1, 2, 3, 4, 5, 6, 7], 12));
        Assert.NotNull(CombinedForecast.Of([1, 3, 2, 4, 3, 5, 4, 6], 12));
    }

    [Fact]
    public void A_season_is_carried_into_the_next_year()
    {
        var forecast = CombinedForecast.Of(Made(48, month => 100 + (20 * Math.Sin(month * Math.PI / 6)) + (month * 7 % 5)), 12)!;

        Assert.InRange(forecast.Mean(3), 115, 130);
        Assert.InRange(forecast.Mean(9), 75, 90);
    }

    [Fact]
    public void A_series_that_never_changes_is_certain_and_says_so()
    {
        var forecast = CombinedForecast.Of(Made(24, _ => 80), 12)!;

        Assert.True(forecast.IsConstant);
        Assert.Equal(80, forecast.Mean(5), 1e-9);
        Assert.Equal(1, CombinedForecast.Chance(80, 0, 80, isHigherBetter: true, MathNetDistributions.Instance));
        Assert.Equal(0, CombinedForecast.Chance(80, 0, 79, isHigherBetter: false, MathNetDistributions.Instance));
    }

    [Fact]
    public void The_chance_of_the_figure_expected_is_a_half_either_way()
    {
        Assert.Equal(0.5, CombinedForecast.Chance(70, 3, 70, isHigherBetter: true, MathNetDistributions.Instance), 1e-12);
        Assert.Equal(0.9, CombinedForecast.Chance(70, 3, 70 + (3 * 1.2815515655446), isHigherBetter: false, MathNetDistributions.Instance), 1e-9);
    }

    [Fact]
    public void What_lies_farther_ahead_is_less_certain()
    {
        var forecast = CombinedForecast.Of(Made(36, month => (month * 37 % 11) + (month * month * 5 % 7)), 12)!;

        Assert.True(forecast.Deviation(12) >= forecast.Deviation(1));
        Assert.True(forecast.Deviation([.. Enumerable.Repeat(1.0, 12)]) > forecast.Deviation(12));
    }

    [Fact]
    public void No_series_however_odd_throws_or_has_no_number()
    {
        var random = new Random(20_261_130);
        double[] odd = [0, 1, -1, 1e-15, 1e15, -1e15, 99.9, 100];
        for (var run = 0; run < 300; run++)
        {
            var kinds = odd.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).ToArray();
            var forecast = CombinedForecast.Of(Made(random.Next(0, 40), _ => kinds[random.Next(kinds.Length)]), random.Next(2) == 0 ? 4 : 12);

            Assert.True(forecast is null || (double.IsFinite(forecast.Mean(12)) && forecast.Deviation(12) >= 0));
        }
    }
}
