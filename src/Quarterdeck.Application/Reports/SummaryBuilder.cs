using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>The ratings at a glance: KPIs and milestones by summary group, in the summary's own order.</summary>
internal static class SummaryBuilder
{
    public static Summary Build(ReportScope scope)
    {
        var (areas, rated) = (scope.Areas, scope.Rated);
        var shown = new ShownRatings(scope.Labels);
        var counted = rated.Where(one => one.Indicator.IsCounted).ToList();
        var latest = Counts.Of(counted, WhichRating.Latest, scope.Rater.SchemeOf, ofRated: scope.PercentOfRated);
        return new Summary
        {
            Groups =
            [
                .. counted
                    .Select((one, index) => (one, index, group: GroupOf(one.Indicator, areas)))
                    .GroupBy(entry => entry.group.Heading)
                    .OrderBy(group => group.Min(entry => entry.group.Order))
                    .ThenBy(group => group.Min(entry => entry.index))
                    .Select(group => new SummaryGroup(
                        group.Key,
                        [.. group.Select(entry => Row(entry.one, shown))],
                        Counts.Of(group.Select(entry => entry.one), WhichRating.Latest, scope.Rater.SchemeOf, latest.Bands, scope.PercentOfRated))),
            ],
            Highlights = [.. rated.Where(one => one.Indicator.Kind == IndicatorKind.Highlight).Select(one => Row(one, shown))],
            Latest = latest,
            YearToDate = Counts.Of(counted, WhichRating.YearToDate, scope.Rater.SchemeOf, ofRated: scope.PercentOfRated),
            HasYearToDate = rated.Any(one => one.Indicator.IsRated && one.YtdRating is not RatingOutcome.Unrated { Reason: NotRated.NoYearToDate }),
        };
    }

    /// <summary>A heading of the indicator's own is not an area: it comes where its first indicator comes.</summary>
    private static (string Heading, int Order) GroupOf(Indicator indicator, AreaTree areas)
    {
        var area = areas.Find(indicator.Area);
        return indicator.SummaryGroup is { } own
            ? (own, area?.SummaryOrder ?? int.MaxValue)
            : (area?.SummaryGroup ?? area?.Name ?? AreaSections.Unassigned, area?.SummaryOrder ?? area?.Order ?? int.MaxValue);
    }

    private static SummaryRow Row(RatedIndicator rated, ShownRatings shown) => new(
        rated.Indicator.Ref,
        rated.Indicator.SummaryTitle,
        shown.Of(rated, WhichRating.Latest),
        shown.Of(rated, WhichRating.YearToDate))
    {
        Reference = References.Printed(rated.Indicator.Ref),
    };
}
