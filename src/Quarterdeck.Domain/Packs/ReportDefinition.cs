using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Packs;

public enum ReportKind
{
    Dashboard,
    Quarterly,
    Cover,
    Exceptions,

    /// <summary>Risks and actions.</summary>
    Register,
}

/// <summary>What a report numbers.</summary>
public enum Numbering
{
    None,

    /// <summary>Every paragraph, straight through: 1 to 14.</summary>
    Paragraphs,

    /// <summary>Sections, and the paragraphs of each: 2.1.</summary>
    Sections,
}

/// <summary>The rating by which a report lists the indicators that need action.</summary>
public enum ListBy
{
    Latest,
    Ytd,

    /// <summary>Either of the two.</summary>
    Either,
}

/// <summary>The indicators a report draws.</summary>
public enum ReportCharts
{
    None,

    /// <summary>Those short of their target and those outside their expected range.</summary>
    Exceptions,
    All,
}

/// <summary>What a report says of forecasts in its tables.</summary>
public enum ReportForecasts
{
    Shown,

    /// <summary>With the band each would be in.</summary>
    Rated,
}

/// <summary>How the paper of a report lies.</summary>
public enum Orientation
{
    Portrait,
    Landscape,
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

    /// <summary>Codes of its sections in order; empty: those usual for its kind.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>The columns of indicator tables after the periods, in order; empty: every column any row needs.</summary>
    public IReadOnlyList<ColumnKind> Columns { get; init; } = [];

    /// <summary>Null: sections for a cover report, none for others.</summary>
    public Numbering? Numbering { get; init; }

    /// <summary>Which rating lists an indicator as one that needs action; null: either.</summary>
    public ListBy? ListBy { get; init; }

    /// <summary>Labels of the bands that need commentary; empty: every band short of the target.</summary>
    public IReadOnlyList<string> CommentaryFor { get; init; } = [];

    /// <summary>Up to when the last report had results; null: each indicator is compared with its own period before.</summary>
    public Month? Since { get; init; }

    /// <summary>Code of the report that is attached as an appendix.</summary>
    public string? Attached { get; init; }

    /// <summary>Whether the attached report is bound in behind this one, in its PDF.</summary>
    public bool IsBound { get; init; }

    /// <summary>Whom to ask, one a person: role, telephone, e-mail.</summary>
    public IReadOnlyList<string> Contacts { get; init; } = [];

    /// <summary>What the report rests on; empty: none.</summary>
    public IReadOnlyList<string> Background { get; init; } = [];

    /// <summary>Null: exceptions.</summary>
    public ReportCharts? Charts { get; init; }

    /// <summary>Null: tables say nothing of forecasts.</summary>
    public ReportForecasts? Forecasts { get; init; }

    /// <summary>Null: landscape for dashboards, exceptions and registers, portrait for others.</summary>
    public Orientation? Orientation { get; init; }

    /// <summary>Whether each indicator of a quarterly report starts a page.</summary>
    public bool PagePerIndicator { get; init; }

    public Origin At { get; init; }

    /// <summary>Whether its paper lies on its long side.</summary>
    public bool IsLandscape => Orientation is { } asked ? asked == Packs.Orientation.Landscape : Kind is ReportKind.Dashboard or ReportKind.Exceptions
        or ReportKind.Register;
}
