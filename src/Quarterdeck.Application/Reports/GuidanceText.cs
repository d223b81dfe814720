using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>The guidance notes: what the ratings of this report mean, by the schemes in force in it.</summary>
internal static class GuidanceText
{
    public static IReadOnlyList<GuidanceNote> Of(ReportScope scope)
    {
        var rated = scope.Rated;
        var notes = new List<GuidanceNote>();
        var judged = rated.Where(one => one.Indicator.IsRated).ToList();
        if (judged.Count > 0)
        {
            var schemes = judged.Select(one => scope.Rater.SchemeOf(one.Indicator)).Distinct().ToList();
            notes.AddRange(schemes.Select((scheme, index) => new GuidanceNote(
                schemes.Count == 1 ? scope.Labels.Of(Labels.Kpis) : $"{scope.Labels.Of(Labels.Kpis)}: {scheme.Name}",
                [.. scheme.Bands.Zip(scheme.Rows, (band, row) => new KeyEntry(band, Meaning(row, scheme, scope.Labels)))],
                index == schemes.Count - 1 ? [.. Ratings(scope, judged, schemes)] : [])));
        }

        var activity = rated.Where(one => one.Indicator.Kind is IndicatorKind.Activity or IndicatorKind.Context).ToList();
        if (activity.Count > 0)
        {
            notes.Add(new GuidanceNote(scope.Labels.Of(Labels.Activity), [], [.. Activity(activity)]));
        }

        return notes;
    }

    private static IEnumerable<string> Ratings(ReportScope scope, List<RatedIndicator> judged, List<RatingScheme> schemes)
    {
        var floor = scope.Labels.Of(Labels.FloorStandard);
        if (schemes.Any(scheme => scheme.Rows.Any(row => row.Rule == BandRule.Floor)))
        {
            yield return $"A {floor} is the least that is acceptable. Managers must act on any result that does not achieve it.";
        }

        if (!schemes.Any(scheme => scheme.Rows.Any(row => row.Strict)))
        {
            yield return "A result that equals the figure it is held against achieves it.";
        }

        if (judged.All(one => one.Indicator.RateOn == RateOn.Displayed))
        {
            yield return "What is rated is the figure as shown, so that every reader can check it.";
        }

        if (judged.Any(one => one.YtdRating.Band is not null && one.Rating.Band is not null))
        {
            yield return "The latest period is rated, and so is the year to date where an indicator has one. Latest is the last period an indicator "
                + "has a result for, which may differ from one indicator to the next.";
        }

        foreach (var approval in Approvals(judged))
        {
            yield return $"Targets{(judged.Any(one => one.Standard.Floor is not null) ? $" and {floor}s" : string.Empty)} were approved{approval}.";
        }

        if (judged.Any(one => IsCarried(one.Rating) || IsCarried(one.YtdRating) || one.History.Any(period => IsCarried(period.Rating))))
        {
            yield return $"A rating marked '{ShownRatings.AsPublished}' was printed in an earlier report and cannot be worked out again from the figures held.";
        }

        if (judged.Any(one => one.Stale))
        {
            yield return $"A rating marked '{ShownRatings.Stale}' rests on an old result: a later period has closed and nothing has been returned for it.";
        }
    }

    private static IEnumerable<string> Approvals(List<RatedIndicator> judged) => judged
        .Select(one => one.Standard.Row ?? one.YtdStandard.Row)
        .Where(row => row?.ApprovedBy is not null || row?.ApprovedOn is not null)
        .GroupBy(row => (row!.ApprovedBy, row.ApprovedOn))
        .OrderByDescending(group => group.Count())
        .Select(group => (group.Key.ApprovedBy is { } by ? $" by the {by}" : string.Empty)
            + (group.Key.ApprovedOn is { } on ? $" on {MonthNames.Long(on)}" : string.Empty));

    private static IEnumerable<string> Activity(List<RatedIndicator> activity)
    {
        yield return "Activity indicators show demand. They are not rated.";
        if (activity.Any(one => one.Range is RangeOutcome.Tested))
        {
            yield return "Where a range of activity is expected, the report says whether the figure lies inside it (Yes), above it (Above) or below "
                + "it (Below). A figure equal to either threshold is inside.";
        }

        if (activity.Any(one => one.Range is RangeOutcome.Untested))
        {
            yield return "Those without thresholds are there for context, beside the year before where that is known.";
        }
    }

    private static bool IsCarried(RatingOutcome outcome) => outcome is RatingOutcome.Rated { Source: RatingSource.Carried };

    private static string Meaning(SchemeBand band, RatingScheme scheme, Labels labels)
    {
        var floor = labels.Of(Labels.FloorStandard);
        var hasFloor = scheme.Rows.Any(row => row.Rule == BandRule.Floor);
        var amount = band.Amount is { } given ? FigureText.Plain(given) : "0";
        return band.Rule switch
        {
            BandRule.Target => band.Strict ? "The result is better than the target" : "The target has been achieved",
            BandRule.Floor => $"The {floor} has been achieved, but not the target",
            BandRule.WithinRelative => $"The result is within {amount}% of the target",
            BandRule.WithinAbsolute => $"The result is within {amount} of the target",
            BandRule.Value => band.Strict ? $"The result is better than {amount}" : $"The result is {amount} or better",
            BandRule.Range => band.Amount is null ? "The result lies within its expected range" : $"The result lies within {amount} of its expected range",
            BandRule.Grade => "The grade that was given",
            BandRule.Manual => "Given by hand, with a reason and a second person",
            BandRule.Date => band.Amount is null ? "Every step due so far was met" : $"At least {amount}% of all steps were met",
            BandRule.Otherwise => hasFloor ? $"The {floor} has not been achieved" : "None of the above",
        };
    }
}
