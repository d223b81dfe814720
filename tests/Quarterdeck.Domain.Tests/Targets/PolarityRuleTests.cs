using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Targets;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Targets;

/// <summary>Which way is good is stated, or follows from target and floor standard; it is never guessed (rules: Rating 9).</summary>
public sealed class PolarityRuleTests
{
    private static readonly Indicator Unstated = Kpi(Polarity.Neutral) with { IsPolarityStated = false };

    [Theory]
    [InlineData(90, 80, 85, "Amber")]
    [InlineData(20, 25, 22, "Amber")]
    [InlineData(20, 25, 30, "Red")]
    [InlineData(20, 25, 18, "Green")]
    public void A_floor_below_the_target_means_higher_is_better_and_above_lower(int target, int floor, int value, string rating) =>
        Assert.Equal(rating, Say(Rate(Unstated, "2025-06", [Value(Unstated, "2025-06", value)], Aim("2025-06", target, floor)).Rating));

    [Fact]
    public void Without_a_floor_nobody_can_tell()
    {
        var rated = Rate(Unstated, "2025-06", [Value(Unstated, "2025-06", 35)], Aim("2025-06", 20));

        Assert.Equal("no polarity", Say(rated.Rating));
        Assert.Contains("nobody has said which way is good", rated.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_contradict_each_other_tell_nothing() =>
        Assert.Equal(Polarity.Neutral, PolarityRule.Resolve(Unstated, [Aim("2024-04", 90, 80), Aim("2025-04", 20, 25)]).Polarity);

    [Fact]
    public void A_floor_equal_to_the_target_tells_nothing() =>
        Assert.Equal(Polarity.Neutral, PolarityRule.Resolve(Unstated, [Aim("2025-04", 20, 20)]).Polarity);

    [Fact]
    public void What_is_stated_stands_whatever_the_targets_say() =>
        Assert.Equal(Polarity.Lower, PolarityRule.Resolve(Kpi(Polarity.Lower), [Aim("2025-04", 90, 80)]).Polarity);
}
