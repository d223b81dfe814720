using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>Splits an area's indicators into the tables a reader meets: by delivery partner, kind and rhythm.</summary>
internal sealed class AreaTables(ReportScope scope)
{
    private static readonly IndicatorKind[] Order = [IndicatorKind.Kpi, IndicatorKind.Highlight, IndicatorKind.Activity, IndicatorKind.Context];

    /// <param name="area">What their captions begin with.</param>
    /// <param name="rated">The indicators.</param>
    /// <param name="code">Of the area; null where they are of no one area.</param>
    public IReadOnlyList<IndicatorTable> Of(string area, IReadOnlyList<RatedIndicator> rated, string? code = null)
    {
        var tables = new List<IndicatorTable>();
        foreach (var partner in rated.GroupBy(one => one.Indicator.DeliveredBy))
        {
            foreach (var kind in Order)
            {
                tables.AddRange(OfKind((area, code), partner.Key, kind, [.. partner.Where(one => TableKind(one.Indicator) == kind)]));
            }
        }

        var narrative = NarrativeBuilder.Tables(scope, tables);
        return [.. tables.Select((table, index) => table with { Narrative = narrative[index] })];
    }

    private IEnumerable<IndicatorTable> OfKind((string Name, string? Code) area, string? partner, IndicatorKind kind, List<RatedIndicator> rated)
    {
        var milestones = rated.Where(one => one.Indicator.Kind == IndicatorKind.Milestone).ToList();
        var groups = rated.Except(milestones).GroupBy(one => one.Indicator.Calendar).Select(group => group.ToList()).ToList();
        if (milestones.Count > 0)
        {
            // Milestones have no periods of their own: their steps span the columns of the first table.
            var host = groups.Count > 0 ? groups[0] : [];
            host.AddRange(milestones);
            host.Sort((left, right) => rated.IndexOf(left).CompareTo(rated.IndexOf(right)));
            if (groups.Count == 0)
            {
                groups.Add(host);
            }
        }

        var titles = groups.Select(group => Rhythm(group, groups)).ToList();
        foreach (var (group, rhythm) in groups.Zip(titles))
        {
            var heading = Name(kind) + (rhythm.Length == 0 ? string.Empty : $", {rhythm}")
                + (partner is null ? string.Empty : $", {scope.Labels.Of(Labels.DeliveredBy).ToLowerInvariant()} {partner}");
            var own = ReportTable.Of(scope.Pack.ReportTables, scope.Definition.Code, area.Code, kind);
            yield return new TableBuilder(scope, kind, group, own).Build($"{area.Name}: {Lower(heading)}", heading);
        }
    }

    private static string Lower(string words) => words.Length > 1 && char.IsUpper(words[1]) ? words : char.ToLowerInvariant(words[0]) + words[1..];

    private static string Rhythm(List<RatedIndicator> group, List<List<RatedIndicator>> all)
    {
        if (Calendar(group) is not { } calendar)
        {
            return string.Empty;
        }

        var frequency = calendar.Frequency.Adjective();
        var shared = all.Count(other => Calendar(other)?.Frequency == calendar.Frequency) > 1;
        return shared ? $"{frequency} in years from {MonthNames.Full(calendar.YearStart)}" : frequency;
    }

    private static PeriodCalendar? Calendar(List<RatedIndicator> group) =>
        group.FirstOrDefault(one => one.Indicator.Kind != IndicatorKind.Milestone)?.Indicator.Calendar;

    private static IndicatorKind TableKind(Indicator indicator) =>
        indicator.Kind == IndicatorKind.Milestone ? IndicatorKind.Kpi : indicator.Kind;

    private string Name(IndicatorKind kind) => scope.Labels.Of(kind switch
    {
        IndicatorKind.Kpi or IndicatorKind.Milestone => Labels.Kpis,
        IndicatorKind.Highlight => Labels.Highlights,
        IndicatorKind.Activity => Labels.Activity,
        IndicatorKind.Context => Labels.Context,
    });
}
