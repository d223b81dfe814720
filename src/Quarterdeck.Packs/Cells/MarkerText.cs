using Quarterdeck.Domain.Figures;

namespace Quarterdeck.Packs.Cells;

/// <summary>
/// Reads why there is no number: <c>n/a</c>, <c>-</c>, <c>No data</c>, <c>..</c>, <c>[c]</c>, <c>&lt;5</c>, <c>TBC</c>, or a
/// marker with the council's own words after it, <c>new: New in 2025/26</c>.
/// </summary>
public static class MarkerText
{
    private const int LongestBound = 12;

    /// <summary>What people, statisticians and programs write for each marker, beside its own name.</summary>
    private static readonly (Marker Marker, string Words)[] Written =
    [
        (Marker.NotApplicable, "n/a|n.a.|na|z|[z]|not app|n/app"),
        (Marker.NotAvailable, "#n/a|..|...|:|x|[x]|no data|no data available|data not available|data unavailable|unavailable"
            + "|not known|unknown|n/k|nk|n/av|missing|no figure"),
        (Marker.NotReturned, "tbc|tbd|tba|to be confirmed|to be determined|to follow|awaited|awaiting data|pending"
            + "|no return|not provided|not supplied|not submitted|not reported"),
        (Marker.NotCollected, "not measured|not recorded|no longer collected|discontinued"),
        (Marker.NotYetDue, "not due|not due yet|not yet available|not yet published"),
        (Marker.New, "new measure|new indicator|new kpi|new pi"),
        (Marker.Suspended, "paused|on hold"),
        (Marker.Suppressed, "c|[c]|confidential|disclosive"),
        (Marker.Withheld, "exempt|not for publication|restricted"),
        (Marker.Nil, "-|--|---|\u2013|\u2014|\u2212|nil return|none recorded|[w]"),
    ];

    /// <summary>Those that say more than the marker they are: the words are kept.</summary>
    private static readonly Dictionary<string, Figure> WithWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["[u]"] = Figure.Of(Marker.NotAvailable, "Low reliability"),
        ["[low]"] = Figure.Of(Marker.Suppressed, "Low figure"),
    };

    /// <summary>How programs write that there is nothing; read as not available, and told.</summary>
    private static readonly string[] Programs = ["null", "nan", "(null)", "<na>"];

    private static readonly Dictionary<string, Marker> Words = Enum.GetValues<Marker>().Select(marker => (Word: marker.Code(), marker))
        .Concat(Written.SelectMany(each => each.Words.Split('|').Select(word => (Word: word, each.Marker))))
        .Concat(Programs.Select(word => (Word: word, Marker.NotAvailable)))
        .ToDictionary(each => each.Word, each => each.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>The codes a pack may hold, for the reference.</summary>
    public static IEnumerable<string> Codes => Enum.GetValues<Marker>().Select(marker => marker.Code());

    /// <summary>Every other form that is read, with the marker it stands for, for the reference.</summary>
    public static IEnumerable<(string Written, Marker Marker)> Forms => Written.SelectMany(each => each.Words.Split('|').Select(word => (word, each.Marker)))
        .Concat(WithWords.Select(each => (each.Key, each.Value.Marker!.Value))).Append(("<5", Marker.Suppressed));

    /// <summary>A spreadsheet's error, such as <c>#REF!</c>, whether or not it can be read as a marker.</summary>
    public static bool IsSpreadsheetError(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.ToUpperInvariant() is "#N/A" or "#REF!" or "#DIV/0!" or "#VALUE!" or "#NAME?" or "#NUM!" or "#NULL!" or "#SPILL!" or "#CALC!";
    }

    /// <summary>Whether text is a marker by its own name or by a sign that is nothing else: among words of any kind, <c>c</c> is a letter.</summary>
    public static bool IsPlain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryRead(text, out var figure)
            && (text.TrimStart() is ['[' or '#' or '-' or '\u2013' or '\u2014' or '\u2212', ..] || text.Contains('/', StringComparison.Ordinal)
                || text.Trim().Replace('-', ' ').StartsWith(figure.Marker!.Value.Code(), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What a program writes where it has nothing, such as <c>null</c>.</summary>
    public static bool IsProgramWord(string text) => Programs.Contains(text, StringComparer.OrdinalIgnoreCase);

    public static bool TryRead(string text, out Figure figure)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        if (WithWords.TryGetValue(trimmed, out figure))
        {
            return true;
        }

        if (IsBound(trimmed))
        {
            figure = Figure.Of(Marker.Suppressed, trimmed.Replace(" ", string.Empty, StringComparison.Ordinal));
            return true;
        }

        // A colon alone is how statistical offices write that a figure is not available.
        var colon = trimmed.Length == 1 ? -1 : trimmed.IndexOf(':', StringComparison.Ordinal);
        if (!Words.TryGetValue(Spaced(colon < 0 ? trimmed : trimmed[..colon]), out var marker))
        {
            return false;
        }

        figure = Figure.Of(marker, colon < 0 ? null : trimmed[(colon + 1)..].Trim());
        return true;
    }

    /// <summary>Less or more than a number, as a small count is hidden: <c>&lt;5</c>, <c>&gt;95%</c>.</summary>
    private static bool IsBound(string text) =>
        text.Length is > 1 and <= LongestBound && text[0] is '<' or '>' or '\u2264' or '\u2265'
        && NumberText.TryRead(text[1..].TrimStart('='), false, out _, out _);

    private static string Spaced(string text)
    {
        var word = text.Trim();
        return word.Length > 3 && char.IsAsciiLetter(word[0]) ? word.Replace('-', ' ').Replace('_', ' ') : word;
    }
}
