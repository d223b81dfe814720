using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>A hidden figure that anyone can work out.</summary>
public sealed class SuppressedPartFollows() : Check(
    "suppressed-part-follows",
    Severity.Error,
    "Suppressed part that follows from the whole and the other parts",
    "A figure is suppressed so that nobody can be recognised by it. Whoever subtracts the other parts from the whole has it.",
    "Suppress a second part as well, or the whole.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from found in PartsOfWhole.Of(context)
        where found.Parts.AddUp
        from uncovered in found.Parts.Uncovered
        let part = uncovered.Period.Parts.Single(part => part.Name == uncovered.Part)
        select Find(
            $"{found.Rated.Indicator.Title}: {uncovered.Part} is suppressed in {uncovered.Period.Own.Period.Label}, but anyone can work it out from the whole "
                + "and the other parts.",
            found.Rated.Indicator.Ref,
            "results",
            part.Own?.Result?.At ?? default,
            "value");
}
