using Quarterdeck.Domain.Assessment;

namespace Quarterdeck.Domain.Reports;

/// <summary>A section of a report with what it shows. The kinds of part are the records below and nothing else.</summary>
/// <param name="Code">The section's code in the report's settings: <c>called-in</c>.</param>
/// <param name="Heading">Its heading.</param>
public abstract record ReportPart(string Code, string Heading)
{
    /// <summary>What people wrote under the section's heading; it comes first.</summary>
    public IReadOnlyList<Narrative> Opening { get; init; } = [];
}

/// <summary>The list of sections, so many levels deep, with page numbers where there are pages.</summary>
public sealed record ContentsPart(string Code, string Heading, int Depth) : ReportPart(Code, Heading);

/// <summary>What the ratings and alerts mean.</summary>
public sealed record GuidancePart(string Code, string Heading, IReadOnlyList<GuidanceNote> Notes) : ReportPart(Code, Heading);

/// <summary>Page one: the message in a sentence, what is worst and why, what else to know. It needs no heading.</summary>
public sealed record FrontPart(string Code, string Heading, FrontPage Front) : ReportPart(Code, Heading);

/// <summary>Charts of indicators, several on a page.</summary>
public sealed record ChartsPart(string Code, string Heading, IReadOnlyList<IndicatorDetail> Details) : ReportPart(Code, Heading);

/// <summary>Tables of the indicators listed for a reason: how many in words, also when there are none, then their rows.</summary>
public sealed record TablesPart(string Code, string Heading, string Sentence, IReadOnlyList<IndicatorTable> Tables) : ReportPart(Code, Heading);

/// <summary>How many indicators have each rating, and every counted indicator under its area.</summary>
public sealed record SummaryPart(string Code, string Heading, Summary Summary) : ReportPart(Code, Heading);

/// <summary>How many indicators have each rating, in words and as a table.</summary>
public sealed record CountsPart(string Code, string Heading, Summary Summary, IReadOnlyList<string> Sentences) : ReportPart(Code, Heading);

/// <summary>Texts people wrote.</summary>
public sealed record TextsPart(string Code, string Heading, IReadOnlyList<NarrativeGroup> Groups) : ReportPart(Code, Heading);

/// <summary>Sentences made from the report's settings and figures.</summary>
public sealed record SentencesPart(string Code, string Heading, IReadOnlyList<string> Sentences) : ReportPart(Code, Heading)
{
    /// <summary>Shown as a list under the sentences; empty when there is none.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];
}

/// <summary>What the indicators serve, as a tree flattened in reading order.</summary>
public sealed record ObjectivesPart(string Code, string Heading, IReadOnlyList<ObjectiveLine> Lines) : ReportPart(Code, Heading);

/// <summary>What assurance must look at, in report order.</summary>
public sealed record CallInsPart(string Code, string Heading, IReadOnlyList<CalledIn> CallIns) : ReportPart(Code, Heading);

/// <summary>Departments, their areas, and the tables of each.</summary>
public sealed record AreasPart(string Code, string Heading, IReadOnlyList<DepartmentSection> Departments) : ReportPart(Code, Heading)
{
    /// <summary>Every table in reading order.</summary>
    public IEnumerable<IndicatorTable> Tables => Departments.SelectMany(department => department.Areas).SelectMany(area => area.Tables);
}

/// <summary>Every counted indicator in one table: rating now, rating before, and direction.</summary>
public sealed record StandingPart(string Code, string Heading, IReadOnlyList<StandingRow> Rows) : ReportPart(Code, Heading);

/// <summary>Programmes looked at closely: texts and tables of highlight indicators.</summary>
public sealed record ProgrammesPart(string Code, string Heading, IReadOnlyList<Programme> Programmes) : ReportPart(Code, Heading);

/// <summary>A sheet for each counted indicator.</summary>
public sealed record SheetsPart(string Code, string Heading, IReadOnlyList<IndicatorSheet> Sheets) : ReportPart(Code, Heading)
{
    /// <summary>Each starts a page.</summary>
    public bool PageEach { get; init; }
}

/// <summary>Tables of other figures: complaints, staff.</summary>
public sealed record FreeTablesPart(string Code, string Heading, IReadOnlyList<FreeTable> Tables) : ReportPart(Code, Heading);

/// <summary>Ratings that changed since last time: the changes counted in words, then each of them, worsened first.</summary>
public sealed record MovementsPart(string Code, string Heading, string Sentence, IReadOnlyList<Movement> Rows) : ReportPart(Code, Heading);

/// <summary>Indicators that need a reader's attention for one reason: how many in words, also when there are none, then each of them.</summary>
public sealed record ListedPart(string Code, string Heading, string Sentence, IReadOnlyList<ListedIndicator> Rows) : ReportPart(Code, Heading);

/// <summary>Every period of one indicator that has a result, as a table.</summary>
public sealed record PeriodsPart(string Code, string Heading, RatedIndicator Rated, IReadOnlyList<TrendRow> Rows) : ReportPart(Code, Heading);

/// <summary>Some indicators side by side: the rating of each, all their periods, and a chart of each.</summary>
public sealed record ComparedIndicatorsPart(string Code, string Heading, IReadOnlyList<ComparedIndicator> Indicators, IReadOnlyList<ComparedPeriod> Periods)
    : ReportPart(Code, Heading);

/// <summary>One indicator's years side by side.</summary>
public sealed record ComparedYearsPart(string Code, string Heading, YearComparison Comparison) : ReportPart(Code, Heading);

/// <summary>How many indicators have each rating in each area, or under each priority, in two rounds side by side.</summary>
public sealed record ComparedGroupsPart(string Code, string Heading, GroupComparison Comparison) : ReportPart(Code, Heading);

/// <summary>Every risk in a table, after a sentence.</summary>
public sealed record RisksPart(string Code, string Heading, string Sentence, IReadOnlyList<RiskLine> Risks) : ReportPart(Code, Heading);

/// <summary>The risks by how likely and how grave they are, each from 1 to the top of the council's scale.</summary>
public sealed record RiskMatrixPart(string Code, string Heading, IReadOnlyList<RiskLine> Risks, int Top) : ReportPart(Code, Heading);

/// <summary>Actions in a table, after a sentence.</summary>
public sealed record ActionsPart(string Code, string Heading, string Sentence, IReadOnlyList<ActionLine> Actions) : ReportPart(Code, Heading);
