using Quarterdeck.Domain.CallIns;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Reports;

/// <summary>A dashboard, complete and in reading order. It shows what the rated records say and computes nothing of its own.</summary>
public sealed record Dashboard
{
    public required ReportDefinition Definition { get; init; }

    public required Labels Labels { get; init; }

    public required TitleBlock Title { get; init; }

    public required IReadOnlyList<GuidanceNote> Guidance { get; init; }

    public required Summary Summary { get; init; }

    /// <summary>Texts about the report as a whole.</summary>
    public IReadOnlyList<NarrativeGroup> Narrative { get; init; } = [];

    public required IReadOnlyList<DepartmentSection> Departments { get; init; }

    /// <summary>What assurance must look at, in report order.</summary>
    public IReadOnlyList<CallIn> CallIns { get; init; } = [];

    /// <summary>Every rated record of the report, in the order of its tables.</summary>
    public IReadOnlyList<RatedIndicator> Rated => [.. Departments.SelectMany(department => department.Areas).SelectMany(area => area.Tables).SelectMany(table => table.Rows).Select(row => row.Rated)];

    /// <summary>Every table in reading order.</summary>
    public IEnumerable<IndicatorTable> Tables => Departments.SelectMany(department => department.Areas).SelectMany(area => area.Tables);
}

/// <summary>What stands at the head of the report.</summary>
public sealed record TitleBlock
{
    public required string Organisation { get; init; }

    public required string Title { get; init; }

    /// <summary><c>2025/26</c>.</summary>
    public required string FinancialYear { get; init; }

    /// <summary>Results closing by this month's end are in the report.</summary>
    public required Month ResultsTo { get; init; }

    /// <summary>The latest months the report really has: <c>September and October 2025</c>.</summary>
    public required string ResultsToWords { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public string? Committee { get; init; }

    public DateOnly? MeetingOn { get; init; }

    public string? Recommendation { get; init; }

    public string? Classification { get; init; }
}

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
public sealed record SummaryGroup(string Heading, IReadOnlyList<SummaryRow> Rows);

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

/// <summary>A department or directorate with the areas below it.</summary>
public sealed record DepartmentSection(string? Code, string Name, IReadOnlyList<AreaSection> Areas);

/// <summary>A service area or division: who answers for it, and its indicators.</summary>
public sealed record AreaSection
{
    /// <summary>Null for indicators no area answers for.</summary>
    public string? Code { get; init; }

    public required string Name { get; init; }

    /// <summary>Those in post on the report's date, by role.</summary>
    public IReadOnlyList<PostHolders> Posts { get; init; } = [];

    public required IReadOnlyList<IndicatorTable> Tables { get; init; }

    /// <summary>Texts about the area rather than one of its indicators.</summary>
    public IReadOnlyList<NarrativeGroup> Narrative { get; init; } = [];
}
