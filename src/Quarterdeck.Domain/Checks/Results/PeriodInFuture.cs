using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>A result for a period that has not closed.</summary>
public sealed class PeriodInFuture() : Check(
    "period-in-future",
    Severity.Error,
    "Result for a period still to come",
    "A period that has not closed cannot have a final result. The period is mistyped, or the figure is a forecast.",
    "Correct the period, or set the status to forecast.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from result in context.Pack.Results
        where result.Status != ResultStatus.Forecast && result.Period.Closing.FirstDay > context.Today && (result.Value?.Number ?? result.Numerator) is not null
        select Find(
            $"A {result.Status.ToString().ToLowerInvariant()} result for {result.Period.Label}, which had not begun to close on "
                + $"{Periods.MonthNames.Long(context.Today)}.",
            result.Ref,
            "results",
            result.At,
            "period",
            result.Period.ToString());
}
