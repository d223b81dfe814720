namespace Quarterdeck.Packs.Cells;

/// <summary>Why text is not read as a number.</summary>
/// <param name="Why">In words that follow the value.</param>
/// <param name="Remedy">What to type instead.</param>
/// <param name="IsAmbiguous">It is a number, but could be either of two.</param>
public sealed record NumberFault(string Why, string Remedy, bool IsAmbiguous = false)
{
    private const string UsePoint = "Write it with a decimal point, and commas only between thousands.";

    internal static readonly NumberFault NotANumber = new("is not a number", "Type the figure, or leave the cell blank.");

    internal static readonly NumberFault TooLong = new("has more digits than can be kept exactly", "Type at most 28 digits.");

    internal static readonly NumberFault Shortened = new(
        "was shortened by a spreadsheet, so its last digits are lost",
        "Format the column as a number, type the figure again and save.");

    internal static readonly NumberFault DecimalComma = new("may be written with a decimal comma, and could mean two different numbers", UsePoint, true);

    internal static readonly NumberFault DoubtfulComma = new(
        "holds a comma in a file that parts its cells by semicolons: it may be a decimal comma or a thousands separator",
        UsePoint,
        true);

    internal static readonly NumberFault StrayCommas = new("has commas that do not part thousands", UsePoint, true);

    internal static readonly NumberFault StraySpaces = new("holds spaces that do not part thousands", "Take the spaces out.", true);
}
