using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>Parts that add up to the whole in most periods, and to something else in one.</summary>
public sealed class PartsAgainstWhole() : Check(
    "parts-against-whole",
    Severity.Warning,
    "Parts that do not add up to the whole, where they do in most periods",
    "One of the figures is wrong, and a reader who adds them up finds it.",
    "Correct the part or the whole.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from found in PartsOfWhole.Of(context)
        where found.Parts.AddUp && found.Parts.Differing.Count > 0
        let period = found.Parts.Differing[^1]
        let more = (found.Parts.Differing.Count - 1) switch
        {
            0 => string.Empty,
            1 => " (and so in 1 more period)",
            var count => $" (and so in {count} more periods)",
        }
        select Find(
            $"{found.Rated.Indicator.Title}: {string.Join(", ", period.Parts.Select(part => part.Name))} add up to "
                + $"{FigureText.Plain(found.Parts.Sum(period)!.Value)} in {period.Own.Period.Label}, but the whole is "
                + $"{FigureText.Plain(found.Parts.Whole(period))}{more}.",
            found.Rated.Indicator.Ref,
            "results",
            period.Own.Result?.At ?? default,
            "value",
            FigureText.Plain(found.Parts.Whole(period)));
}
