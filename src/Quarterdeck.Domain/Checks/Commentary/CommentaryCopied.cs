using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Commentary;

/// <summary>The same text as in an earlier round.</summary>
public sealed class CommentaryCopied() : Check(
    "commentary-copied",
    Severity.Warning,
    "Commentary copied unchanged",
    "The text is the same as in an earlier round, so it says nothing about this period. One published text was not changed for four years.",
    "Write what has changed, or say that nothing has.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var earlier = context.Pack.Commentary.Where(entry => entry.Round < context.Round).ToLookup(entry => (entry.Kind, Normal(entry.Text)));
        foreach (var entry in context.Texts)
        {
            var first = earlier[(entry.Kind, Normal(entry.Text))].Where(
                other => other.Refs.Intersect(entry.Refs).Any() || (other.Refs.Count == 0 && other.Area == entry.Area)).MinBy(other => other.Round);
            if (first is not null && entry.Kind != Domain.Commentary.CommentaryKind.Footnote)
            {
                yield return Find(
                    $"The text is the same as in the round of {Periods.MonthNames.Long(first.Round)}.",
                    entry.Refs.Count > 0 ? entry.Refs[0] : null,
                    "commentary",
                    entry.At,
                    "text");
            }
        }
    }

    private static string Normal(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
