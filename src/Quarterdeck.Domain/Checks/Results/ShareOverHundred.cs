using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>A share of more than 100%.</summary>
public sealed class ShareOverHundred() : Check(
    "share-over-100",
    Severity.Warning,
    "Share over 100%",
    "A part cannot be more than the whole. Some percentages compare two numbers (posts filled against establishment) and may be over 100%.",
    "Correct the figure, or say in the definition that it may be over 100%.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from rated in context.Rated
        where rated.Indicator.Unit.IsPercent
        from period in rated.History
        where period.Value > 100
        select Find(
            $"{rated.Indicator.Title}: {period.Displayed} in {period.Period.Label}.",
            rated.Indicator.Ref,
            "results",
            period.Result?.At ?? default,
            "value",
            period.Displayed);
}
