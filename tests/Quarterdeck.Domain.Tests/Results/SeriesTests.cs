using System.Globalization;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Results;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Results;

public sealed class SeriesTests
{
    [Fact]
    public void A_rate_is_numerator_over_denominator_times_its_scale()
    {
        var children = Kpi(Polarity.Lower) with { Per = 10_000 };

        Assert.Equal(56, Series.ValueOf(Parts(children, "2011-06", 1_745, 311_607), children)?.Rounded(0));
    }

    [Fact]
    public void A_typed_value_stands_over_its_numerator_and_denominator()
    {
        var result = Parts(Kpi(), "2025-10", 49, 50) with { Value = Figure.Of(97) };

        Assert.Equal(97, Series.ValueOf(result, Kpi())?.Value);
    }

    [Fact]
    public void A_denominator_of_zero_is_nil_and_no_zero()
    {
        var result = Parts(Kpi(), "2025-10", 0, 0);

        Assert.Null(Series.ValueOf(result, Kpi()));
        Assert.Equal(Marker.Nil, Series.MarkerOf(result)?.Marker);
    }

    [Theory]
    [InlineData(Marker.Suspended)]
    [InlineData(Marker.NotYetDue)]
    [InlineData(Marker.NotReturned)]
    [InlineData(Marker.NotCollected)]
    [InlineData(Marker.New)]
    [InlineData(Marker.NotApplicable)]
    [InlineData(Marker.NotAvailable)]
    [InlineData(Marker.Suppressed)]
    [InlineData(Marker.Nil)]
    [InlineData(Marker.Withheld)]
    public void A_marker_is_never_a_number_and_never_a_rating(Marker marker)
    {
        var rated = Rate(Kpi(), "2025-10", [Marked(Kpi(), "2025-10", marker)], Aim("2025-04", 0, 0));

        Assert.Null(rated.Value);
        Assert.Null(rated.Rating.Band);
        Assert.Equal(marker.Code(), Say(rated.Rating));
    }

    [Fact]
    public void A_printed_zero_is_a_number_and_is_rated()
    {
        var indicator = Kpi(Polarity.Lower) with { Unit = Unit.Number };

        var rated = Rate(indicator, "2025-10", [Value(indicator, "2025-10", 0)], Aim("2025-04", 0, 5));

        Assert.Equal("0", rated.Displayed);
        Assert.Equal("Green", Say(rated.Rating));
    }

    [Theory]
    [InlineData("99", null, 0)]
    [InlineData("99.0", null, 1)]
    [InlineData("99", 1, 1)]
    public void Places_are_the_indicators_else_as_typed(string value, int? decimals, int places)
    {
        var indicator = Kpi() with { Decimals = decimals };
        var result = Value(indicator, "2025-10", decimal.Parse(value, CultureInfo.InvariantCulture));

        Assert.Equal(places, new Series([indicator], [result]).Places(indicator, result));
    }

    [Fact]
    public void Trailing_zeros_typed_are_shown()
    {
        Assert.Equal("99.0%", Rate(Kpi(), "2025-10", [Value(Kpi(), "2025-10", 99.0m)]).Displayed);
        Assert.Equal("99.8%", Rate(Kpi() with { Decimals = 1 }, "2025-10", [Value(Kpi(), "2025-10", 99.75m)]).Displayed);
        Assert.Equal("1", Rate(Activity() with { Ytd = YtdMethod.None }, "2025-10", [Value(Activity(), "2025-10", 1)]).Displayed);
    }

    [Theory]
    [InlineData(null, null, 1)]
    [InlineData(0, null, 0)]
    [InlineData(2, null, 2)]
    [InlineData(7, null, 4)]
    [InlineData(7, 6, 6)]
    public void A_computed_figure_has_the_places_of_its_target_else_one_and_more_than_four_only_when_asked(int? target, int? decimals, int places)
    {
        var indicator = Kpi() with { Decimals = decimals };

        Assert.Equal(places, new Series([indicator], [Parts(indicator, "2025-10", 1, 3)]) { TargetPlaces = target }.ComputedPlaces(indicator));
    }

    [Theory]
    [InlineData(null, null, "2.2599%")]
    [InlineData(null, 0, "2%")]
    [InlineData(null, 6, "2.259947%")]
    [InlineData(1, 6, "2.3%")]
    public void A_typed_figure_has_the_places_typed_but_more_than_four_only_when_asked(int? ofIndicator, int? ofResult, string displayed)
    {
        var indicator = Kpi() with { Decimals = ofIndicator };

        Assert.Equal(displayed, Rate(indicator, "2025-10", [Value(indicator, "2025-10", 2.25994650008973m) with { Decimals = ofResult }]).Displayed);
    }

    [Fact]
    public void Parts_of_the_whole_are_not_the_whole()
    {
        var part = Value(Kpi(), "2025-10", 50) with { Breakdown = "North" };

        Assert.Null(Rate(Kpi(), "2025-10", [part]).Latest);
    }

    /// <summary>FN06 asked for the debt over six months old, where lower is better, then for the debt under six months old, where higher is.</summary>
    [Fact]
    public void Each_period_is_rated_by_the_version_of_its_time()
    {
        var over = Kpi(Polarity.Lower) with { Title = "Debt over 6 months old", To = M("2025-03") };
        var under = Kpi(Polarity.Higher) with { Title = "Debt under 6 months old", From = M("2025-04") };
        var pack = Pack([over, under], Run(under, "2025-04", 10, 27), Aim("2025-03", 15, 20), Aim("2025-04", 70, 65));

        var rated = Rate(pack, "2025-04");

        Assert.Equal("Debt under 6 months old", rated.Indicator.Title);
        Assert.Equal("Red", Say(rated.Rating));
        Assert.Equal("Green", Say(rated.PreviousRating));
        Assert.Equal("not comparable: the definition changed in April 2025", rated.Direction.Reason);
        Assert.Null(rated.Direction.Travel);
    }

    [Theory]
    [InlineData("2024-06", "first")]
    [InlineData("2025-06", "second")]
    [InlineData("2026-06", "second")]
    [InlineData("2023-01", "first")]
    public void Outside_every_version_the_nearest_speaks(string month, string title)
    {
        var first = Kpi() with { Title = "first", From = M("2024-04"), To = M("2025-03") };
        var second = Kpi() with { Title = "second", From = M("2025-04"), To = M("2026-03") };

        Assert.Equal(title, new Series([first, second], []).VersionAt(M(month)).Title);
    }
}
