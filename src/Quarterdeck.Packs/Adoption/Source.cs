using System.Globalization;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Adoption;

/// <summary>What a source is read as, which says how a place in it is named.</summary>
internal enum SourceKind
{
    Sheet,
    Document,
    Page,
    Text,
}

/// <summary>A cell of a source as a person sees it.</summary>
/// <param name="Text">What stands there; empty for a blank cell.</param>
/// <param name="Kind">What a workbook knows of it.</param>
internal readonly record struct SourceCell(string Text, CellKind Kind = CellKind.Text)
{
    public static readonly SourceCell Blank = new(string.Empty);

    /// <summary>The rating the cell's colour stands for; null without one.</summary>
    public string? Colour { get; init; }

    /// <summary>Decimal places the sheet shows, where they are fewer than it holds.</summary>
    public int? Places { get; init; }

    /// <summary>It only repeats the cell it is merged with.</summary>
    public bool IsCovered { get; init; }

    public bool IsBlank => Text.Length == 0;

    public bool HasDigit => !IsCovered && Text.Any(char.IsAsciiDigit);
}

/// <summary>A row of a table, or a line of words.</summary>
/// <param name="Number">As the source numbers it.</param>
/// <param name="Table">Which table of the section; 0 for a line of words.</param>
/// <param name="Cells">From the first column.</param>
internal sealed record SourceRow(int Number, int Table, IReadOnlyList<SourceCell> Cells)
{
    /// <summary>A line of words that is set as a heading.</summary>
    public bool IsHeading { get; init; }

    public SourceCell this[int column] => column < Cells.Count ? Cells[column] : SourceCell.Blank;

    public IEnumerable<(int Index, SourceCell Item)> Filled => Cells.Index().Where(cell => !cell.Item.IsBlank);

    /// <summary>The only text of the row; null when it has several.</summary>
    public string? Only => Filled.Where(cell => !cell.Item.IsCovered).ToList() is [var (_, cell)] ? cell.Text : null;
}

/// <summary>A sheet, a page, or a whole text.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="Name">The sheet's name; empty where a file has no parts with names.</param>
/// <param name="Kind">How its places are named.</param>
/// <param name="Rows">In order.</param>
internal sealed record SourceSection(string File, string Name, SourceKind Kind, IReadOnlyList<SourceRow> Rows)
{
    /// <summary>Where a cell stands, as a person finds it again.</summary>
    public string Place(int row, int column) => Kind switch
    {
        SourceKind.Sheet => (Name.Length > 0 ? $"sheet {Name}, " : string.Empty) + "cell " + CellName.Of(column, row),
        SourceKind.Page => string.Create(CultureInfo.InvariantCulture, $"{Name}, row {row}, column {column + 1}"),
        SourceKind.Document => string.Create(CultureInfo.InvariantCulture, $"row {row} of the tables and paragraphs, column {column + 1}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"line {row}, column {column + 1}"),
    };
}
