using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.People;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>A sheet for each counted indicator, in the order of the report.</summary>
internal static class IndicatorSheetsBuilder
{
    public static IReadOnlyList<IndicatorSheet> All(ReportScope scope)
    {
        var shown = new ShownRatings(scope.Labels);
        return [.. scope.Counted.Select(one => Sheet(scope, one, shown, scope.Definition.PeriodColumns ?? TrendBuilder.SheetPeriods))];
    }

    /// <summary>The sheet of one indicator of any kind, with its whole history.</summary>
    public static IndicatorSheet Whole(ReportScope scope, RatedIndicator one) =>
        Sheet(scope, one, new ShownRatings(scope.Labels), periods: int.MaxValue);

    /// <summary>The areas an indicator belongs to, outermost first.</summary>
    public static IReadOnlyList<NamedArea> Areas(ReportScope scope, RatedIndicator one)
    {
        var names = new List<NamedArea>();
        for (var area = scope.Areas.Find(one.Indicator.Area); area is not null && names.Count < scope.Pack.Areas.Count; area = scope.Areas.Find(area.Parent))
        {
            names.Insert(0, Named(area));
        }

        return names;
    }

    private static NamedArea Named(Area area) => new(
        area.Kind switch
        {
            AreaKind.Department => "Department",
            AreaKind.Directorate => "Directorate",
            AreaKind.Division => "Division",
            AreaKind.ServiceArea => "Service area",
            null => null,
        },
        area.Name);

    private static IndicatorSheet Sheet(ReportScope scope, RatedIndicator one, ShownRatings shown, int periods) => new()
    {
        Detail = IndicatorDetailBuilder.Build(scope, one, (periods, WithTargets: true)),
        Latest = shown.Of(one, WhichRating.Latest),
        YearToDate = shown.Of(one, WhichRating.YearToDate),
        Areas = Areas(scope, one),
        Narrative = NarrativeBuilder.Indicator(scope, one.Indicator),
    };
}
