using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>95 beside 85 of 100.</summary>
public sealed class ValueAgainstParts() : Check(
    "value-against-parts",
    Severity.Error,
    "Value that is not its own numerator over denominator",
    "The row says two things: 95%, and 85 of 100. A reader who divides finds the error.",
    "Correct the value, the numerator or the denominator, or clear the value so that it is computed.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var result in context.Pack.Results)
        {
            if (result is { Value.Number: { } value, Numerator: { } numerator, Denominator: { } denominator and not 0 }
                && context.ByRef.TryGetValue(result.Ref, out var rated))
            {
                var indicator = context.Rater.VersionsOf(result.Ref).FirstOrDefault(version => version.HoldsIn(result.Period.Closing)) ?? rated.Indicator;
                var places = indicator.Decimals ?? result.Decimals ?? Series.PlacesTyped(value);
                var parts = Quantity.Of(numerator * indicator.Per, denominator).Rounded(places);
                if (parts != Quantity.Of(value).Rounded(places))
                {
                    yield return Find(
                        $"{indicator.Title}: {FigureText.Cell(indicator, Quantity.Of(value).Rounded(places))} in {result.Period.Label}, but "
                            + $"{FigureText.Plain(numerator)} over {FigureText.Plain(denominator)} is {FigureText.Cell(indicator, parts)}.",
                        result.Ref,
                        "results",
                        result.At,
                        "value",
                        FigureText.Cell(indicator, value));
                }
            }
        }
    }
}
