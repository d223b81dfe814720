using Quarterdeck.Application.Statistics;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Application.Tests.Statistics;

public sealed class RegressionDirectionTests
{
    private static readonly Month Last = new(2025, 10);

    private static Indicator Measure(Polarity polarity) => new()
    {
        Ref = new IndicatorRef("T01"),
        Title = "Calls answered",
        Kind = IndicatorKind.Kpi,
        Unit = Unit.Percent,
        Polarity = polarity,
        Calendar = new PeriodCalendar(Frequency.Month, 4),
        Ytd = YtdMethod.None,
        Direction = new DirectionSetting([DirectionMethod.Regression], 0),
    };

    private static DirectionOutcome Of(Indicator indicator, params decimal?[] values)
    {
        var results = values.Index().Where(value => value.Item is not null).Select(value => new Result
        {
            Ref = indicator.Ref,
            Period = indicator.Calendar.Closing(Last.AddMonths(value.Index - values.Length + 1)),
            Value = Figure.Of(value.Item!.Value),
        });
        var pack = new Pack { Settings = new Settings([]), Indicators = [indicator], Results = [.. results] };
        return new Rater(pack, MathNetDistributions.Instance).Rate(indicator.Ref, Last).Direction;
    }

    [Theory]
    [InlineData(Polarity.Higher, Direction.Improved)]
    [InlineData(Polarity.Lower, Direction.Worsened)]
    public void A_slope_that_is_more_than_chance_is_a_direction(Polarity polarity, Direction travel)
    {
        var direction = Of(Measure(polarity), 60, 62, 61, 64, 66, 65, 68, 70);

        Assert.Equal(travel, direction.Travel);
        Assert.Equal("By the 8 figures since March 2025, it rises by 16.3 percentage points a year.", direction.Note);
    }

    [Fact]
    public void A_gap_keeps_its_length() =>
        Assert.Equal(Direction.Improved, Of(Measure(Polarity.Higher), 60, 62, null, null, 66, 65, 68, 70, 69, 72).Travel);

    [Fact]
    public void No_clear_trend_is_said_not_to_mean_level()
    {
        var direction = Of(Measure(Polarity.Higher), 60, 70, 61, 69, 62, 71, 60, 68);

        Assert.Equal(Direction.NoClearTrend, direction.Travel);
        Assert.Equal("A change cannot be told from chance in the 8 figures since March 2025. That is not the same as staying level.", direction.Note);
    }

    [Fact]
    public void Few_figures_have_no_direction_and_say_so() =>
        Assert.Equal("5 figures are held, and 6 are needed to see a trend", Of(Measure(Polarity.Higher), 1, 2, 3, 4, 5).Reason);

    [Fact]
    public void Without_a_good_way_to_go_there_is_none() => Assert.Null(Of(Measure(Polarity.Neutral), 1, 2, 3, 4, 5, 6, 7).Travel);
}
