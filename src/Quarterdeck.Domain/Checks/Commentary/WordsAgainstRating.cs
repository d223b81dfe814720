using System.Text.RegularExpressions;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Checks.Commentary;

/// <summary>"On track" beside Red, or "above target" where there is no target.</summary>
public sealed class WordsAgainstRating() : Check(
    "words-against-rating",
    Severity.Warning,
    "Words contradict the rating",
    "The text says on track, above target or target met beside Red or Amber, or below target beside Green, or the indicator has no target. Readers "
    + "get two answers.",
    "Change the text, or say what it refers to.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var entry in context.Texts.Where(entry => entry.Kind is CommentaryKind.Commentary or CommentaryKind.Highlight or CommentaryKind.Assurance))
        {
            var about = About(context, entry).ToList();
            foreach (var finding in Of(entry, about, Prose.Praise(), isPraise: true).Concat(Of(entry, about, Prose.Blame(), isPraise: false)))
            {
                yield return finding;
            }
        }
    }

    /// <summary>What the first such words that are meant of the whole indicator contradict.</summary>
    private IEnumerable<Finding> Of(CommentaryEntry entry, List<RatedIndicator> about, Regex words, bool isPraise)
    {
        var said = ProseClaims.Sentences(isPraise ? entry.Text : ProseClaims.Without(entry.Text))
            .SelectMany(sentence => words.Matches(sentence).Where(match => IsMeant(sentence, match.Groups[1].Index))
                .Select(match => (Sentence: sentence, Words: match.Groups[1].Value))).FirstOrDefault();
        return said.Words is null ? []
            : from rated in about
              where entry.Refs.Count > 0 || about.Count == 1 || SharesWord(rated.Indicator.Title, said.Sentence)
              let contradiction = IsGood(rated.Indicator, said.Words, isPraise) ? Contradiction(rated) : Unfounded(rated)
              where contradiction is not null
              select Find($"{rated.Indicator.Title}: the text says '{said.Words}', and {contradiction}.", rated.Indicator.Ref, "commentary", entry.At,
                  "text", said.Words);
    }

    /// <summary>Whether a sentence about a whole area speaks of this indicator: it has a word of its title, whatever its ending.</summary>
    private static bool SharesWord(string title, string sentence) => Stems(title).Intersect(Stems(sentence)).Any();

    private static IEnumerable<string> Stems(string text) =>
        text.ToLowerInvariant().Split([' ', ',', '.', '(', ')', '-', '/'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length >= StemLength && word is not ("percentage" or "number")).Select(word => word[..StemLength]);

    private const int StemLength = 5;

    private static bool IsMeant(string sentence, int place) =>
        !Prose.Doubt().IsMatch(sentence[..place]) && !ProseClaims.IsAboutPart(sentence[..place]);

    /// <summary>Above target is good, but for figures that ought to be low.</summary>
    private static bool IsGood(Indicator indicator, string said, bool isPraise) =>
        indicator.Polarity == Polarity.Lower && (said.StartsWith("above", StringComparison.OrdinalIgnoreCase) || said.StartsWith("below",
            StringComparison.OrdinalIgnoreCase)
            || said.StartsWith("under", StringComparison.OrdinalIgnoreCase)) ? !isPraise : isPraise;

    /// <summary>What contradicts words of a missed target: every rating there is achieves it.</summary>
    private static string? Unfounded(RatedIndicator rated) =>
        rated.Indicator.IsRated && rated.Rating.Band is { Standing: BandMeaning.Achieved } band
        && rated.YtdRating.Band is null or { Standing: BandMeaning.Achieved } ? $"the latest rating is {band.Label}" : null;

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
