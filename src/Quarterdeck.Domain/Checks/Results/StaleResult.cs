using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>A rating on old data.</summary>
public sealed class StaleResult() : Check(
    "stale",
    Severity.Warning,
    "Result stale",
    "A later period closed longer ago than the indicator's lag allows. The rating is still that of an earlier period, and " +
    "nobody notices a Green from last spring.",
    "Chase the result, or record why it is late.")
{
    public override bool IsAboutAge => true;

    public override IEnumerable<Finding> Run(CheckContext context) =>
        from rated in context.Rated
        where rated.Stale && rated.Latest is not null
        select Find(
            $"{rated.Indicator.Title}: the latest result is for {rated.Latest!.Value.Label}, and {rated.Latest!.Value.Next.Label} has closed without one.",
            rated.Indicator.Ref);
}
