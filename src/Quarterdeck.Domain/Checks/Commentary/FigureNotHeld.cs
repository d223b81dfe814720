using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Commentary;

/// <summary>A figure in prose that no table of the pack holds.</summary>
public sealed class FigureNotHeld() : Check(
    "figure-not-held",
    Severity.Warning,
    "Commentary quotes a figure the data does not hold",
    "The text has a percentage, a sum or a count that is not a value, a target, a comparator or a change between them. " +
    "Readers cannot check it, and it may differ from the table beside it.",
    "Cite the figure ({{REF}}, {{REF 2025-09}}, {{REF target}}), add the indicator that it comes from, or give its source.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var entry in context.Typed.Where(entry => entry.Kind == CommentaryKind.Commentary && entry.Refs.Count > 0))
        {
            var known = new KnownFigures(context, entry.Refs);
            var strange = Prose.Figures(ProseClaims.Without(CitedFigures.Without(entry.Text)))
                .Where(figure => IsTelling(figure.Words) && !known.Hold(figure.Number))
                .Select(figure => figure.Words).Distinct().ToList();
            if (strange.Count > 0)
            {
                yield return Find(
                    $"{string.Join(" & ", entry.Refs)}: the text quotes {string.Join(", ", strange)}, which the data of "
                        + $"{(entry.Refs.Count == 1 ? "this indicator does" : "these indicators do")} not hold.",
                    entry.Refs[0],
                    "commentary",
                    entry.At,
                    "text",
                    strange[0]);
            }
        }
    }

    /// <summary>Percentages, money, and counts too large to be a number of weeks or days; a year alone is not a figure.</summary>
    private static bool IsTelling(string words) =>
        words.Contains('%') || words.Contains('£') || words.Contains("per cent", StringComparison.OrdinalIgnoreCase) || words.Contains(',')
        || (words.All(char.IsAsciiDigit) && words.Length is 2 or 3 && words is not ("10" or "12" or "20" or "24" or "30"));
}
