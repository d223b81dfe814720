using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Reports;

/// <param name="Kind">What it holds.</param>
/// <param name="Heading">Its words, from the label catalogue.</param>
public sealed record ReportColumn(ColumnKind Kind, string Heading)
{
    /// <summary>A heading over neighbouring columns that share it.</summary>
    public string? Group { get; init; }
}

/// <summary>An indicator's row; its cells reach across the table's columns.</summary>
public sealed record ReportRow(RatedIndicator Rated, IReadOnlyList<ReportCell> Cells);

/// <summary>A note to cells of one table; its mark is given where it is written.</summary>
/// <param name="Key">Unique in the table.</param>
/// <param name="Text">Markdown subset.</param>
public sealed record TableNote(string Key, string Text);

/// <summary>A table of indicators of one kind, frequency and delivery partner, with what belongs beneath it.</summary>
public sealed record IndicatorTable
{
    public required IndicatorKind Kind { get; init; }

    /// <summary>Stands alone in a list of tables: <c>Finance: monthly performance, results to October 2025</c>.</summary>
    public required string Caption { get; init; }

    /// <summary>Under the area's own heading: <c>Key performance indicators, monthly</c>.</summary>
    public required string Heading { get; init; }

    /// <summary>The period columns, oldest first; empty for milestones alone.</summary>
    public IReadOnlyList<Period> Periods { get; init; } = [];

    public required IReadOnlyList<ReportColumn> Columns { get; init; }

    public required IReadOnlyList<ReportRow> Rows { get; init; }

    public IReadOnlyList<TableNote> Notes { get; init; } = [];

    /// <summary>What holds for the whole table, a sentence each: figures that are provisional, periods that differ.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Texts about its indicators, in the order of the rows.</summary>
    public IReadOnlyList<NarrativeGroup> Narrative { get; init; } = [];
}
