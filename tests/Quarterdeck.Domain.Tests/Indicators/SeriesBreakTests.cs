using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Indicators;

/// <summary>Nothing is compared across a break in a series (rules: Breaks and breakdowns).</summary>
public sealed class SeriesBreakTests
{
    private static readonly Indicator Older = Kpi() with { To = M("2025-07") };

    private static string? Reason(Indicator newer, DirectionMethod method = DirectionMethod.Previous)
    {
        newer = newer with { From = M("2025-08"), To = null, Direction = new DirectionSetting([method], 0) };
        return Rate(Pack([Older, newer], Run(newer, "2025-08", [.. Enumerable.Repeat(80m, 12), 90m])), "2025-08").Direction.Reason;
    }

    [Fact]
    public void A_change_of_polarity_unit_or_basis_is_a_break()
    {
        const string Changed = "not comparable: the definition changed in August 2025";

        Assert.Equal(Changed, Reason(Kpi(Polarity.Lower)));
        Assert.Equal(Changed, Reason(Kpi() with { Unit = new Unit("days") }));
        Assert.Equal(Changed, Reason(Kpi() with { Basis = new MeasureBasis(BasisKind.Snapshot) }));
    }

    [Fact]
    public void A_change_of_title_or_definition_is_one_only_where_the_version_says_so()
    {
        var renamed = Kpi() with { Title = "Renamed", Definition = "Counted anew." };

        Assert.Null(Reason(renamed));
        Assert.Equal(
            "not comparable: a new case system counts differently in August 2025",
            Reason(renamed with { Break = "a new case system counts differently." }));
    }

    [Fact]
    public void The_same_month_last_year_is_not_compared_either()
    {
        Assert.Equal(
            "not comparable: the definition changed in August 2025",
            Reason(Kpi() with { Unit = new Unit("days") }, DirectionMethod.SamePeriodLastYear));
    }

    [Fact]
    public void The_previous_year_says_why_it_is_not_shown()
    {
        var newer = Kpi() with { From = M("2025-08"), Break = "counted differently" };

        var rated = Rate(Pack([Older, newer], Run(newer, "2025-08", [.. Enumerable.Repeat(80m, 13)])), "2025-08");

        Assert.Equal(Figure.Of(Marker.NotApplicable, "not comparable: counted differently in August 2025"), rated.PreviousYear);
    }

    [Fact]
    public void A_figure_typed_beside_the_result_is_the_councils_own_comparison()
    {
        var newer =
            Kpi() with { From = M("2025-08"), Break = "counted differently", Direction = new DirectionSetting([DirectionMethod.SamePeriodLastYear], 0) };
        var result = Value(newer, "2025-08", 90) with { PreviousYear = Figure.Of(85) };

        var rated = Rate(Pack([Older, newer], [Value(Older, "2024-08", 70), result]), "2025-08");

        Assert.Equal(85, rated.PreviousYear?.Number);
        Assert.Equal(Direction.Improved, rated.Direction.Travel);
    }

    [Fact]
    public void Months_on_one_side_of_the_break_are_compared_as_ever()
    {
        var newer = Kpi() with { From = M("2025-08"), Break = "counted differently" };

        Assert.Equal(Direction.Improved, Rate(Pack([Older, newer], Run(newer, "2025-09", 70, 80, 85)), "2025-09").Direction.Travel);
    }
}
