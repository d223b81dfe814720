using Quarterdeck.Domain.Ranges;

namespace Quarterdeck.Domain.Reports;

/// <summary>One cell of an indicator table.</summary>
public abstract record ReportCell
{
    private ReportCell()
    {
    }

    /// <summary>Columns it reaches across.</summary>
    public int Span { get; init; } = 1;

    /// <summary>Keys of the table's notes.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public sealed record Words(string Text) : ReportCell;

    /// <param name="Displayed">As printed, unit included.</param>
    /// <param name="Value">The number displayed.</param>
    /// <param name="Status">A short mark of a figure that is not final (<c>p</c>), explained in the table's remarks; null when final.</param>
    public sealed record Number(string Displayed, decimal Value, string? Status = null) : ReportCell;

    public sealed record Rating(ShownRating Shown) : ReportCell;

    /// <param name="Word">Yes, Above or Below, with what was tested where the column does not say it.</param>
    /// <param name="Alert">Yes, Above or Below.</param>
    public sealed record Range(string Word, RangeAlert Alert) : ReportCell;

    /// <param name="Displayed">The text of the cell: <c>n/a</c>, <c>New in 2025/26</c>.</param>
    /// <param name="Reason">Why there is no figure.</param>
    public sealed record Absent(string Displayed, string Reason) : ReportCell;

    /// <param name="Each">A milestone's steps, each in words.</param>
    public sealed record Steps(IReadOnlyList<string> Each) : ReportCell;

    /// <param name="Rows">The last figures, oldest first, to be drawn as a line.</param>
    /// <param name="Name">Whose they are.</param>
    public sealed record Line(IReadOnlyList<TrendRow> Rows, string Name) : ReportCell;

    /// <param name="Shown">A direction of travel that could be judged.</param>
    public sealed record Arrow(ShownDirection Shown) : ReportCell;
}
