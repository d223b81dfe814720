using Quarterdeck.Domain.Results;

namespace Quarterdeck.Packs.Cells;

/// <summary>
/// Reads why there is no number: <c>n/a</c>, <c>-</c>, <c>[x]</c>, <c>suspended</c>, or a word with the council's own
/// after it, <c>new: New in 2025/26</c>.
/// </summary>
public static class MarkerText
{
    private static readonly Dictionary<string, Marker> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["n/a"] = Marker.NotApplicable,
        ["n.a."] = Marker.NotApplicable,
        ["na"] = Marker.NotApplicable,
        ["[z]"] = Marker.NotApplicable,
        ["[x]"] = Marker.NotAvailable,
        ["#n/a"] = Marker.NotAvailable,
        ["[c]"] = Marker.Suppressed,
        ["-"] = Marker.Nil,
        ["\u2013"] = Marker.Nil,
        ["\u2014"] = Marker.Nil,
        ["\u2212"] = Marker.Nil,
        ["not due"] = Marker.NotYetDue,
    };

    static MarkerText()
    {
        foreach (var marker in Enum.GetValues<Marker>())
        {
            Words[marker.Code()] = marker;
        }
    }

    /// <summary>The codes a pack may hold, for the reference.</summary>
    public static IEnumerable<string> Codes => Enum.GetValues<Marker>().Select(marker => marker.Code());

    /// <summary>A spreadsheet's error, such as <c>#REF!</c>, whether or not it can be read as a marker.</summary>
    public static bool IsSpreadsheetError(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.ToUpperInvariant() is "#N/A" or "#REF!" or "#DIV/0!" or "#VALUE!" or "#NAME?" or "#NUM!" or "#NULL!" or "#SPILL!" or "#CALC!";
    }

    public static bool TryRead(string text, out Figure figure)
    {
        ArgumentNullException.ThrowIfNull(text);
        figure = default;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var code = Spaced(colon < 0 ? text : text[..colon]);
        if (!Words.TryGetValue(code, out var marker))
        {
            return false;
        }

        figure = Figure.Of(marker, colon < 0 ? null : text[(colon + 1)..].Trim());
        return true;
    }

    private static string Spaced(string text) =>
        text.Trim() is { Length: > 1 } code ? code.Replace('-', ' ').Replace('_', ' ') : text.Trim();
}
