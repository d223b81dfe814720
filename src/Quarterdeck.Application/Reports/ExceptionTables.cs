using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>The rows and charts of what is not as it should be, across all areas.</summary>
internal static class ExceptionTables
{
    /// <summary>What is rated and short of its target, for its latest period or its year to date.</summary>
    public static TablesPart? ShortOfTarget(ReportScope scope, string code, string heading)
    {
        var counted = scope.Counted.ToList();
        return counted.Count == 0 ? null : Part(scope, code, heading, [.. counted.Where(IsShort)], counted.Count, "short of the target");
    }

    public static TablesPart? OutsideRange(ReportScope scope, string code, string heading)
    {
        var tested = scope.Rated.Where(one => one.Range is RangeOutcome.Tested).ToList();
        if (tested.Count == 0)
        {
            return null;
        }

        // What was said of a measure and its activity together stands under the measure already.
        var said = scope.Counted.Where(IsShort).Select(one => one.Indicator.Ref).ToHashSet();
        var part = Part(scope, code, heading, [.. tested.Where(IsOutside)], tested.Count, "outside it");
        return part with
        {
            Tables = [.. part.Tables.Select(table => table with { Narrative = [.. table.Narrative.Where(group => !group.Refs.Any(said.Contains))] })],
        };
    }

    /// <summary>The indicators a report draws, by its setting; null where there are none.</summary>
    public static ChartsPart? Charts(ReportScope scope, string code, string heading)
    {
        var details = scope.Rated
            .Where(one => (scope.Definition.Charts ?? ReportCharts.Exceptions) switch
            {
                ReportCharts.None => false,
                ReportCharts.Exceptions => IsShort(one) || IsOutside(one),
                ReportCharts.All => true,
            })
            .Select(one => IndicatorDetailBuilder.Build(scope, one, (TrendBuilder.OnPaper, false)))
            .Where(detail => detail.Trend is not null)
            .ToList();
        return details.Count == 0 ? null : new ChartsPart(code, heading, details);
    }

    private static TablesPart Part(ReportScope scope, string code, string heading, List<RatedIndicator> listed, int among, string what) => new(
        code,
        heading,
        listed.Count == 0 ? $"None of {CountWords.Indicators(among)} is {what}." : $"{listed.Count} of {CountWords.Indicators(among)}.",
        new AreaTables(scope).Of(heading, listed));

    private static bool IsShort(RatedIndicator one) =>
        one.Indicator.IsCounted && new[] { one.Rating, one.YtdRating }.Any(rating => rating.Band is { Standing: not BandMeaning.Achieved });

    private static bool IsOutside(RatedIndicator one) => one.Range.Alert is RangeAlert.Above or RangeAlert.Below;
}
