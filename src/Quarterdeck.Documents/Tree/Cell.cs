using Quarterdeck.Documents.Charts;

namespace Quarterdeck.Documents.Tree;

/// <summary>
/// A cell: <see cref="TextCell"/>, <see cref="NumberCell"/>, <see cref="DateCell"/>, <see cref="RatingCell"/>,
/// <see cref="DirectionCell"/>, <see cref="AlertCell"/>, <see cref="PageCell"/>, <see cref="ChartCell"/> or <see cref="EmptyCell"/>, and
/// nothing else.
/// </summary>
public abstract record Cell
{
    private protected Cell()
    {
    }

    /// <summary>How many columns it reaches across, from 1: a suspended indicator, a milestone in words.</summary>
    public int Span { get; init; } = 1;

    /// <summary>Keys of the table's footnotes.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the cell says, without its footnote marks.</summary>
    public abstract string Plain { get; }
}

public sealed record TextCell(RichText Text) : Cell
{
    public override string Plain => Text.Plain;
}

/// <summary>A figure: as printed in documents, and exact for formats that hold data.</summary>
/// <param name="Displayed">Rounded, with its unit and thousands separators: <c>1,014</c>, <c>90%</c>.</param>
/// <param name="Value">The value that was displayed, in the same unit: 90 for <c>90%</c>.</param>
public sealed record NumberCell(string Displayed, decimal Value) : Cell
{
    /// <summary>The short mark of a figure that is not final: <c>p</c> for provisional. Its meaning belongs in a note.</summary>
    public string? Status { get; init; }

    public override string Plain => Displayed;
}

/// <param name="Displayed">As printed: <c>30 June 2025</c>.</param>
/// <param name="Value">The date.</param>
public sealed record DateCell(string Displayed, DateOnly Value) : Cell
{
    public override string Plain => Displayed;
}

public sealed record RatingCell(RatingMark Mark) : Cell
{
    public override string Plain => Mark.Label;
}

public sealed record DirectionCell(DirectionMark Mark) : Cell
{
    /// <summary>The arrow alone is seen, in a narrow column; its word is there for those who listen.</summary>
    public bool ArrowOnly { get; init; }

    public override string Plain => Mark.Word;
}

/// <summary>A line of the last figures, so small that it stands in a row. What it says is said in words to those who cannot see it.</summary>
public sealed record ChartCell(Sparkline Chart) : Cell
{
    public override string Plain => string.Empty;
}

/// <param name="Word">As printed: <c>Yes</c>, <c>Above</c>, <c>Below</c>.</param>
/// <param name="Kind">Where the figure lies.</param>
public sealed record AlertCell(string Word, AlertKind Kind) : Cell
{
    public override string Plain => Word;
}

/// <summary>The page a section begins on. Its column is left out where there are no pages.</summary>
/// <param name="Section">Where the section is.</param>
public sealed record PageCell(Anchor Section) : Cell
{
    public override string Plain => string.Empty;
}

/// <summary>No figure, and why.</summary>
/// <param name="Displayed">As printed: <c>n/a</c>, <c>New in 2025/26</c>.</param>
/// <param name="Reason">Why there is none, in words.</param>
public sealed record EmptyCell(string Displayed, string Reason) : Cell
{
    public override string Plain => Displayed;
}
