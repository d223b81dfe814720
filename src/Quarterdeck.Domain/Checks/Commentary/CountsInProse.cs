using System.Globalization;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Domain.Checks.Commentary;

/// <summary>"21 of the 25 KPIs" where the counts say otherwise.</summary>
public sealed class CountsInProse() : Check(
    "counts-in-prose",
    Severity.Warning,
    "Counts in the text differ from computed counts",
    "A count that is typed into a summary becomes wrong when one rating changes.",
    "Correct the sentence, or delete it: the report writes the counts itself.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var counts = new[] { WhichRating.Latest, WhichRating.YearToDate }.Select(which => Counts.Of(context.Rated, which, context.Rater.SchemeOf)).ToList();
        var known = counts.SelectMany(count => count.Bands.Select(band => band.Count).Concat(count.NotRated.Select(reason => reason.Count)).Append(count.Rated))
            .ToHashSet();
        foreach (var entry in context.Texts)
        {
            foreach (System.Text.RegularExpressions.Match match in Prose.CountOfCount().Matches(entry.Text))
            {
                var (part, whole) =
                    (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
                if (whole != counts[0].Total || !known.Contains(part))
                {
                    yield return Find(
                        $"The text says {match.Value}. Computed: {counts[0].Total} indicators, "
                            + $"{string.Join(", ", counts[0].Bands.Select(band => $"{band.Count} {band.Band.Label}"))}.",
                        entry.Refs.Count > 0 ? entry.Refs[0] : null,
                        "commentary",
                        entry.At,
                        "text",
                        match.Value);
                }
            }
        }
    }
}
