using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Reports;

/// <summary>A band and what it means, for the key.</summary>
public sealed record KeyEntry(Band Band, string Meaning);

/// <summary>Guidance under one heading.</summary>
/// <param name="Heading">What it is about.</param>
/// <param name="Key">The bands it explains; empty when it explains none.</param>
/// <param name="Paragraphs">What it says, after the key.</param>
public sealed record GuidanceNote(string Heading, IReadOnlyList<KeyEntry> Key, IReadOnlyList<string> Paragraphs);

public sealed record SummaryRow(IndicatorRef Ref, string Title, ShownRating Latest, ShownRating YearToDate)
{
    /// <summary>The reference as printed; null where the pack has only a key.</summary>
    public string? Reference { get; init; }
}

/// <summary>Indicators under one heading of the summary.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Rows">Its indicators.</param>
/// <param name="Latest">Their counts for the latest period, by the bands of the whole summary.</param>
public sealed record SummaryGroup(string Heading, IReadOnlyList<SummaryRow> Rows, RatingCounts Latest);

/// <summary>The ratings of the report at a glance, and their counts.</summary>
public sealed record Summary
{
    /// <summary>KPIs and milestones: what is counted.</summary>
    public required IReadOnlyList<SummaryGroup> Groups { get; init; }

    /// <summary>Rated, but outside the counts.</summary>
    public IReadOnlyList<SummaryRow> Highlights { get; init; } = [];

    public required RatingCounts Latest { get; init; }

    public required RatingCounts YearToDate { get; init; }

    /// <summary>Whether any indicator of the summary has a year to date; without one the column is left out.</summary>
    public bool HasYearToDate { get; init; }
}

/// <summary>Page one of a report: what it has to say.</summary>
public sealed record FrontPage
{
    /// <summary><c>6 Red, 1 Amber and 23 Green</c>.</summary>
    public required string Counts { get; init; }

    /// <summary><c>of 30 key performance indicators.</c></summary>
    public required string Of { get; init; }

    /// <summary>What changed since the last report; null where nothing is compared.</summary>
    public string? Changes { get; init; }

    /// <summary>The words of the bands that must be acted on: <c>Red</c>.</summary>
    public required string FailingWord { get; init; }

    /// <summary>Those that must be acted on, each with a sentence and the first of what was said of it.</summary>
    public required IReadOnlyList<ListedIndicator> Failing { get; init; }

    /// <summary>What else to know, a heading and a line each: short of the target, outside the expected range.</summary>
    public required IReadOnlyList<FrontLine> Lines { get; init; }

    /// <summary>Counts by service, each indicator once, the worst band first.</summary>
    public required IReadOnlyList<SummaryGroup> Groups { get; init; }
}

/// <param name="Heading">What is listed.</param>
/// <param name="Text">The list.</param>
public sealed record FrontLine(string Heading, string Text);
