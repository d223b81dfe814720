using Quarterdeck.Domain.Results;

namespace Quarterdeck.Interchange.Values;

/// <summary>Reads why there is no number, in the council's words, the government's shorthand or a spreadsheet's error.</summary>
public static class MarkerText
{
    private static readonly Vocabulary<Marker> Words = new(
        ("suspended", Marker.Suspended), ("not-yet-due", Marker.NotYetDue), ("not-due", Marker.NotYetDue),
        ("not-returned", Marker.NotReturned), ("not-collected", Marker.NotCollected), ("new", Marker.New),
        ("not-applicable", Marker.NotApplicable), ("n/a", Marker.NotApplicable), ("na", Marker.NotApplicable), ("[z]", Marker.NotApplicable),
        ("not-available", Marker.NotAvailable), ("#n/a", Marker.NotAvailable), ("[x]", Marker.NotAvailable),
        ("suppressed", Marker.Suppressed), ("[c]", Marker.Suppressed), ("confidential", Marker.Suppressed),
        ("nil", Marker.Nil), ("-", Marker.Nil), ("–", Marker.Nil), ("—", Marker.Nil), ("withheld", Marker.Withheld));

    /// <summary>The markers by the words packs use.</summary>
    public static IEnumerable<string> Known => Enum.GetValues<Marker>().Select(marker => marker.Code());

    /// <summary>A marker, or <c>marker: words</c>; null when the text is neither.</summary>
    public static Figure? Read(string text)
    {
        if (Words.TryRead(text, out var marker))
        {
            return Figure.Of(marker);
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Words.TryRead(text[..colon], out marker) ? Figure.Of(marker, text[(colon + 1)..].Trim()) : null;
    }
}
