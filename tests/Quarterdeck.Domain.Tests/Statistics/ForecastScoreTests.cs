using Quarterdeck.Domain.Statistics.Forecasts;

namespace Quarterdeck.Domain.Tests.Statistics;

public sealed class ForecastScoreTests
{
    private static ComparedForecast Of(decimal came, double? chance, bool? met, bool? lastYear = null) => new(80, 90, came, chance, met, lastYear);

    [Fact]
    public void An_interval_holds_up_to_its_ends()
    {
        var score = new ForecastScore([Of(80, null, null), Of(90, null, null), Of(90.1m, null, null), Of(79.9m, null, null)]);

        Assert.Equal((4, 2, 0), (score.Count, score.Held, score.Judged));
        Assert.Null(score.Brier);
        Assert.Null(score.Skill);
    }

    [Fact]
    public void The_score_is_the_mean_square_of_chance_less_outcome()
    {
        var score = new ForecastScore([Of(85, 0.9, true), Of(85, 0.2, false), Of(85, 0.6, false)]);

        Assert.Equal((0.01 + 0.04 + 0.36) / 3, score.Brier!.Value, 1e-12);
        Assert.Null(score.LastYear);
    }

    [Fact]
    public void Skill_is_told_on_forecasts_that_have_last_years_figure_alone()
    {
        var score = new ForecastScore([Of(85, 0.5, true, false), Of(85, 0.5, true, true), Of(85, 0, true)]);

        Assert.Equal((3, 2), (score.Judged, score.ComparedWithLastYear));
        Assert.Equal((0.5, 0.25, 0.5), (score.LastYear!.Value, score.BesideLastYear!.Value, score.Skill!.Value));
    }

    [Fact]
    public void Nothing_is_better_than_last_years_figure_where_that_was_never_wrong() =>
        Assert.Null(new ForecastScore([Of(85, 0.9, true, true)]).Skill);

    [Fact]
    public void Forecasts_are_laid_side_by_side_by_the_chance_they_gave()
    {
        var score = new ForecastScore([Of(85, 0.05, false), Of(85, 0.15, true), Of(85, 0.2, false), Of(85, 1, true)]);

        Assert.Equal([(0.0, 2, 1), (0.2, 1, 0), (0.8, 1, 1)], score.Reliability.Select(row => (row.From, row.Count, row.Met)));
        Assert.Equal(0.1, score.Reliability[0].Mean, 1e-12);
    }
}
