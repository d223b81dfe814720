namespace Quarterdeck.Documents.Tree;

/// <summary>A table: its rows all reach across its columns, and at least one column names the row.</summary>
public sealed record Table : Block
{
    private const int FewRows = 8;

    /// <exception cref="ArgumentException">There are no columns, or a row does not reach across them: a bug in what made it.</exception>
    public Table(Anchor id, string caption, IReadOnlyList<Column> columns, IReadOnlyList<Row> rows)
    {
        if (columns.Count == 0)
        {
            throw new ArgumentException($"The table '{caption}' has no columns.", nameof(columns));
        }

        foreach (var row in rows)
        {
            var across = row.Cells.Sum(cell => cell.Span);
            if (across != columns.Count)
            {
                throw new ArgumentException($"A row of the table '{caption}' reaches across {across} of its {columns.Count} columns.", nameof(rows));
            }
        }

        (Id, Caption, Columns, Rows) = (id, caption, columns, rows);
    }

    public Anchor Id { get; }

    public string Caption { get; }

    public IReadOnlyList<Column> Columns { get; }

    public IReadOnlyList<Row> Rows { get; }

    /// <summary>How the table is built and what to look for, for those who cannot glance at it.</summary>
    public string? Summary { get; init; }

    /// <summary>What stands instead of rows when there are none.</summary>
    public string WhenEmpty { get; init; } = "There is nothing to show.";

    /// <summary>The notes its cells and columns refer to, by key.</summary>
    public IReadOnlyList<Footnote> Footnotes { get; init; } = [];

    /// <summary>Its rows stand in the sheets of data of a workbook too, which then leaves the table out.</summary>
    public bool IsInData { get; init; }

    /// <summary>The same table with other columns or rows.</summary>
    public Table With(IReadOnlyList<Column> columns, IReadOnlyList<Row> rows, Anchor? id = null) =>
        new(id ?? Id, Caption, columns, rows) { Summary = Summary, WhenEmpty = WhenEmpty, Footnotes = Footnotes, IsInData = IsInData };

    /// <summary>Whether it stands on one page: tables of few rows, unless they are of sentences, which part between rows.</summary>
    public bool IsShort => Rows.Count <= FewRows && Columns.All(column => column.Width != ColumnWidth.Widest);

    /// <summary>Names of rows are bold where they stand first: behind a reference its title is not.</summary>
    public bool IsBold(int column) => column == 0 && IsRowHeader(0);

    /// <summary>Whether the cells of a column name their row: those marked so, else those of the first column.</summary>
    public bool IsRowHeader(int column) => Columns.Any(each => each.RowHeader) ? Columns[column].RowHeader : column == 0;
}

public enum Align
{
    Start,
    Centre,
    End,
}

/// <summary>How much room a column wants beside the others.</summary>
public enum ColumnWidth
{
    /// <summary>A reference, a short word.</summary>
    Narrow,

    /// <summary>A figure, a rating.</summary>
    Normal,

    /// <summary>A title.</summary>
    Wide,

    /// <summary>Sentences.</summary>
    Widest,
}

/// <summary>A column and its heading.</summary>
public sealed record Column(string Label)
{
    /// <summary>A heading over neighbouring columns that share it: <c>Thresholds</c> over Lower and Upper.</summary>
    public string? Group { get; init; }

    public Align Align { get; init; }

    public ColumnWidth Width { get; init; } = ColumnWidth.Normal;

    /// <summary>Its cells name their row.</summary>
    public bool RowHeader { get; init; }

    /// <summary>Keys of the table's footnotes.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

public enum RowKind
{
    Body,

    /// <summary>Names the rows below it, across the table: an area within a summary.</summary>
    Group,
    Total,
}

public sealed record Row(IReadOnlyList<Cell> Cells)
{
    public RowKind Kind { get; init; }

    /// <summary>Where a link to the row leads.</summary>
    public Anchor? Id { get; init; }

    /// <summary>A row that names those below it, across so many columns.</summary>
    public static Row GroupOf(RichText name, int columns) => new([new TextCell(name) { Span = columns }]) { Kind = RowKind.Group };
}
