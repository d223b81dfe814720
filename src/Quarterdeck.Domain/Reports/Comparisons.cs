using Quarterdeck.Domain.Assessment;

namespace Quarterdeck.Domain.Reports;

/// <summary>One of some indicators that are compared.</summary>
/// <param name="Indicator">Which.</param>
/// <param name="Sheet">What its own page says of it.</param>
/// <param name="Good">Which way is good, in words; null where that is not said.</param>
public sealed record ComparedIndicator(NamedIndicator Indicator, IndicatorSheet Sheet, string? Good);

/// <summary>A period of some indicators that are compared.</summary>
/// <param name="Label">In words; where the indicators are counted by different periods, the month in which they close.</param>
/// <param name="Each">One an indicator; null where no period of it closes then.</param>
public sealed record ComparedPeriod(string Label, IReadOnlyList<TrendRow?> Each);

/// <summary>One indicator's years side by side, by its own periods.</summary>
public sealed record YearComparison
{
    public required IndicatorDetail Detail { get; init; }

    /// <summary>Oldest first: <c>2024/25</c>. The last is the year of the latest result.</summary>
    public required IReadOnlyList<string> Years { get; init; }

    /// <summary>The periods of a year in order, those for which no year has anything left out.</summary>
    public required IReadOnlyList<YearRow> Rows { get; init; }

    /// <summary>The year to date of the last two years; null where the indicator has none.</summary>
    public YearRow? YearToDate { get; init; }

    /// <summary>What a reader would take from looking at it.</summary>
    public required IReadOnlyList<string> Sentences { get; init; }
}

/// <summary>A period of a year, in each of the years.</summary>
/// <param name="Label">Without its year: <c>October</c>.</param>
/// <param name="ShortLabel">The same for the foot of a chart: <c>Oct</c>.</param>
/// <param name="Each">One a year, oldest first.</param>
/// <param name="Change">How the last year differs from the one before it, in words with the unit; null where one of them has no figure.</param>
public sealed record YearRow(string Label, string ShortLabel, IReadOnlyList<YearFigure> Each, string? Change);

/// <summary>A figure of one year.</summary>
/// <param name="Value">As displayed; null where there is none.</param>
/// <param name="Displayed">As printed, or the words in its place.</param>
/// <param name="Own">The period's own record; null for a figure of the year before that was typed beside this year's.</param>
public sealed record YearFigure(decimal? Value, string Displayed, RatedPeriod? Own);

/// <summary>Counts of ratings by area or by priority, in two rounds.</summary>
public sealed record GroupComparison
{
    /// <summary>What a group is: <c>Area</c>, <c>Priority</c>.</summary>
    public required string GroupWord { get; init; }

    /// <summary>The rounds in words, the earlier first.</summary>
    public required IReadOnlyList<string> Rounds { get; init; }

    public required IReadOnlyList<ComparedGroup> Groups { get; init; }

    /// <summary>All indicators, one a round; each once, however many groups it is in.</summary>
    public required ComparedGroup All { get; init; }

    /// <summary>The counts in words, and what to know of the groups.</summary>
    public required IReadOnlyList<string> Sentences { get; init; }
}

/// <summary>A group's counts.</summary>
/// <param name="Name">The area's or the priority's.</param>
/// <param name="Rounds">One a round, all with the same bands; null where the group had no indicators then.</param>
public sealed record ComparedGroup(string Name, IReadOnlyList<RatingCounts?> Rounds);
