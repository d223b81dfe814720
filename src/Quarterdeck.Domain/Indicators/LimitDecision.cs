using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Indicators;

/// <summary>
/// Somebody's decision that the limits of an indicator's chart begin anew, because the service itself changed. Unlike a break, figures before and after can
/// still be compared.
/// </summary>
/// <param name="Reason">What changed.</param>
/// <param name="By">Who decided: a post or a name.</param>
/// <param name="On">The day.</param>
/// <param name="FrozenAfter">The limits come from the first figures, this many, and stay; null: from all figures.</param>
public sealed record LimitDecision(string Reason, string By, DateOnly On, int? FrozenAfter)
{
    /// <summary>All of it in sentences.</summary>
    /// <param name="from">The first month of the new limits; null: from the beginning.</param>
    public string Sentence(Month? from)
    {
        var began = from is { } month ? $"The limits began anew in {MonthNames.Long(month)}" : "The limits were decided on";
        var frozen = FrozenAfter is { } count ? $" They come from the first {count} figures and stay as they are." : string.Empty;
        return $"{began}: {Reason.TrimEnd('.')}.{frozen} Decided by {By} on {MonthNames.Long(On)}.";
    }
}
