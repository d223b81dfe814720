using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>A count for the year so far that still includes last year's.</summary>
public sealed class CumulativeNotReset() : Check(
    "cumulative-not-reset",
    Severity.Warning,
    "Cumulative value does not start again",
    "The first figure of the year is as large as the last figure of the year before. The series was probably not started again.",
    "Start the series again at the beginning of the year, or change the measure basis.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var rated in context.Rated.Where(one => one.Indicator is { Basis.Kind: BasisKind.Cumulative, Unit.IsAdditive: true }))
        {
            foreach (var (before, after) in rated.History.Zip(rated.History.Skip(1)))
            {
                if (before.Period.YearOpening != after.Period.YearOpening && before.Value > 0 && after.Value >= before.Value && !after.IsForecast)
                {
                    yield return Find(
                        $"{rated.Indicator.Title}: {before.Displayed} at the end of {before.Period.ShortLabel}, and already {after.Displayed} in "
                            + $"{after.Period.ShortLabel}, the first period of the next year.",
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
