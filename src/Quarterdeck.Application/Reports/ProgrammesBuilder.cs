using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Objectives;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>Programmes in detail: highlight indicators, with the texts about all of them.</summary>
internal static class ProgrammesBuilder
{
    public static IReadOnlyList<Programme> All(ReportScope scope)
    {
        var highlights = scope.Rated.Where(one => one.Indicator.Kind == IndicatorKind.Highlight).ToList();
        var programmes = new List<Programme>();
        foreach (var texts in NarrativeBuilder.Programmes(scope))
        {
            var refs = texts[0].Refs.ToHashSet();
            var own = highlights.Where(one => refs.Contains(one.Indicator.Ref)).ToList();
            if (own.Count > 0)
            {
                programmes.Add(Of(scope, own, texts));
                highlights.RemoveAll(own.Contains);
            }
        }

        programmes.AddRange(highlights.GroupBy(one => one.Indicator.Area).Select(group => Of(scope, [.. group], [])));
        return programmes;
    }

    private static Programme Of(ReportScope scope, List<RatedIndicator> own, IReadOnlyList<NarrativeGroup> texts)
    {
        var area = scope.Areas.Find(own[0].Indicator.Area);
        var name = own[0].Indicator.SummaryGroup ?? area?.Name ?? AreaSections.Unassigned;
        return new Programme(name, Facts(scope, own[0]), texts, new AreaTables(scope).Of(name, own));
    }

    private static List<PostHolders> Facts(ReportScope scope, RatedIndicator first) =>
    [
        .. first.Indicator.Objectives
            .Select(code => scope.Pack.Objectives.FirstOrDefault(one => string.Equals(one.Code, code, StringComparison.OrdinalIgnoreCase)))
            .OfType<Objective>()
            .GroupBy(one => ObjectivesBuilder.KindOf(one.Kind) ?? "Serves")
            .Select(group => new PostHolders(group.Key, [.. group.Select(one => one.Title)])),
        .. IndicatorSheetsBuilder.Areas(scope, first).Select(area => new PostHolders(area.Kind ?? scope.Labels.Of(Labels.Area), [area.Name])),
        .. PostHoldersBuilder.Indicator(scope, first.Indicator.Ref),
    ];
}
