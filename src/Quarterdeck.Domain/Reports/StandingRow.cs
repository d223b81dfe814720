using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Reports;

/// <summary>An indicator as lists of a report name it.</summary>
/// <param name="Ref">Its reference.</param>
/// <param name="Printed">The reference as printed; null where the pack has only a key.</param>
/// <param name="Title">Its title in lists.</param>
public sealed record NamedIndicator(IndicatorRef Ref, string? Printed, string Title)
{
    /// <summary>Reference and title, for a sentence or a cell of its own.</summary>
    public string Full => Printed is null ? Title : $"{Printed}: {Title}";
}

/// <summary>One indicator among all: its rating now, its rating before, and its direction.</summary>
/// <param name="Indicator">Which.</param>
/// <param name="Area">The area that answers for it; null when none does.</param>
/// <param name="Now">Its rating: the latest period's, or a milestone's for the year to date.</param>
/// <param name="Before">The rating of the own period before; null where there is no such thing (milestones).</param>
/// <param name="Direction">By its first method; null where it has none.</param>
public sealed record StandingRow(NamedIndicator Indicator, string? Area, ShownRating Now, ShownRating? Before, ShownDirection? Direction);

/// <summary>An indicator assurance must look at.</summary>
public sealed record CalledIn(NamedIndicator Indicator, CallIn CallIn);

public enum MovementKind
{
    Worsened,
    Improved,

    /// <summary>Rated now and not before.</summary>
    NewlyRated,

    /// <summary>Rated before and not now.</summary>
    NoLongerRated,
}

/// <summary>A rating that changed.</summary>
public sealed record Movement(NamedIndicator Indicator, MovementKind Kind, ShownRating Before, ShownRating Now);

/// <summary>An indicator listed for a reason, with what has been said of it.</summary>
/// <param name="Indicator">Which.</param>
/// <param name="Rating">Its rating; null for lists that are not about ratings.</param>
/// <param name="Why">In one or two sentences.</param>
/// <param name="Commentary">The round's texts about it.</param>
public sealed record ListedIndicator(NamedIndicator Indicator, ShownRating? Rating, string Why, IReadOnlyList<Narrative> Commentary);
