using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Ratings;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Ratings;

/// <summary>A tolerance for one indicator alone, in per cent of its target.</summary>
public sealed class ToleranceTests
{
    private static readonly SchemeBand[] Relative =
    [
        Band("within", 1, "green", BandRule.Target), Band("within", 2, "amber", BandRule.WithinRelative, 5), Band("within", 3, "red", BandRule.Otherwise),
    ];

    private static RatedIndicator Rated(decimal value, decimal? floor = null, string? scheme = null)
    {
        var indicator = Kpi() with { Tolerance = 10, Scheme = scheme };
        return Rate(Pack(indicator, [Value(indicator, "2025-06", value)], Aim("2025-04", 80, floor)) with { Schemes = Relative }, "2025-06");
    }

    [Theory]
    [InlineData(80, "Green")]
    [InlineData(79, "Amber")]
    [InlineData(72, "Amber")]
    [InlineData(71, "Red")]
    public void It_stands_for_a_floor_standard_that_is_not_held(int value, string rating) => Assert.Equal(rating, Say(Rated(value).Rating));

    [Theory]
    [InlineData(72, "Red")]
    [InlineData(75, "Amber")]
    public void A_floor_standard_that_is_held_goes_before_it(int value, string rating) => Assert.Equal(rating, Say(Rated(value, floor: 75).Rating));

    [Theory]
    [InlineData(76, "Amber")]
    [InlineData(72, "Amber")]
    [InlineData(71, "Red")]
    public void It_takes_the_place_of_the_tolerance_of_the_scheme(int value, string rating) => Assert.Equal(rating, Say(Rated(value, scheme: "within").Rating));

    [Fact]
    public void The_explanation_names_the_figure_it_comes_to() => Assert.StartsWith(
        "Amber for June 2025: 75% is within 10% of the target of 80% (72% or more) but does not achieve it", Rated(75).Explanation, StringComparison.Ordinal);

    [Fact]
    public void Another_indicator_of_the_same_scheme_keeps_the_scheme_s_own()
    {
        var (one, other) = (Kpi() with { Tolerance = 10 }, Kpi() with { Ref = new("T02") });
        var pack = Pack([one, other], [Value(one, "2025-06", 75), Value(other, "2025-06", 75)], Aim("2025-04", 80), Aim("2025-04", 80) with { Ref = other.Ref });

        Assert.Equal(["Amber", "no floor standard"], new Rater(pack).RateAll(M("2025-06")).Select(rated => Say(rated.Rating)));
    }
}
