using System.Globalization;
using Quarterdeck.Domain.Commentary;
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
        foreach (var entry in context.Texts)
        {
            var counts = CountsOf(context, entry);
            foreach (System.Text.RegularExpressions.Match match in Prose.CountOfCount().Matches(entry.Text))
            {
                var (part, whole) = (Number(match.Groups["part"].Value), Number(match.Groups["whole"].Value));
                var word = match.Groups["band"].Value;
                var isCount = match.Groups["what"].Value.Length > 0 || counts[0].Bands.Any(band => Same(band.Band.Label, word));
                if (isCount && !counts.Any(count => Holds(count, part, whole, word)))
                {
                    yield return Find(
                        $"The text says {match.Value.Trim()}. Computed: {counts[0].Total} indicators, "
                            + $"{string.Join(", ", counts[0].Bands.Select(band => $"{band.Count} {band.Band.Label}"))}; by year to date "
                            + $"{string.Join(", ", counts[1].Bands.Select(band => $"{band.Count} {band.Band.Label}"))}.",
                        entry.Refs.Count > 0 ? entry.Refs[0] : null,
                        "commentary",
                        entry.At,
                        "text",
                        match.Value.Trim());
                }
            }
        }
    }

    /// <summary>Counts of the whole by latest rating, by year to date and by either; and of the area that a text is under.</summary>
    private static List<RatingCounts> CountsOf(CheckContext context, CommentaryEntry entry)
    {
        var own = context.Rated.Where(rated => rated.IsInForce && (entry.Area is null || rated.Indicator.Area == entry.Area
            || context.Pack.Areas.Any(area => area.Code == rated.Indicator.Area && area.Parent == entry.Area))).ToList();
        var each = own.Where(rated => rated.Rating.Band is not null).Concat(own.Where(rated => rated.Rating.Band is null).Select(rated =>
            rated with { Rating = rated.YtdRating }));
        return
        [
            Counts.Of(own, WhichRating.Latest, context.Rater.SchemeOf), Counts.Of(own, WhichRating.YearToDate, context.Rater.SchemeOf),
            Counts.Of(each, WhichRating.Latest, context.Rater.SchemeOf),
        ];
    }

    /// <summary>Of all indicators, or of those that are rated. Without a band's word any count of a band will do.</summary>
    private static bool Holds(RatingCounts counts, int part, int whole, string word) =>
        (whole == counts.Total || whole == counts.Rated)
        && (counts.Bands.FirstOrDefault(band => Same(band.Band.Label, word)) is { } named ? named.Count == part
            : part == counts.Rated || counts.Bands.Any(band => band.Count == part) || counts.NotRated.Any(reason => reason.Count == part));

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
