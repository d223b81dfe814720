namespace Quarterdeck.Packs.Adoption;

/// <summary>A table within a section: its columns as understood, and where its rows begin.</summary>
/// <param name="Section">Where it stands.</param>
/// <param name="Header">The first row of its heading.</param>
/// <param name="HeaderRows">How many rows the heading takes.</param>
/// <param name="Columns">Every column with a heading.</param>
internal sealed record AdoptedBlock(SourceSection Section, SourceRow Header, int HeaderRows, IReadOnlyList<AdoptedColumn> Columns)
{
    /// <summary>Each row says in its first cell what its figures are: Actual, Target, RAG rating.</summary>
    public bool IsByRow { get; init; }

    /// <summary>The column that says what the figures of a row are; -1 without one.</summary>
    public int RowRole { get; init; } = -1;

    /// <summary>How many cells a row of it has.</summary>
    public int Width { get; init; }

    public AdoptedColumn? Of(ColumnRole role) => Columns.FirstOrDefault(column => column.Role == role);

    public bool HasPeriods => Columns.Any(column => column.Period is not null && column.Role == ColumnRole.Value);

    /// <summary>It names indicators in its rows.</summary>
    public bool NamesIndicators => Of(ColumnRole.Ref) is not null || Of(ColumnRole.Title) is not null;
}
