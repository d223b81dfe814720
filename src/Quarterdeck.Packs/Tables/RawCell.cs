namespace Quarterdeck.Packs.Tables;

/// <summary>What a file says about a cell beyond its text. A CSV says nothing: its cells are <see cref="Text"/>.</summary>
public enum CellKind
{
    Text,
    Number,

    /// <summary>A number formatted as a percentage; the text is as shown, <c>97%</c>.</summary>
    Percent,

    /// <summary>A date; the text is ISO, <c>2025-10-31</c>.</summary>
    Date,

    /// <summary>How long something took, or a time of day; the text is hours, minutes and seconds, <c>1:30:00</c>.</summary>
    Duration,
    Boolean,

    /// <summary>A spreadsheet's error: the text is <c>#N/A</c>, <c>#REF!</c>.</summary>
    Error,
}

/// <summary>One cell as read.</summary>
/// <param name="Text">What stands there, as a person would type it; empty for a blank cell.</param>
/// <param name="Kind">What a workbook knows of it.</param>
/// <param name="IsFormula">Computed by the workbook: the text is the result it last stored.</param>
public readonly record struct RawCell(string Text, CellKind Kind = CellKind.Text, bool IsFormula = false)
{
    /// <summary>Decimal places the sheet shows, where they are fewer than it holds.</summary>
    public int? Places { get; init; }

    public static readonly RawCell Blank = new(string.Empty);

    /// <summary>Nothing there. A formula that stored no result is not blank: something belongs there.</summary>
    public bool IsBlank => Text.Length == 0 && !IsFormula;
}
