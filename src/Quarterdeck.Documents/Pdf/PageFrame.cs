namespace Quarterdeck.Documents.Pdf;

/// <summary>A part of a page that is filled like a page: one of things beside each other, or one of two columns of text.</summary>
/// <param name="Left">Its left edge.</param>
/// <param name="Width">How wide it is.</param>
/// <param name="Top">Where it begins.</param>
/// <param name="Bottom">Where it ends.</param>
internal sealed record PageFrame(double Left, double Width, double Top, double Bottom)
{
    /// <summary>Set where it is a column of text: what there is beside it and after it.</summary>
    private TextFlow? Text { get; init; }

    /// <summary>The first of two columns. It ends where half of the text is placed, the second at the foot of the page.</summary>
    /// <param name="left">Left edge of both.</param>
    /// <param name="width">Of each.</param>
    /// <param name="gap">Between them.</param>
    /// <param name="top">Where they begin.</param>
    /// <param name="pageBottom">Where the page ends.</param>
    /// <param name="height">Of all the text in one column.</param>
    public static PageFrame First(double left, double width, double gap, double top, double pageBottom, double height) =>
        new(left, width, top, Math.Min(top + (height / 2) + PdfStyle.Body.Leading, pageBottom)) { Text = new TextFlow(gap, pageBottom, height) };

    /// <summary>The column to go on in; null where the page is full.</summary>
    /// <param name="y">How far this one is filled.</param>
    public PageFrame? Next(double y) => Text is { IsSecond: false } text
        ? this with
        {
            Left = Left + Width + text.Gap,
            Bottom = text.PageBottom,
            Text = text with { IsSecond = true, ToCome = text.ToCome - (y - Top), Reached = y },
        }
        : null;

    /// <summary>The same on a new page.</summary>
    /// <param name="y">How far this one is filled.</param>
    /// <param name="top">Where the new page begins.</param>
    public PageFrame OnNewPage(double y, double top) => Text is { } text
        ? First(Left - Width - text.Gap, Width, text.Gap, top, text.PageBottom, text.ToCome - (y - Top))
        : this with { Top = top };

    /// <summary>The lower end of both columns.</summary>
    public double Lowest(double y) => Math.Max(y, Text?.Reached ?? y);

    /// <param name="Gap">Between the columns.</param>
    /// <param name="PageBottom">Where the page ends.</param>
    /// <param name="ToCome">Height of what is not yet placed when the column begins.</param>
    private sealed record TextFlow(double Gap, double PageBottom, double ToCome)
    {
        public bool IsSecond { get; init; }

        /// <summary>How low the first column reaches.</summary>
        public double Reached { get; init; }
    }
}
