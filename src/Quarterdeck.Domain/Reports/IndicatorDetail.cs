using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Reports;

/// <summary>One point of a trend, as printed and as drawn.</summary>
/// <param name="Rated">The period's figure, standard and rating.</param>
/// <param name="Label">The period, short.</param>
/// <param name="Value">The figure as displayed; null for a gap.</param>
/// <param name="Displayed">As printed, or why there is none.</param>
/// <param name="Rating">Its rating; null when a rating is not asked of the indicator.</param>
public sealed record TrendRow(RatedPeriod Rated, string Label, decimal? Value, string Displayed, ShownRating? Rating)
{
    /// <summary>What the trend's comparator achieved in the period; null if not known.</summary>
    public decimal? Comparator { get; init; }
}

/// <summary>An indicator's history, for a chart and the same figures as a table.</summary>
/// <param name="Title">What it shows and over which time.</param>
/// <param name="Description">What a reader would take from looking at it.</param>
/// <param name="Rows">Oldest first, gaps included, forecasts last.</param>
public sealed record Trend(string Title, string Description, IReadOnlyList<TrendRow> Rows)
{
    /// <summary>What the trend is compared with, in the indicator's own unit and periods; null for none.</summary>
    public string? Comparator { get; init; }
}

/// <summary>A direction of travel in words.</summary>
/// <param name="Travel">Null when it cannot be judged.</param>
/// <param name="Words">Compared with what, or why not.</param>
public sealed record ShownDirection(Direction? Travel, string Words);

/// <summary>A holder or holders under a role's heading.</summary>
public sealed record PostHolders(string Role, IReadOnlyList<string> Holders);

/// <summary>What a reader wants to know of one indicator beyond its row.</summary>
public sealed record IndicatorDetail
{
    public required RatedIndicator Rated { get; init; }

    /// <summary>Reference and title.</summary>
    public required string Heading { get; init; }

    /// <summary>Why the rating, alert or absence of one is what it is.</summary>
    public required string Explanation { get; init; }

    public IReadOnlyList<ShownDirection> Directions { get; init; } = [];

    /// <summary>What it measures and what to know of its data, a sentence or two each.</summary>
    public IReadOnlyList<string> Definition { get; init; } = [];

    /// <summary>Titles of the objectives it serves, each with what that objective itself serves.</summary>
    public IReadOnlyList<string> Objectives { get; init; } = [];

    /// <summary>Those who answer for this indicator rather than for its area.</summary>
    public IReadOnlyList<PostHolders> Posts { get; init; } = [];

    /// <summary>What others achieved, a sentence each.</summary>
    public IReadOnlyList<string> Comparators { get; init; } = [];

    /// <summary>Null when fewer than two numbers are held.</summary>
    public Trend? Trend { get; init; }
}
