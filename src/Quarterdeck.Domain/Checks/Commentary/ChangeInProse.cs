using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Commentary;

/// <summary>"Fell from 27 to 23.4" where the data has 25.4.</summary>
public sealed class ChangeInProse() : Check(
    "change-in-prose",
    Severity.Warning,
    "A change in the text differs from the figures",
    "The text says that a figure went from one value to another. The data does not hold one of them, or it went the other way.",
    "Correct the figure, or cite it: {{REF}}, {{REF 2025-09}}.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var entry in context.Texts.Where(entry => entry.Kind == Domain.Commentary.CommentaryKind.Commentary && entry.Refs.Count > 0))
        {
            var known = new KnownFigures(context, entry.Refs, isOfLevelsOnly: true);
            foreach (var sentence in ProseClaims.Sentences(entry.Text).Where(sentence => !ProseClaims.IsAboutPart(sentence)))
            {
                foreach (var claim in ProseClaims.Changes(sentence))
                {
                    var strange = new[] { claim.From, claim.To }.Where(figure => !known.Hold(figure)).ToList();
                    var isBackwards = claim.Sign != 0 && Math.Sign(claim.To - claim.From) == -claim.Sign;
                    if (strange.Count > 0 || isBackwards)
                    {
                        yield return Find(
                            $"{string.Join(" & ", entry.Refs)}: the text says '{claim.Words}'"
                            + (strange.Count > 0
                                ? $"; the data does not hold {string.Join(" or ", strange)}."
                                : ", and the second figure is on the other side of the first."),
                            entry.Refs[0], "commentary", entry.At, "text", claim.Words);
                    }
                }
            }
        }
    }
}
