using Quarterdeck.Domain.CallIns;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.App.Reports;

/// <summary>Gathers a dashboard from a pack: rates its indicators and puts the records in reading order.</summary>
public static class DashboardBuilder
{
    /// <summary>The report of a pack that defines none.</summary>
    public static readonly ReportDefinition Default = new() { Code = "dashboard", Kind = ReportKind.Dashboard, Title = "Performance dashboard" };

    /// <summary>The reports a pack has: those it defines, else the default one.</summary>
    public static IReadOnlyList<ReportDefinition> Definitions(Pack pack) => pack.Reports.Count > 0 ? pack.Reports : [Default];

    public static Dashboard Build(Pack pack, ReportDefinition definition)
    {
        var scope = new ReportScope(pack, definition);
        var areas = new AreaTree(pack.Areas);
        var covered = areas.Departments(definition.Areas).SelectMany(department => department.Areas).Select(area => area.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var rated = scope.Rater.RateAll(scope.AsAt)
            .Where(one => definition.Areas.Count == 0 || one.Indicator.Area is { } area && covered.Contains(area))
            .Where(one => pack.Indicators.Any(version => version.Ref == one.Indicator.Ref && version.HoldsIn(scope.AsAt)))
            .ToList();
        return new Dashboard
        {
            Definition = definition,
            Labels = scope.Labels,
            Title = new TitleBlock
            {
                Organisation = pack.Settings.Organisation,
                Title = definition.Title,
                FinancialYear = new PeriodCalendar(Frequency.Year, pack.Settings.FinancialYearStart).YearLabel(scope.AsAt),
                ResultsTo = scope.AsAt,
                ResultsToWords = ResultsTo.Words(rated, scope.AsAt),
                Authors = definition.Authors,
                Committee = definition.Committee,
                MeetingOn = definition.MeetingOn,
                Recommendation = definition.Recommendation,
                Classification = definition.Classification,
            },
            Guidance = GuidanceText.Of(scope, rated),
            Summary = SummaryOf.Build(scope, areas, rated),
            Narrative = NarrativeOf.Report(scope),
            Departments = AreaSections.Build(scope, areas, rated),
            CallIns = new CallInRule().Of(rated, pack.Commentary, scope.Round),
        };
    }
}
