namespace Quarterdeck.Packs.Tables;

/// <summary>One row that holds something.</summary>
/// <param name="Number">Its row number as a spreadsheet shows it: the header is usually row 1, blank rows count.</param>
/// <param name="Cells">From the first column; trailing blanks may be left out.</param>
public sealed record RawRow(int Number, IReadOnlyList<RawCell> Cells)
{
    /// <summary>The cell of a column from 0; blank beyond the last.</summary>
    public RawCell this[int column] => column < Cells.Count ? Cells[column] : RawCell.Blank;
}
