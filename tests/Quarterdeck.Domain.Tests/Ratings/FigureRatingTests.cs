using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Tests.Ratings;

public sealed class FigureRatingTests
{
    /// <summary>Ratings a county published for October and September 2025 and June 2011, one line an indicator.</summary>
    [Theory]
    [InlineData("FN06", Polarity.Higher, 27, 70, 65, "Red")]
    [InlineData("FN07", Polarity.Higher, 88, 85, 80, "Green")]
    [InlineData("FN07 year to date", Polarity.Higher, 87, 85, 80, "Green")]
    [InlineData("FN08 year to date", Polarity.Higher, 85, 98, 95, "Red")]
    [InlineData("FN11, equal to its floor", Polarity.Higher, 85, 90, 85, "Amber")]
    [InlineData("FN12 year to date", Polarity.Higher, 99, 100, 90, "Amber")]
    [InlineData("FN13, equal to its target", Polarity.Higher, 100, 100, 90, "Green")]
    [InlineData("GL01 year to date", Polarity.Higher, 98, 100, 96, "Amber")]
    [InlineData("GL02", Polarity.Higher, 83, 92, 90, "Red")]
    [InlineData("CS01, equal to its target", Polarity.Higher, 97, 97, 90, "Green")]
    [InlineData("CS07", Polarity.Higher, 71, 85, 80, "Red")]
    [InlineData("PI06", Polarity.Higher, 91, 80, 71, "Green")]
    [InlineData("PI01, lower is better", Polarity.Lower, 0.8, 5, 10, "Green")]
    [InlineData("exclusions, equal to its target, lower is better", Polarity.Lower, 0.10, 0.10, 0.15, "Green")]
    public void Published_ratings_come_out_again(string what, Polarity polarity, double value, double target, double floor, string rating)
    {
        Assert.NotEmpty(what);
        Assert.Equal(rating, Given.Band(Given.Kpi(polarity), (decimal)value, (decimal)target, (decimal)floor));
    }

    /// <summary>Where closest is best and nothing is tolerated, on the target is the only way to achieve it: strict asks for no more.</summary>
    [Theory]
    [InlineData(true, 90, "Green")]
    [InlineData(true, 91, "Red")]
    [InlineData(true, 89, "Red")]
    [InlineData(false, 90, "Green")]
    public void On_the_target_achieves_it_under_a_strict_band_without_tolerance(bool strict, int value, string rating)
    {
        var scheme = new RatingScheme(
            "on", [Given.Band("on", 1, "green", BandRule.Target, strict: strict), Given.Band("on", 2, "red", BandRule.Otherwise)]);

        Assert.Equal(rating, Given.Band(Given.Kpi(Polarity.OnTarget), value, 90, scheme: scheme));
    }

    [Theory]
    [InlineData(Polarity.Higher, 90, "Green")]
    [InlineData(Polarity.Higher, 89, "Amber")]
    [InlineData(Polarity.Higher, 85, "Amber")]
    [InlineData(Polarity.Higher, 84, "Red")]
    [InlineData(Polarity.Lower, 85, "Green")]
    [InlineData(Polarity.Lower, 86, "Amber")]
    [InlineData(Polarity.Lower, 90, "Amber")]
    [InlineData(Polarity.Lower, 91, "Red")]
    public void Equality_achieves_target_and_floor_in_both_polarities(Polarity polarity, int value, string rating)
    {
        var (target, floor) = polarity == Polarity.Higher ? (90, 85) : (85, 90);

        Assert.Equal(rating, Given.Band(Given.Kpi(polarity), value, target, floor));
    }

