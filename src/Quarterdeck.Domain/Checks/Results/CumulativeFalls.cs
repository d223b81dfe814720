using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>A count for the year so far that is smaller than it was.</summary>
public sealed class CumulativeFalls() : Check(
    "cumulative-falls",
    Severity.Warning,
    "Cumulative value falls within its year",
    "A count for the year to date can only grow. If it falls, one of the two figures is wrong, or was revised without an explanation.",
    "Correct the wrong figure, or explain what was revised.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var rated in context.Rated.Where(one => one.Indicator is { Basis.Kind: BasisKind.Cumulative, Unit.IsAdditive: true }))
        {
            foreach (var (before, after) in rated.History.Zip(rated.History.Skip(1)))
            {
                if (before.Period.YearOpening == after.Period.YearOpening && after.Value < before.Value && !after.IsForecast)
                {
                    yield return Find(
                        $"{rated.Indicator.Title}: {before.Displayed} by {before.Period.ShortLabel}, then {after.Displayed} by {after.Period.ShortLabel}.",
                        rated.Indicator.Ref,
                        "results",
                        after.Result?.At ?? default,
                        "value",
                        after.Displayed);
                }
            }
        }
    }
}
