using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Statistics.ControlCharts;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Directions;

public sealed class SignalTests
{
    /// <summary>Up and down about 80, and nothing else.</summary>
    private static readonly decimal[] Level = [80, 82, 79, 81, 78, 80, 83, 79, 81, 80, 78, 82];

    private static Indicator BySignal(Polarity polarity = Polarity.Higher) => Kpi(polarity) with { Direction = new DirectionSetting([DirectionMethod.Spc], 0) };

    private static RatedIndicator Of(Indicator indicator, decimal[] values, params Domain.Targets.Target[] targets) =>
        Rate(indicator, "2025-10", Run(indicator, "2025-10", values), targets);

    private static string Sentence(Indicator indicator, decimal[] values, params Domain.Targets.Target[] targets) =>
        Of(indicator, values, targets).Signal is SignalOutcome.Told told ? told.Sentence : "not told";

    [Fact]
    public void Figures_that_vary_by_chance_are_no_sign_of_change_and_never_called_level()
    {
        var rated = Of(BySignal(), Level);

        Assert.Equal("No sign of real change: the last 12 months vary by no more than chance explains.", Sentence(BySignal(), Level));
        Assert.Equal("no clear trend", DirectionOutcome.Word(rated.Direction.Travel!.Value));
        Assert.Equal(rated.Direction.Note, Sentence(BySignal(), Level));
    }

    [Theory]
    [InlineData(70, "As it runs now, it will meet the target every month.")]
    [InlineData(90, "As it runs now, it will not meet the target in any month: only a change in how it is run will alter that.")]
    [InlineData(80, "As it runs now, chance decides in which months it will meet the target: by today's target, it did in 8 of the last 12.")]
    public void The_outlook_for_a_target_is_told_in_words(int target, string outlook) =>
        Assert.EndsWith(outlook, Sentence(BySignal(), Level, Aim("2024-04", target) with { To = M("2026-03") }), StringComparison.Ordinal);

    [Theory]
    [InlineData(Polarity.Higher, "A sign of real decline: October 2025 is lower than chance explains", "worsened")]
    [InlineData(Polarity.Lower, "A sign of real improvement: October 2025 is lower than chance explains", "improved")]
    [InlineData(Polarity.Neutral, "A sign of real change: October 2025 is lower than chance explains", null)]
    public void A_figure_beyond_the_limits_is_a_sign_of_change(Polarity polarity, string sentence, string? direction)
    {
        var rated = Of(BySignal(polarity), [.. Level, 50]);

        Assert.StartsWith(sentence, Sentence(BySignal(polarity), [.. Level, 50]), StringComparison.Ordinal);
        Assert.Equal(direction, rated.Direction.Travel is { } travel ? DirectionOutcome.Word(travel) : null);
    }

    [Fact]
    public void A_run_on_one_side_and_a_run_one_way_are_told_with_their_length()
    {
        Assert.Contains(
            "the last 9 months are all above the average of ",
            Sentence(BySignal(), [.. Level, 84, 83, 84, 83, 84, 83, 84, 83]),
            StringComparison.Ordinal);
        Assert.Contains(
            "the figure has risen 6 months in a row",
            Sentence(BySignal(), [90, 70, 90, 70, 90, 70, 90, 70, 90, 70, 76, 77, 78, 79, 80, 81]),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BasisKind.Cumulative)]
    [InlineData(BasisKind.Rolling)]
    public void A_figure_that_resembles_the_one_before_by_its_making_has_no_signal(BasisKind basis) =>
        Assert.IsType<SignalOutcome.NotTold>(Of(BySignal() with { Basis = new MeasureBasis(basis) }, Level).Signal);

    [Fact]
    public void A_short_series_says_that_it_is_short()
    {
        var rated = Of(BySignal(), Level[..11]);

        Assert.Null(rated.Direction.Travel);
        Assert.Equal("11 figures are held, and 12 are needed to tell a real change from chance", rated.Direction.Reason);
    }

