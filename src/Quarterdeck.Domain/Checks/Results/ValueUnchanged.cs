using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>The same figure again, to the last digit.</summary>
public sealed class ValueUnchanged() : Check(
    "value-unchanged",
    Severity.Note,
    "Value unchanged to the digit",
    "24,587 in two months is more often a copied cell than a coincidence. Short figures repeat by chance, so they are " +
    "reported only after four periods, and 0% and 100% never.",
    "Check that the latest figure was really returned, and not carried forward.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var rated in context.Rated)
        {
            var periods = rated.History.Where(period => period.Value is not null && !period.IsForecast && period.Period <= rated.Latest).Reverse().ToList();
            if (periods.Count == 0 || periods[0].Value is 0 or 100)
            {
                continue;
            }

            var same = periods.TakeWhile(period => period.Displayed == periods[0].Displayed).Count();
            var digits = periods[0].Displayed.Count(char.IsAsciiDigit);
            if (same >= (digits >= 4 ? 2 : 4))
            {
                yield return Find(
                    $"{rated.Indicator.Title}: {FigureText.Full(rated.Indicator, Numbers.Rounding.To(periods[0].Value!.Value, periods[0].Decimals))} "
                        + $"in each of the last {same} periods.",
                    rated.Indicator.Ref,
                    "results",
                    periods[0].Result?.At ?? default,
                    "value",
                    periods[0].Displayed);
            }
        }
    }
}
