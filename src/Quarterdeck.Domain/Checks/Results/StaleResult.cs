using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>Results that should be there by now.</summary>
public sealed class StaleResult() : Check(
    "stale",
    Severity.Warning,
    "Results overdue",
    "A result is due at the end of its period and the months of lag after it. What is past that day is overdue, by today's date. Ratings on the site " +
    "are still those of earlier periods, and readers may believe that they are new.",
    "Ask those responsible for the results. If an indicator has ended, give it a last month in the column to.")
{
    private const int Named = 10;

    public override bool IsAboutAge => true;

    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var due = context.Rated.Where(rated => rated.Latest is not null)
            .Select(rated => (Rated: rated, First: DueRule.FirstOverdue(rated, context.Rater.VersionsOf(rated.Indicator.Ref), context.Today))).ToList();
        var overdue = due.Where(one => one.First is not null)
            .Select(one => (one.Rated.Indicator, Period: one.First!.Value, On: DueRule.DueOn(one.Rated.Indicator, one.First!.Value))).OrderBy(one => one.On)
                .ToList();
        if (overdue.Count == 0)
        {
            yield break;
        }

        var months = DueRule.MonthsLate(overdue[0].On, context.Today);
        var since = $"since {MonthNames.Long(overdue[0].On)}{(months > 0 ? $", {(months == 1 ? "1 month" : $"{months} months")} ago" : string.Empty)}";
        var isAll = overdue.Count == due.Count(one => one.Rated.IsInForce);
        yield return Find(
            isAll && overdue.Count > 1
                ? $"The newest results are for {context.Rated.Where(rated => rated.Latest is not null).Max(rated => rated.Latest!.Value)
                    .Label}. Results of all {overdue.Count} indicators are overdue, the first {since}."
                : $"{(overdue.Count == 1 ? "1 result is" : $"Results of {overdue.Count} indicators are")} overdue, the first {since}: "
                    + $"{string.Join(", ", overdue.Take(Named).Select(one => $"{one.Indicator.Ref} for {one.Period.Label}"))}"
                    + $"{(overdue.Count > Named ? " and others" : string.Empty)}.");
    }
}