    [Fact]
    public void A_break_begins_a_phase_of_its_own()
    {
        var before = BySignal() with { To = M("2025-01") };
        var after = BySignal() with { From = M("2025-02"), Break = "calls are counted by the new system" };
        var rows = Run(before, "2025-10", [.. Level, .. Level[..9]]);

        var rated = Rate(Pack([before, after], rows), "2025-10");

        Assert.Equal(
            "9 figures are held since calls are counted by the new system in February 2025, and 12 are needed to tell a real change from chance",
            rated.Direction.Reason);
    }

    [Fact]
    public void A_decision_begins_the_limits_anew_and_leaves_the_figures_comparable()
    {
        var (before, after) = Decided(null);

        var rated = Rate(Pack([before, after], Run(before, "2025-10", [.. Level, .. Level.Select(value => value - 30)])), "2025-10");

        var told = Assert.IsType<SignalOutcome.Told>(rated.Signal);
        Assert.Equal((2, Variation.CommonCause), (told.Chart.Phases.Count, told.Chart.Variation));
        Assert.Equal(82, rated.PreviousYear?.Number);
        Assert.Equal(
            "The limits began anew in November 2024: the evening shift ended. Decided by Head of Calls on 3 December 2024.",
            after.Limits!.Sentence(after.From));
    }

    [Fact]
    public void A_decision_with_too_few_figures_after_it_says_since_when()
    {
        var (before, after) = Decided(null);

        Assert.Equal(
            "5 figures are held since the limits began anew in November 2024, and 12 are needed to tell a real change from chance",
            Rate(Pack([before, after], Run(before, "2025-03", [.. Level, .. Level[..5]])), "2025-03").Direction.Reason);
    }

    [Fact]
    public void Frozen_limits_do_not_follow_later_figures()
    {
        var (before, after) = Decided(12);
        decimal[] later = [60, 61, 60, 61, 60, 61];

        var told = Assert.IsType<SignalOutcome.Told>(Rate(Pack([before, after], Run(before, "2026-04", [.. Level, .. Level, .. later])), "2026-04").Signal);

        Assert.Equal((Level.Average(), Variation.ConcernLow), (told.Chart.Phases[^1].Mean!.Value, told.Chart.Variation));
        Assert.Equal(told.Chart.Phases[0].Upper, told.Chart.Phases[^1].Upper);
    }

    [Fact]
    public void Decisions_between_two_quarters_and_before_the_first_figure_count_once()
    {
        var limits = new LimitDecision("moved", "Head of Calls", new DateOnly(2024, 12, 3), 12);
        Indicator Version(string? from, string? to) => BySignal() with
        {
            Calendar = Quarterly,
            From = from is null ? null : M(from),
            To = to is null ? null : M(to),
            Limits = limits,
        };
        Indicator[] versions = [Version(null, "2000-03"), Version("2000-04", "2024-10"), Version("2024-11", "2024-11"), Version("2024-12", null)];

        Assert.IsType<SignalOutcome.NotTold>(Rate(Pack(versions, Run(versions[0], "2025-09", [.. Level, .. Level])), "2025-09").Signal);
    }

    private static (Indicator Before, Indicator After) Decided(int? frozenAfter) => (BySignal() with { To = M("2024-10") }, BySignal() with
    {
        From = M("2024-11"),
        Limits = new LimitDecision("the evening shift ended", "Head of Calls", new DateOnly(2024, 12, 3), frozenAfter),
    });

    [Fact]
    public void A_break_with_figures_enough_after_it_parts_the_limits()
    {
        var before = BySignal() with { To = M("2024-10") };
        var after = BySignal() with { From = M("2024-11"), Break = "calls are counted by the new system" };
        var rows = Run(before, "2025-10", [.. Level, .. Level.Select(value => value - 30)]);

        var told = Assert.IsType<SignalOutcome.Told>(Rate(Pack([before, after], rows), "2025-10").Signal);

        Assert.Equal(2, told.Chart.Phases.Count);
        Assert.Equal(Variation.CommonCause, told.Chart.Variation);
    }
}
