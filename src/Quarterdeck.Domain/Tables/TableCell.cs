using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Tables;

/// <summary>What a row of a free table is to its total.</summary>
public enum TableRole
{
    Detail,
    Total,

    /// <summary>Part of another row, and already in it.</summary>
    OfWhich,

    /// <summary>Beside the table's sum: for information.</summary>
    Memo,
}

/// <summary>One cell of a free table: complaints, staff, highlight targets and the like.</summary>
public sealed record TableCell
{
    public required string Table { get; init; }

    public required string Row { get; init; }

    public required string Column { get; init; }

    /// <summary>The number or marker, or null when the cell is blank or holds words.</summary>
    public Figure? Value { get; init; }

    /// <summary>The words, when the cell holds words.</summary>
    public string? Text { get; init; }

    public string? Title { get; init; }

    public int? RowOrder { get; init; }

    public int? ColumnOrder { get; init; }

    public TableRole Role { get; init; }

    /// <summary>The row this row adds into.</summary>
    public string? PartOf { get; init; }

    /// <summary>The column this column adds into.</summary>
    public string? ColumnPartOf { get; init; }

    public Unit? Unit { get; init; }

    public string? Note { get; init; }

    /// <summary>Why parts and total differ, where that is accepted.</summary>
    public string? Accepted { get; init; }

    public Origin At { get; init; }
}
