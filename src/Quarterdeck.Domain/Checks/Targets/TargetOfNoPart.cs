using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Targets;

/// <summary>A target for a part of the whole that no result is for.</summary>
public sealed class TargetOfNoPart() : Check(
    "target-of-no-part",
    Severity.Warning,
    "Target for a part that no result names",
    "A breakdown is known by its name: a target for \"North East\" rates nothing where the results say \"Northeast\".",
    "Write the part in targets as results has it, or remove the target.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from rated in context.Rated
        let known = rated.Breakdowns.Select(part => part.Breakdown!).ToList()
        from row in context.Targets[rated.Indicator.Ref]
        where row.Breakdown is { } part && !known.Contains(part, StringComparer.OrdinalIgnoreCase)
        select Find(
            $"{rated.Indicator.Title} has a target for {row.Breakdown}, but "
                + (known.Count == 0 ? "no results of parts." : $"its results are for {string.Join(", ", known)}."),
            rated.Indicator.Ref,
            "targets",
            row.At,
            "breakdown",
            row.Breakdown);
}
