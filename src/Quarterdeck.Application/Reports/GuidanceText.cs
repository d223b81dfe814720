using Quarterdeck.Domain.Assessment;
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
                index == 0 ? scope.Labels.Of(Labels.Kpis) : $"{scope.Labels.Of(Labels.Kpis)}: {SchemeWords(scheme)}",
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

    /// <summary>A scheme as people call it: the code of a scheme that has no name is no heading.</summary>
    private static string SchemeWords(RatingScheme scheme) =>
        scheme.Name.Any(char.IsWhiteSpace) || !scheme.Name.Contains('-', StringComparison.Ordinal) ? scheme.Name
            : "rated by " + Phrases.Joined(scheme.Bands.Select(band => band.Label));

    private static IEnumerable<string> Ratings(ReportScope scope, List<RatedIndicator> judged, List<RatingScheme> schemes)
    {
        var floor = scope.Labels.Of(Labels.FloorStandard);
        if (schemes.Any(scheme => scheme.Rows.Any(row => row.Rule == BandRule.Floor)))
        {
            yield return $"A {floor} is the least that is acceptable: managers must act on a result beyond it. A result equal to a target or {floor} meets it.";
        }

        if (judged.Any(one => one.YtdRating.Band is not null && one.Rating.Band is not null))
        {
            yield return "Latest is the last period an indicator has a result for, which may differ from one to the next.";
        }

        yield return $"Arrows show the {scope.Labels.Of(Labels.Direction).ToLowerInvariant()} since the period before: up is better, down is worse.";
        if (judged.Any(one => IsCarried(one.Rating) || IsCarried(one.YtdRating)))
        {
            yield return "Some ratings were printed in an earlier report and cannot be worked out again from the figures held.";
        }

        if (judged.Any(one => one.Stale))
        {
            yield return $"'{Phrases.Sentence(ShownRatings.Stale)}' marks an old result: a later period has closed and nothing has been returned for it.";
        }

        foreach (var approval in Approvals(judged))
        {
            yield return $"Targets{(judged.Any(one => one.Standard.Floor is not null) ? $" and {floor}s" : string.Empty)} were approved{approval}.";
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
        yield return "Activity shows demand and is not rated."
            + (activity.Any(one => one.Range is RangeOutcome.Tested)
                ? " Where a range is expected, the table says whether the figure is inside it (Yes), above it or below it." : string.Empty);
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