    /// <summary>ICT03 printed 100% against 99.8%: 99.5% shown without decimals is 100% and achieves, the exact figure does not.</summary>
    [Theory]
    [InlineData(99.5, RateOn.Displayed, "Green")]
    [InlineData(99.5, RateOn.Exact, "Amber")]
    [InlineData(99.49, RateOn.Displayed, "Amber")]
    [InlineData(99.8, RateOn.Exact, "Green")]
    public void The_displayed_figure_is_rated_unless_the_indicator_asks_for_the_exact_one(double value, RateOn on, string rating)
    {
        var indicator = Given.Kpi() with { Decimals = 0, RateOn = on };

        Assert.Equal(rating, Given.Band(indicator, (decimal)value, 99.8m, 99.0m));
    }

    [Fact]
    public void A_check_can_ask_what_the_other_figure_would_give()
    {
        var indicator = Given.Kpi() with { Decimals = 0 };
        var standard = new TargetSet { Target = 99.8m, Floor = 99.0m };

        var other = FigureRating.Rate(RatingScheme.RagFloor, indicator, Quantity.Of(99.5m), 0, standard, RateOn.Exact);

        Assert.Equal("Green", Given.Say(FigureRating.Rate(RatingScheme.RagFloor, indicator, Quantity.Of(99.5m), 0, standard)));
        Assert.Equal("Amber", Given.Say(other));
    }

    [Theory]
    [InlineData("70.90", "70.9", "Green")]
    [InlineData("70.9", "70.90", "Green")]
    [InlineData("70.89", "70.90", "Amber")]
    public void Trailing_zeros_change_nothing(string value, string target, string rating)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;

        Assert.Equal(rating, Given.Band(Given.Kpi(), decimal.Parse(value, invariant), decimal.Parse(target, invariant), 0));
    }

    [Theory]
    [InlineData(-2.5, -3)]
    [InlineData(-2.4, -2)]
    [InlineData(2.5, 3)]
    [InlineData(0.5, 1)]
    [InlineData(-0.5, -1)]
    public void Rounding_is_half_away_from_zero_below_zero_too(double value, int rounded)
    {
        Assert.Equal(rounded, Quantity.Of((decimal)value).Rounded(0));
        Assert.Equal("Green", Given.Band(Given.Kpi() with { Decimals = 0 }, (decimal)value, rounded, rounded));
    }

    /// <summary>4,999 of 9,999 is just under a half and 1 of 3 does not end: neither is bent by a decimal.</summary>
    [Theory]
    [InlineData(42, 45, 1, "93.3")]
    [InlineData(1, 3, 0, "33")]
    [InlineData(1, 200, 0, "1")]
    [InlineData(-1, 200, 0, "-1")]
    [InlineData(4_999, 1_000_000, 0, "0")]
    [InlineData(49, 50, 0, "98")]
    public void A_fraction_is_rounded_once(int numerator, int denominator, int places, string rounded) =>
        Assert.Equal(rounded, Quantity.Of(numerator * 100m, denominator).Rounded(places).ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(null, null, "no target")]
    [InlineData(null, 80, "no target")]
    [InlineData(90, null, "no floor standard")]
    [InlineData(80, null, "Green")]
    public void Without_a_target_or_a_floor_a_shortfall_has_no_rating(int? target, int? floor, string outcome) =>
        Assert.Equal(outcome, Given.Band(Given.Kpi(), 85, target, floor));

    [Theory]
    [InlineData(Polarity.Neutral, "no polarity")]
    [InlineData(Polarity.Range, "no thresholds")]
    public void A_figure_without_a_good_direction_is_not_rated(Polarity polarity, string outcome) =>
        Assert.Equal(outcome, Given.Band(Given.Kpi(polarity), 85, 90, 80));

    [Theory]
    [InlineData("achieves it", 50, "Green")]
    [InlineData("on its other side", 53, "Amber")]
    [InlineData("as far as the floor", 45, "Amber")]
    [InlineData("further than the floor", 56, "Red")]
    public void On_target_counts_both_sides_and_the_floor_says_how_far(string where, int value, string rating)
    {
        Assert.NotEmpty(where);
        Assert.Equal(rating, Given.Band(Given.Kpi(Polarity.OnTarget), value, 50, 45));
    }
}
