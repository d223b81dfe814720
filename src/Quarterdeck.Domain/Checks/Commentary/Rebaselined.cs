using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Commentary;

/// <summary>A series whose basis changed, told only in words.</summary>
public sealed class Rebaselined() : Check(
    "rebaselined",
    Severity.Note,
    "Series re-based in words only",
    "The text speaks of a baseline that was re-set or data that were cleaned; the direction of travel still compares across the change.",
    "Give the indicator a new version from that month, or a comparator named baseline.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var entry in context.Texts.Where(entry => entry.Kind == CommentaryKind.Commentary && entry.Refs.Count > 0))
        {
            if (Prose.Phrase(entry.Text, Prose.Rebased()) is { } words && context.Pack.Comparators.All(other => other.Ref != entry.Refs[0] || !string.Equals(other.Name, "baseline", StringComparison.OrdinalIgnoreCase)))
            {
                yield return Find($"The text says '{words.Value}', and neither a new version nor a baseline is on record.", entry.Refs[0], "commentary", entry.At, "text", words.Value);
            }
        }
    }
}
