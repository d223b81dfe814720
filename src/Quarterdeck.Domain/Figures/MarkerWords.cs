
namespace Quarterdeck.Domain.Figures;

/// <summary>The words of the markers: the code in packs and records, and what a reader sees in a cell.</summary>
public static class MarkerWords
{
    /// <summary>As written in packs and records: <c>not yet due</c>.</summary>
    public static string Code(this Marker marker) => marker switch
    {
        Marker.Suspended => "suspended",
        Marker.NotYetDue => "not yet due",
        Marker.NotReturned => "not returned",
        Marker.NotCollected => "not collected",
        Marker.New => "new",
        Marker.NotApplicable => "not applicable",
        Marker.NotAvailable => "not available",
        Marker.Suppressed => "suppressed",
        Marker.Nil => "nil",
        Marker.Withheld => "withheld",
    };

    /// <summary>As printed in a cell: <c>Not yet due</c>, <c>n/a</c>.</summary>
    public static string Shown(this Marker marker) => marker switch
    {
        Marker.NotApplicable => "n/a",
        Marker.Nil => "-",
        _ => string.Concat(marker.Code()[..1].ToUpperInvariant(), marker.Code().AsSpan(1)),
    };

    /// <summary>
    /// Whether the marker stands in a period's place as its latest news. A result not yet due, or a series too new to
    /// have one, leaves the last number as the latest.
    /// </summary>
    public static bool TakesItsPlace(this Marker marker) => marker is not (Marker.NotYetDue or Marker.New);
}
