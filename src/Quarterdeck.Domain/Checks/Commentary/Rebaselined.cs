using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Commentary;

/// <summary>A series whose basis changed, which only the text says.</summary>
public sealed class Rebaselined() : Check(
    "rebaselined",
    Severity.Note,
    "Series re-based in the text only",
    "The text says that a baseline was re-set or that data were cleaned, but the direction of travel still compares across the change.",
    "Add a new version of the indicator from that month, or a comparator named baseline.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var entry in context.Texts.Where(entry => entry.Kind == CommentaryKind.Commentary && entry.Refs.Count > 0))
        {
            if (Prose.Phrase(entry.Text, Prose.Rebased()) is { } words && context.Pack.Comparators.All(
                other => other.Ref != entry.Refs[0] || !string.Equals(other.Name, "baseline", StringComparison.OrdinalIgnoreCase)))
            {
                yield return Find(
                    $"The text says '{words.Value}', but the pack has no new version of the indicator and no baseline.",
                    entry.Refs[0], "commentary", entry.At, "text", words.Value);
            }
        }
    }
}
