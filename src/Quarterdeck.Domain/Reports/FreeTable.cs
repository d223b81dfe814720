using Quarterdeck.Domain.Tables;

namespace Quarterdeck.Domain.Reports;

/// <summary>A table of other figures, as a report shows it.</summary>
public sealed record FreeTable
{
    /// <summary>The table's name in the pack.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    public required IReadOnlyList<FreeRow> Rows { get; init; }

    public IReadOnlyList<TableNote> Notes { get; init; } = [];

    /// <summary>What is true for the whole table.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Texts about it.</summary>
    public IReadOnlyList<NarrativeGroup> Narrative { get; init; } = [];
}

/// <param name="Name">What the row is of.</param>
/// <param name="Role">What it is to its total.</param>
/// <param name="Cells">One a column.</param>
public sealed record FreeRow(string Name, TableRole Role, IReadOnlyList<ReportCell> Cells);
