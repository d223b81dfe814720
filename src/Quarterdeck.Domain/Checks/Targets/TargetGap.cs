using Quarterdeck.Domain.Findings;

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
        foreach (var rated in context.Rated.Where(one => one.Indicator.IsRated && one.Steps.Count == 0))
        {
            var rows = context.Targets[rated.Indicator.Ref].ToList();
            var ahead = rated.Latest is { } latest ? latest.Next : (Periods.Period?)null;
            var missing = rated.History.Where(period => period.Standard.Target is null
                && (period.Value is not null || period.IsForecast)
                && period.Period.YearOpening == rated.Latest?.YearOpening).Select(period => period.Period).ToList();
            if (ahead is { } next
                && missing.Count == 0
                && rows.Any(row => row.TargetFrom is not null)
                && Ends(rated) is { } end
                && end < context.AsAt.AddMonths(6))
            {
                missing.Add(rated.Indicator.Calendar.Holding(end.AddMonths(1)));
            }

            if (missing.Count > 0 && rated.History.Any(period => period.Standard.Target is not null))
            {
                yield return Find(
                    $"{rated.Indicator.Title}: no target for {string.Join(", ", missing.Select(period => period.ShortLabel))}, where other periods have one.",
                    rated.Indicator.Ref);
            }
        }
    }

    /// <summary>The last month on record with a target.</summary>
    private static Periods.Month? Ends(Ratings.RatedIndicator rated) =>
        rated.History.Where(period => period.Standard.Target is not null).Select(period => (Periods.Month?)period.Period.Closing).Max();
}
