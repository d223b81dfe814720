using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>Every counted indicator in one list: its rating now, its rating before, its direction.</summary>
internal static class StandingsBuilder
{
    public static IReadOnlyList<StandingRow> Rows(ReportScope scope)
    {
        var shown = new ShownRatings(scope.Labels);
        return [.. scope.Counted.Select(one => Row(scope, one, shown))];
    }

    private static StandingRow Row(ReportScope scope, RatedIndicator one, ShownRatings shown)
    {
        var isMilestone = one.Indicator.Kind == IndicatorKind.Milestone;
        return new StandingRow(
            References.Named(one.Indicator),
            scope.Areas.Find(one.Indicator.Area)?.Name,
            shown.Of(one, isMilestone ? WhichRating.YearToDate : WhichRating.Latest),
            isMilestone ? null : shown.Of(one.PreviousRating),
            isMilestone || one.Latest is null ? null : IndicatorDetailBuilder.Direction(one, one.Direction));
    }
}
