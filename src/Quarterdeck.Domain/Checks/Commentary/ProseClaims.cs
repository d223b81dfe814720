using System.Globalization;
using System.Text.RegularExpressions;

namespace Quarterdeck.Domain.Checks.Commentary;

/// <summary>What a text claims about its own figures, sentence by sentence: how far from target, from what to what, better or worse.</summary>
internal static partial class ProseClaims
{
    /// <summary>Sentences with their place in the text. A full stop within a number ends none.</summary>
    public static IEnumerable<string> Sentences(string text) => SentenceEnd().Split(text).Where(sentence => !string.IsNullOrWhiteSpace(sentence));

    /// <summary><c>2 percentage points below target</c>.</summary>
    public static IEnumerable<DistanceClaim> Distances(string text) =>
        from Match match in Distance().Matches(text)
        select new DistanceClaim(Number(match.Groups["size"].Value), IsBelow(match.Groups["side"].Value), match.Groups["mark"].Value == "floor standard",
            match.Value);

    /// <summary><c>fell from 27 to 23.4</c>.</summary>
    public static IEnumerable<ChangeClaim> Changes(string text) =>
        from Match match in Change().Matches(text)
        select new ChangeClaim(
            Number(match.Groups["from"].Value), Number(match.Groups["to"].Value),
            Falling().IsMatch(match.Groups["verb"].Value) ? -1 : Rising().IsMatch(match.Groups["verb"].Value) ? 1 : 0, match.Value);

    /// <summary>The text without the claims that are checked by themselves, so that their figures are not doubted twice.</summary>
    public static string Without(string text) => Change().Replace(Distance().Replace(text, " "), " ");

    /// <summary>Whether a clause speaks of a part (a team, an office) or of another time, and not of the indicator as it stands.</summary>
    public static bool IsAboutPart(string clause) => Part().IsMatch(clause);

    /// <summary>Words that have to be replaced before readers see them.</summary>
    public static Match? Placeholder(string text) => Placeholders().Match(text) is { Success: true } match ? match : null;

    [GeneratedRegex(@"(?<=[.!?;])\s+|\n+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        @"(?<![\w.,])£?(?<size>\d+(?:,\d{3})*(?:\.\d+)?)\s*(?:%|percentage\s+points?|per\s+cent|points?|days?|pp)?\s+(?<side>below|under"
        + @"|short\s+of|behind|off|above|over|ahead\s+of|better\s+than|worse\s+than)\s+(?:the\s+|its\s+|our\s+)?(?<mark>target|floor\s+standard)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Distance();

    [GeneratedRegex(
        @"\b(?<verb>fell|fallen|falls|dropped|declined|decreased|reduced|slipped|down|rose|risen|rises|grew|grown|increased|climbed|up|went"
        + @"|gone|moved|changed|improved|worsened)\b(?:\s+\w+){0,3}?\s+from\s+£?(?<from>\d+(?:,\d{3})*(?:\.\d+)?)(?:\s?(?:%|per\s+cent|k|m"
        + @"|days?))?(?:\s+(?:in|at|by)\s+\w+(?:\s+\d{4})?)?\s+to\s+£?(?<to>\d+(?:,\d{3})*(?:\.\d+)?)(?![\w,]*\d)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Change();

    [GeneratedRegex(@"^(?:fell|fallen|falls|dropped|declined|decreased|reduced|slipped|down)$", RegexOptions.IgnoreCase)]
    private static partial Regex Falling();

    [GeneratedRegex(@"^(?:rose|risen|rises|grew|grown|increased|climbed|up)$", RegexOptions.IgnoreCase)]
    private static partial Regex Rising();

    [GeneratedRegex(
        @"\b(?:teams?|offices?|districts?|wards?|schools?|centres?|sites?|regions?|branch|branches|areas?|directorates?|departments?"
        + @"|providers?|contractors?|some|most|many|several|one|two|three|four|half|north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?"
        + @"|last year|previous(?:ly)?|earlier|nationally|neighbours?|national|other)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    [GeneratedRegex(
        @"\b(?:TBC|TBA|TBD|T[O]DO|lorem ipsum)\b|\bto be (?:confirmed|advised|provided|added|completed|supplied)\b|\[(?:insert|add|enter"
        + @"|text|tbc|x+)[^\]]*\]|\binsert (?:text|figure|commentary|name|date) here\b|\b[Xx]{2,}%|\?{3,}|^\s*(?:to follow|awaited|see above)\.?\s*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Placeholders();

    private static bool IsBelow(string side) => side.ToLowerInvariant() is not ("above" or "over") && !side.StartsWith("ahead",
        StringComparison.OrdinalIgnoreCase)
        && !side.StartsWith("better", StringComparison.OrdinalIgnoreCase);

    private static decimal Number(string typed) => decimal.Parse(typed.Replace(",", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);
}

/// <param name="Size">How far, as typed.</param>
/// <param name="IsShort">On the bad side or below, by its words.</param>
/// <param name="IsOfFloor">From the floor standard and not the target.</param>
/// <param name="Words">The words.</param>
internal sealed record DistanceClaim(decimal Size, bool IsShort, bool IsOfFloor, string Words);

/// <param name="From">The earlier figure.</param>
/// <param name="To">The later figure.</param>
/// <param name="Sign">-1 where the verb says it fell, 1 where it says it rose, else 0.</param>
/// <param name="Words">The words.</param>
internal sealed record ChangeClaim(decimal From, decimal To, int Sign, string Words);
