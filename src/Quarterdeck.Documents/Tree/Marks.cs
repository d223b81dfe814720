namespace Quarterdeck.Documents.Tree;

/// <summary>The shape that carries a rating where colour cannot.</summary>
public enum MarkShape
{
    Circle,
    Diamond,
    Square,
    Triangle,
    Star,
    Pentagon,

    /// <summary>A hollow circle: not rated.</summary>
    Ring,
}

/// <summary>A rating as a reader meets it: a word, a shape, and a colour that never stands alone.</summary>
public sealed record RatingMark(string Label, MarkShape Shape, Colour Colour)
{
    /// <summary>From the names a rating scheme uses: <c>Of("Green", "circle", "#00703c")</c>.</summary>
    /// <exception cref="FormatException">The shape or the colour is not one that can be drawn.</exception>
    public static RatingMark Of(string label, string shape, string colour) =>
        Enum.TryParse<MarkShape>(shape, ignoreCase: true, out var drawn) && Enum.IsDefined(drawn)
            ? new RatingMark(label, drawn, Colour.Parse(colour))
            : throw new FormatException($"'{shape}' is not a shape that can be drawn: use circle, diamond, square, triangle, star or pentagon.");
}

/// <summary>Where an arrow points. Up is always better, whatever the figures do.</summary>
public enum Arrow
{
    Up,
    Down,
    Level,

    /// <summary>A wave: no way to tell which way.</summary>
    Unclear,
}

/// <summary>A direction of travel: its word, which stands alone, and an arrow beside it.</summary>
public sealed record DirectionMark(string Word, Arrow Arrow);

/// <summary>Where a figure lies against its expected range.</summary>
public enum AlertKind
{
    Within,
    Above,
    Below,
}
