using Quarterdeck.Domain.Figures;

namespace Quarterdeck.Application.Collection;

/// <summary>Why a figure is not there, as forms offer it, and the marker it stands for.</summary>
public static class CannotGiveReasons
{
    public static IReadOnlyList<(Marker Marker, string Words)> All { get; } =
    [
        (Marker.NotAvailable, "The system or report is not available"),
        (Marker.NotReturned, "I am waiting for another organisation"),
        (Marker.Suspended, "The figure is wrong and being mended"),
        (Marker.NotCollected, "It is no longer counted"),
    ];
}
