using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Checks.Targets;

/// <summary>A target series with holes.</summary>
public sealed class TargetGap() : Check(
    "target-gap",
    Severity.Note,
    "Target series with gaps",
    "Some periods have a target and others do not, so only a part of the trend is rated.",
    "Add the missing targets, or explain why they are not known yet.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var rated in context.Rated.Where(one => one.Indicator.IsRated && one.Steps.Count == 0 && !TargetMissing.IsMissing(one, context)))
        {
            var missing = Missing(context, rated);
            if (missing.Count > 0 && rated.History.Any(HasTarget))
            {
                yield return Find($"{rated.Indicator.Title}: no target for {string.Join(", ", Runs(missing))}, where other periods have one.",
                    rated.Indicator.Ref);
            }
        }
    }

    private static List<Period> Missing(CheckContext context, RatedIndicator rated)
    {
        var missing = rated.History.Where(period => !HasTarget(period)
            && (period.Value is not null || period.IsForecast)
            && period.Period.YearOpening == rated.Latest?.YearOpening).Select(period => period.Period).ToList();
        if (missing.Count == 0
            && rated.Latest is not null
            && context.Targets[rated.Indicator.Ref].Any(row => row.TargetFrom is not null)
            && rated.History.Where(HasTarget).Select(period => (Month?)period.Period.Closing).Max() is { } end
            && end < context.AsAt.AddMonths(6))
        {
            missing.Add(rated.Indicator.Calendar.Holding(end.AddMonths(1)));
        }

        return missing;
    }

    private static bool HasTarget(RatedPeriod period) => period.Standard is not { Target: null, Text: null };

    /// <summary>Periods that follow each other by their first and last.</summary>
    private static IEnumerable<string> Runs(List<Period> periods)
    {
        for (var start = 0; start < periods.Count;)
        {
            var end = start;
            while (end + 1 < periods.Count && periods[end + 1] == periods[end].Next)
            {
                end++;
            }

            yield return start == end ? periods[start].ShortLabel : $"{periods[start].ShortLabel} to {periods[end].ShortLabel}";
            start = end + 1;
        }
    }
}
