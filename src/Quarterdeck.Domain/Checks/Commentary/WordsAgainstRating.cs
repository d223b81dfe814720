using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Checks.Commentary;

/// <summary>"On track" beside Red, or "above target" where there is no target.</summary>
public sealed class WordsAgainstRating() : Check(
    "words-against-rating",
    Severity.Warning,
    "Words contradict the rating",
    "The text says on track, above target or target met, but the rating says otherwise, or the indicator has no target. Readers get two answers.",
    "Change the text, or say what it refers to.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var entry in context.Texts.Where(entry => entry.Kind is CommentaryKind.Commentary or CommentaryKind.Highlight or CommentaryKind.Assurance))
        {
            foreach (System.Text.RegularExpressions.Match praise in Prose.Praise().Matches(entry.Text))
            {
                if (Prose.Doubt().IsMatch(entry.Text[..praise.Groups[1].Index]))
                {
                    continue;
                }

                foreach (var rated in About(context, entry))
                {
                    if (Contradiction(rated) is { } says)
                    {
                        yield return Find(
                            $"{rated.Indicator.Title}: the text says '{praise.Groups[1].Value}', and {says}.",
                            rated.Indicator.Ref,
                            "commentary",
                            entry.At,
                            "text",
                            praise.Groups[1].Value);
                    }
                }

                break;
            }
        }
    }

    /// <summary>The indicators a text is about: those it names, or for a text under an area's heading those of that area.</summary>
    private static IEnumerable<RatedIndicator> About(CheckContext context, CommentaryEntry entry)
    {
        if (entry.Refs.Count > 0)
        {
            return entry.Refs.Where(context.ByRef.ContainsKey).Select(reference => context.ByRef[reference]);
        }

        var areas = context.Pack.Areas.Where(area => area.Code == entry.Area
            || (entry.Group is { } heading && (Same(area.Name, heading) || Same(area.SummaryGroup, heading)))).Select(area => area.Code).ToHashSet();
        return context.Rated.Where(rated => rated.Indicator.IsCounted
            && ((rated.Indicator.Area is { } area && areas.Contains(area)) || (entry.Group is { } group && Same(rated.Indicator.SummaryGroup, group))));
    }

    private static bool Same(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static string? Contradiction(RatedIndicator rated) =>
        !rated.Indicator.IsRated
            ? rated.Standard.Target is null && rated.YtdStandard.Target is null ? "the indicator has no target, only context or an expected range" : null
        : rated.Rating.Band is { Standing: not BandMeaning.Achieved } band ? $"the latest rating is {band.Label}"
        : rated.Rating.Band is null && rated.YtdRating.Band is { Standing: not BandMeaning.Achieved } year ? $"the year to date is {year.Label}"
        : null;
}
