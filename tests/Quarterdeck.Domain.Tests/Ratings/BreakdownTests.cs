using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Results;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Ratings;

/// <summary>Parts of the whole are results in their own right (rules: Breaks and breakdowns).</summary>
public sealed class BreakdownTests
{
    private static readonly Indicator Obesity = Kpi(Polarity.Lower);

    private static Result Part(string? name, string period, decimal value) => Value(Obesity, period, value) with { Breakdown = name };

    [Fact]
    public void The_whole_is_rated_without_its_parts_and_each_part_beside_it()
    {
        var rated = Rate(
            Obesity,
            "2025-06",
            [Part("Most deprived", "2025-06", 30), Part(null, "2025-06", 21), Part("Least deprived", "2025-06", 12)],
            Aim("2025-04", 20, 25));

        Assert.Equal("Amber", Say(rated.Rating));
        Assert.Null(rated.Breakdown);
        Assert.Equal(["Most deprived", "Least deprived"], rated.Breakdowns.Select(part => part.Breakdown));
        Assert.Equal([30m, 12m], rated.Breakdowns.Select(part => part.Value));
        Assert.Empty(rated.Breakdowns[0].Breakdowns);
    }

    [Fact]
    public void A_part_is_rated_only_by_a_target_with_the_same_breakdown()
    {
        var rated = Rate(
            Obesity,
            "2025-06",
            [Part(null, "2025-06", 21), Part("North", "2025-06", 30), Part("South", "2025-06", 12)],
            Aim("2025-04", 20, 25),
            Aim("2025-04", 30, 35) with { Breakdown = "north" });

        Assert.Equal(["Green", "no target"], rated.Breakdowns.Select(part => Say(part.Rating)));
        Assert.Equal(20, rated.Standard.Target);
    }

    [Fact]
    public void A_part_has_its_own_latest_period_and_direction()
    {
        var rated = Rate(Obesity, "2025-06", [Part(null, "2025-06", 21), Part("North", "2025-04", 30), Part("North", "2025-05", 28)]);

        Assert.Equal(M("2025-05"), rated.Breakdowns[0].Latest?.Closing);
        Assert.Equal(Domain.Directions.Direction.Improved, rated.Breakdowns[0].Direction.Travel);
    }
}
