using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Publications;
using Quarterdeck.Domain.Ratings;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Publications;

/// <summary>In 2011 a county printed Red and Amber by floors it never published: those ratings can only be carried.</summary>
public sealed class CarriedRatingsTests
{
    private static RatedIndicator Rated(decimal before, decimal now, decimal target, params PublishedFigure[] printed)
    {
        var indicator = Kpi() with { Calendar = Quarterly };
        return Rate(
            Pack(indicator, Run(indicator, "2011-06", before, now), Aim("2011-03", target) with { To = M("2012-03") }) with { Published = printed },
            "2011-06");
    }

    private static (string, RatingSource?) Of(RatingOutcome outcome) => (Say(outcome), (outcome as RatingOutcome.Rated)?.Source);

    [Theory]
    [InlineData("Red")]
    [InlineData("Amber")]
    public void Without_a_floor_the_printed_rating_stands_and_is_marked_as_carried(string printed) =>
        Assert.Equal((printed, RatingSource.Carried), Of(Rated(83, 82, 90, Printed("2011-06", printed)).Rating));

    [Fact]
    public void A_printed_green_below_target_contradicts_the_figures_and_is_not_carried() =>
        Assert.Equal(("no floor standard", null), Of(Rated(83, 82, 90, Printed("2011-06", "Green")).Rating));

    [Fact]
    public void What_can_be_computed_is_computed_whatever_was_printed() =>
        Assert.Equal(("Green", RatingSource.Computed), Of(Rated(72, 93, 75, Printed("2011-06", "Red")).Rating));

    [Fact]
    public void The_previous_rating_printed_is_that_of_the_period_before() =>
        Assert.Equal(("Amber", RatingSource.Carried), Of(Rated(83, 82, 90, Printed("2011-06", "Red") with { PreviousRating = "Amber" }).PreviousRating));

    [Fact]
    public void Of_two_rounds_that_speak_of_a_period_the_later_stands() =>
        Assert.Equal("Amber", Say(Rated(83, 82, 90, Printed("2011-09", "Amber", "2011-06"), Printed("2011-06", "Red")).Rating));

    [Fact]
    public void Of_two_rows_of_one_round_the_later_row_stands() =>
        Assert.Equal("Amber", Say(Rated(83, 82, 90, Printed("2011-06", "Red"), Printed("2011-06", "Amber")).Rating));

    [Fact]
    public void A_word_the_scheme_does_not_know_is_not_carried() =>
        Assert.Equal("no floor standard", Say(Rated(83, 82, 90, Printed("2011-06", "Purple")).Rating));

    [Fact]
    public void A_suspended_indicator_carries_nothing()
    {
        var pack = Pack(Kpi(), [Marked(Kpi(), "2011-06", Marker.Suspended)], Aim("2011-04", 90)) with { Published = [Printed("2011-06", "Red")] };

        Assert.Equal("suspended", Say(Rate(pack, "2011-06").Rating));
    }

    [Fact]
    public void Year_to_date_and_period_are_carried_each_from_its_own_column()
    {
        var indicator = Kpi() with { Ytd = Domain.Indicators.YtdMethod.Supplied };
        var result = Value(indicator, "2011-06", 82) with { Ytd = Figure.Of(83) };
        var pack = Pack(indicator, [result], Aim("2011-04", 90)) with { Published = [Printed("2011-06", "Red") with { YtdRating = "Amber" }] };

        Assert.Equal("Red", Say(Rate(pack, "2011-06").Rating));
        Assert.Equal("Amber", Say(Rate(pack, "2011-06").YtdRating));
    }
}
