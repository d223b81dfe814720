using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>2.25994650008973 where nothing says how many places to print.</summary>
public sealed class MorePlacesThanPrinted() : Check(
    "more-places-than-printed",
    Severity.Note,
    "More decimal places than are printed",
    "A program left its decimals in. Four places are printed where nothing asks for more, and the figure is rated as printed.",
    "Write in the indicator's column decimals how many places to show.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var figures = context.Pack.Results.Where(result => result.Decimals is null && result.Value?.Number is { Scale: > Series.MostPlaces });
        foreach (var own in figures.GroupBy(result => result.Ref))
        {
            if (context.ByRef.TryGetValue(own.Key, out var rated) && rated.Indicator.Decimals is null)
            {
                var first = own.First();
                var others = own.Count() > 1 ? $", and {own.Count() - 1} more of its figures," : string.Empty;
                yield return Find(
                    $"{rated.Indicator.Title}: {first.Value} in {first.Period.Label}{others} {(own.Count() > 1 ? "have" : "has")} "
                        + "more than four decimal places.",
                    own.Key,
                    "results",
                    first.At,
                    "value",
                    first.Value.ToString());
            }
        }
    }
}
