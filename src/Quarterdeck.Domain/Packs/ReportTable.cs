using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Packs;

/// <summary>A row of the table <c>report_tables</c>: how some tables of one report differ from what the report says of all.</summary>
public sealed record ReportTable
{
    /// <summary>Code of the report.</summary>
    public required string Report { get; init; }

    /// <summary>Code of the area whose tables are meant; null: those of every area.</summary>
    public string? Area { get; init; }

    /// <summary>The kind of table; null: every kind.</summary>
    public IndicatorKind? Kind { get; init; }

    /// <summary>The columns after the periods, in order; empty: those of the report.</summary>
    public IReadOnlyList<ColumnKind> Columns { get; init; } = [];

    /// <summary>How many periods stand side by side, 1 to 13; null: as many as the report says.</summary>
    public int? Periods { get; init; }

    /// <summary>The indicators that come first, in order; the others follow as the pack has them.</summary>
    public IReadOnlyList<IndicatorRef> Order { get; init; } = [];

    public Origin At { get; init; }

    /// <summary>What is said of a table, by the row that names it most exactly: its area and kind, its area, its kind, the report.</summary>
    public static ReportTable? Of(IEnumerable<ReportTable> rows, string report, string? area, IndicatorKind kind) => rows
        .Where(row => Same(row.Report, report) && (row.Area is null || Same(row.Area, area)) && (row.Kind is null || row.Kind == kind))
        .OrderByDescending(row => row.Area is not null)
        .ThenByDescending(row => row.Kind is not null)
        .FirstOrDefault();

    private static bool Same(string one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
