using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Reports;

public enum ReportKind
{
    Dashboard,
    Quarterly,
    Cover,
    Exceptions,
}

/// <summary>The settings of one report: what it is called, what it covers and whom it goes to.</summary>
public sealed record ReportDefinition
{
    public required string Code { get; init; }

    public required ReportKind Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>How many period columns a table shows, 1 to 13; null: 4 for KPIs and 5 for activity.</summary>
    public int? PeriodColumns { get; init; }

    /// <summary>Results are shown up to this month's end; null: the latest month with a result.</summary>
    public Month? ResultsTo { get; init; }

    /// <summary>Codes of the areas covered, with all below them; empty: every area.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    public string? Committee { get; init; }

    public DateOnly? MeetingOn { get; init; }

    public string? Recommendation { get; init; }

    public string? Classification { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public Origin At { get; init; }
}
