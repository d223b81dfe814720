using System.Text.RegularExpressions;
using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Assessment;

/// <summary>
/// Figures a text takes from the data instead of typing them: <c>{{CS07}}</c> is the latest result of CS07 as printed,
/// <c>{{CS07 2025-09}}</c> that of September, <c>{{CS07 target}}</c> its target, <c>{{CS07 2025-09 rating}}</c> its rating then.
/// Prose written so cannot drift from the tables.
/// </summary>
/// <param name="rater">Holds the indicators.</param>
/// <param name="asAt">Latest is by the end of this month.</param>
public sealed partial class CitedFigures(Rater rater, Month asAt)
{
    private const string HowToCite = "write a reference, then a month and a word if wanted";

    /// <summary>What may be cited, beside the value.</summary>
    public static readonly IReadOnlyList<string> Words = ["value", "ytd", "target", "floor", "rating", "ytd-rating", "direction", "previous-year", "period"];

    /// <summary>The text without what it cites: what its author typed.</summary>
    public static string Without(string text) => Citation().Replace(text, string.Empty);

    /// <summary>The indicators a text takes figures from, whether there are such or not.</summary>
    public static IEnumerable<IndicatorRef> References(string text) => Citation().Matches(text)
        .SelectMany(citation => Readings(citation.Groups[1].Value)).Select(reading => reading.Reference).Distinct();

    /// <summary>The text with its figures. What cannot be found stays visible, with the reason.</summary>
    public string Write(string text) => Citation().Replace(text, citation =>
    {
        var inside = citation.Groups[1].Value;
        var (figure, reason) = Resolve(inside);
        return figure ?? $"[{inside.Trim()}: {reason}]";
    });

    /// <summary>Every citation that gives no figure, as typed, and why.</summary>
    public IEnumerable<(string Typed, string Reason)> Problems(string text) => Citation().Matches(text)
        .Select(citation => (citation.Value, Resolve(citation.Groups[1].Value).Reason))
        .Where(pair => pair.Reason is not null)
        .Select(pair => (pair.Value, pair.Reason!));

    private (string? Figure, string? Reason) Resolve(string inside)
    {
        var readings = Readings(inside).ToList();
        if (readings.Count == 0)
        {
            return (null, HowToCite);
        }

        var (reference, rest) = readings.FirstOrDefault(reading => rater.References.Contains(reading.Reference));
        if (rest is null)
        {
            var isLong = inside.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 3;
            return (null, isLong ? HowToCite : "no indicator has this reference");
        }

        Month? month = null;
        var word = "value";
        foreach (var part in rest)
        {
            if (Month.TryParse(part, out var named))
            {
                month = named;
            }
            else if (Words.Contains(part, StringComparer.OrdinalIgnoreCase))
            {
                word = part.ToLowerInvariant();
            }
            else
            {
                return (null, $"'{part}' is neither a month such as {asAt} nor one of {string.Join(", ", Words)}");
            }
        }

        var rated = rater.Rate(reference, month ?? asAt);
        return month is { } closing && rated.Latest?.Closing != closing
            ? (null, $"no result for {MonthNames.Long(closing)}")
            : Figure(rated, word) is { } figure ? (figure, null) : (null, $"no {word}");
    }

    /// <summary>What a citation may name, the longest reference first: one may hold spaces, and a month and a word may follow it.</summary>
    private static IEnumerable<(IndicatorRef Reference, string[] After)> Readings(string inside)
    {
        var parts = inside.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var taken = parts.Length; taken > 0 && taken >= parts.Length - 2; taken--)
        {
            if (string.Join(' ', parts[..taken]) is var reference && IndicatorRef.IsValid(reference))
            {
                yield return (new IndicatorRef(reference), parts[taken..]);
            }
        }
    }

    private static string? Figure(RatedIndicator rated, string word) => word switch
    {
        "value" => rated.Value is null ? null : rated.Displayed,
        "ytd" => rated.Ytd.Number is null ? null : rated.YtdDisplayed,
        "target" => rated.Standard.Target is { } target ? FigureText.Full(rated.Indicator, target) : rated.Standard.Text,
        "floor" => rated.Standard.Floor is { } floor ? FigureText.Full(rated.Indicator, floor) : null,
        "rating" => rated.Rating.Band?.Label,
        "ytd-rating" => rated.YtdRating.Band?.Label,
        "direction" => rated.Direction.Travel is { } travel ? DirectionOutcome.Word(travel) : null,
        "previous-year" => rated.PreviousYear?.Number is { } before ? FigureText.Full(rated.Indicator, before) : null,
        _ => rated.Latest?.Label,
    };

    [GeneratedRegex(@"\{\{([^{}]*)\}\}")]
    private static partial Regex Citation();
}
