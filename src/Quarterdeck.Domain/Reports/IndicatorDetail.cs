using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Ranges;

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

    /// <summary>Why the figure cannot be joined to the one before: what changed, or nothing where a year begins again; null where it can.</summary>
    public string? Break { get; init; }
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

/// <summary>A part of the whole with its latest result.</summary>
/// <param name="Name">The part: a district, a directorate.</param>
/// <param name="Period">The period the result is for; empty where there is none.</param>
/// <param name="Displayed">As printed, or why there is none.</param>
/// <param name="Target">The target with the same breakdown, as printed; null where none is set.</param>
/// <param name="Rating">Null where no rating is asked of the indicator, or no target is set for the part.</param>
public sealed record BreakdownRow(string Name, string Period, string Displayed, string? Target, ShownRating? Rating);

/// <summary>What one of those compared with achieved.</summary>
/// <param name="Name">Who, or which average.</param>
/// <param name="Period">The period it is for.</param>
/// <param name="Displayed">Rounded as the indicator is.</param>
/// <param name="Rank">Its place among those of the same period, 1 being best; null where it has none.</param>
/// <param name="Note">What to know of it.</param>
public sealed record PeerRow(string Name, string Period, string Displayed, int? Rank, string? Note)
{
    /// <summary>The indicator itself.</summary>
    public bool IsOwn { get; init; }
}

/// <summary>What others achieved beside the indicator's own figure, each with its latest.</summary>
/// <param name="Rows">Best first where they have ranks, else as held.</param>
/// <param name="Sentence">The rank, the quartile and the median in words; null where fewer than three can be ranked.</param>
public sealed record PeerComparison(IReadOnlyList<PeerRow> Rows, string? Sentence);

/// <summary>What a reader wants to know of one indicator beyond its row.</summary>
public sealed record IndicatorDetail
{
    public required RatedIndicator Rated { get; init; }

    /// <summary>Reference and title.</summary>
    public required string Heading { get; init; }

    /// <summary>Reference and short title, for a chart or a list.</summary>
    public required string ShortHeading { get; init; }

    /// <summary>Why the rating, alert or absence of one is what it is, with all there is to know.</summary>
    public required string Explanation { get; init; }

    /// <summary>How the figure stands, in the one sentence papers and pages say of it.</summary>
    public required string Sentence { get; init; }

    /// <summary>Its rating; null where none is asked of it.</summary>
    public ShownRating? Rating { get; init; }

    /// <summary>Where it lies against its expected range; null where that is not tested.</summary>
    public RangeAlert? Alert { get; init; }

    public IReadOnlyList<ShownDirection> Directions { get; init; } = [];

    /// <summary>What it measures and what to know of its data, a sentence or two each.</summary>
    public IReadOnlyList<string> Definition { get; init; } = [];

    /// <summary>Titles of the objectives it serves, each with what that objective itself serves.</summary>
    public IReadOnlyList<string> Objectives { get; init; } = [];

    /// <summary>Those who answer for this indicator rather than for its area.</summary>
    public IReadOnlyList<PostHolders> Posts { get; init; } = [];

    /// <summary>What others achieved; null where nothing is held.</summary>
    public PeerComparison? Peers { get; init; }

    /// <summary>The parts of the whole, each with its latest result.</summary>
    public IReadOnlyList<BreakdownRow> Breakdowns { get; init; } = [];

    /// <summary>Null when fewer than two numbers are held.</summary>
    public Trend? Trend { get; init; }
}
