namespace Quarterdeck.Documents.Sheets;

/// <summary>A spreadsheet release after the government's guidance: a cover, contents, notes, then one table a sheet. No fills, merged cells, frozen panes or
/// filters.</summary>
/// <param name="Title">Of the document.</param>
/// <param name="Language">Of the text: <c>en-GB</c>.</param>
/// <param name="Author">The organisation.</param>
/// <param name="Date">From the data, never the clock.</param>
/// <param name="Sheets">In order; names are unique.</param>
public sealed record Workbook(string Title, string Language, string Author, DateOnly Date, IReadOnlyList<Sheet> Sheets);

/// <summary>One sheet: its heading in A1, lines of words below it, and at most one table under them.</summary>
/// <param name="Name">1 to 31 characters without <c>[ ] : * ? / \</c>.</param>
/// <param name="Heading">In A1, styled as Heading 1.</param>
/// <param name="Lines">Between heading and table, one a row.</param>
/// <param name="Table">The sheet's table; null for words alone.</param>
public sealed record Sheet(string Name, string Heading, IReadOnlyList<SheetCell> Lines, SheetTable? Table);

/// <summary>A table that the spreadsheet program knows by name.</summary>
/// <param name="Name">Letters, digits and underscores, beginning with a letter; unique in the workbook.</param>
/// <param name="Columns">Unique headers, in order.</param>
/// <param name="Rows">Each with one cell a column; read once, in order, so that a long table need not be held in memory.</param>
/// <param name="RowCount">How many rows there are.</param>
public sealed record SheetTable(string Name, IReadOnlyList<SheetColumn> Columns, IEnumerable<IReadOnlyList<SheetCell>> Rows, int RowCount);

/// <param name="Header">Says the unit where there is one: <c>Value (%)</c>.</param>
/// <param name="Width">In characters.</param>
public sealed record SheetColumn(string Header, int Width);

/// <summary>One cell. There are no empty cells in a table: a marker in brackets says why nothing stands there.</summary>
public abstract record SheetCell
{
    private SheetCell()
    {
    }

    public sealed record Text(string Words) : SheetCell;

    /// <summary>A second-level heading among lines of words.</summary>
    public sealed record Heading(string Words) : SheetCell;

    /// <param name="Value">Exact.</param>
    /// <param name="Places">Decimal places shown, 0 to 9.</param>
    public sealed record Number(decimal Value, int Places) : SheetCell;

    /// <param name="Words">What is shown.</param>
    /// <param name="Address">A web or mail address, or <c>#Sheet name</c>.</param>
    public sealed record Link(string Words, string Address) : SheetCell;
}
