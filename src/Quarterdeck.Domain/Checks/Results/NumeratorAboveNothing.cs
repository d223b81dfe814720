using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>5 of 0.</summary>
public sealed class NumeratorAboveNothing() : Check(
    "numerator-above-nothing",
    Severity.Error,
    "Something counted out of nothing",
    "5 of 0 cannot be: either something was counted, or there was nothing to count. 0 of 0 is nothing to count.",
    "Correct the numerator or the denominator.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from result in context.Pack.Results
        where result.Denominator == 0 && result.Numerator is { } and not 0 && context.ByRef.ContainsKey(result.Ref)
        select Find(
            $"{context.ByRef[result.Ref].Indicator.Title}: {FigureText.Plain(result.Numerator!.Value)} of 0 in {result.Period.Label}.",
            result.Ref,
            "results",
            result.At,
            "denominator",
            "0");
}
