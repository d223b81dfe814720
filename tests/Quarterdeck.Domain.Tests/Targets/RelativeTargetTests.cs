using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Targets;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Targets;

/// <summary>Targets made from earlier years' figures.</summary>
public sealed class RelativeTargetTests
{
    private static readonly Indicator Yearly = Kpi() with { Unit = Unit.Number, Calendar = new PeriodCalendar(Frequency.Year, 4) };

    private static TargetSet Of(Indicator indicator, decimal[] years, params RelativePart[] parts)
    {
        var row = Aim("2024-04", null) with { To = M("2026-03"), Relative = new RelativeTarget(parts) };
        return Rate(indicator, "2025-03", Run(indicator, "2025-03", [.. years, 200m]), row).Standard;
    }

    private static RelativePart Percent(decimal amount) => new(RelativeKind.Percent, amount);

    private static RelativePart Units(decimal amount) => new(RelativeKind.Units, amount);

    private static RelativePart Mean(int years) => new(RelativeKind.Mean, years);

    [Fact]
    public void Two_per_cent_on_last_years_hundred_is_a_hundred_and_two()
    {
        var standard = Of(Yearly, [100], Percent(2));

        Assert.Equal(102, standard.Target);
        Assert.Equal("+2% on last year", standard.Label);
    }

    [Fact]
    public void Fewer_is_so_many_units_less() => Assert.Equal(95, Of(Yearly, [100], Units(-5)).Target);

    [Fact]
    public void Two_per_cent_on_a_loss_is_a_smaller_loss() => Assert.Equal(-98, Of(Yearly, [-100], Percent(2)).Target);

    [Fact]
    public void The_mean_of_three_years_needs_all_three()
    {
        Assert.Equal(110, Of(Yearly, [100, 110, 120], Mean(3)).Target);

        var shorter = Of(Yearly, [110, 120], Mean(3));

        Assert.Null(shorter.Target);
        Assert.Equal("no earlier figure to make the target from", shorter.WhyNone);
    }

    [Theory]
    [InlineData(Polarity.Higher, 110)]
    [InlineData(Polarity.Lower, 102)]
    public void Of_two_the_better_one_is_the_target(Polarity polarity, int target) =>
        Assert.Equal(target, Of(Yearly with { Polarity = polarity }, [130, 100], Percent(2), Units(10)).Target);

    [Fact]
    public void It_is_rounded_as_last_years_figure_is_shown_unless_targets_have_their_own_places()
    {
        Assert.Equal(104, Of(Yearly, [102], Percent(2)).Target);
        Assert.Equal(104.0m, Of(Yearly with { TargetDecimals = 1 }, [102], Percent(2)).Target);
        Assert.Equal(104.04m, Of(Yearly with { TargetDecimals = 2 }, [102], Percent(2)).Target);
    }

    [Fact]
    public void A_typed_target_beats_it()
    {
        var row = Aim("2024-04", 150) with { To = M("2026-03"), Relative = new RelativeTarget([Percent(2)]) };

        Assert.Equal(150, Rate(Yearly, "2025-03", Run(Yearly, "2025-03", 100, 200), row).Standard.Target);
    }
}
