using Quarterdeck.Documents.Fonts;

namespace Quarterdeck.Documents.Pdf;

/// <summary>The measures of a page, in points.</summary>
internal static class PdfStyle
{
    public const double ShortSide = 595.28;
    public const double LongSide = 841.89;
    public const double Margin = 42;
    public const double Head = 48;
    public const double Foot = 48;

    public const string Ink = "#0b0c0c";
    public const string Quiet = "#484f54";
    /// <summary>Where the document has no colour of its own.</summary>
    public const string Accent = "#12436d";
    public const string LinkColour = "#1a4f80";
    public const string Rule = "#b1b4b6";
    public const string HeaderFill = "#e8edf2";
    public const string GroupFill = "#f1f3f5";

    public static readonly TextStyle Subtitle = new(10.5, 14, FontStyle.Regular, Quiet);
    public static readonly TextStyle Body = new(10.5, 14, FontStyle.Regular, Ink);
    public static readonly TextStyle Lead = new(14, 18.5, FontStyle.Regular, Ink);
    public static readonly TextStyle Small = new(9.5, 12.4, FontStyle.Regular, Quiet);
    public static readonly TextStyle Cell = new(9.5, 11.8, FontStyle.Regular, Ink);
    public static readonly TextStyle CellHead = new(9.5, 11.6, FontStyle.Bold, Ink);
    public static readonly TextStyle Caption = new(10.5, 13.5, FontStyle.Bold, Ink);
    public static readonly TextStyle Furniture = new(9, 11, FontStyle.Regular, Quiet);

    /// <param name="accent">The document's own colour.</param>
    public static TextStyle Title(string accent) => new(20, 24, FontStyle.Bold, accent);

    /// <summary>The style of a section's heading.</summary>
    /// <param name="level">2 for a section of the document.</param>
    /// <param name="accent">The document's own colour.</param>
    public static TextStyle Heading(int level, string accent) => level switch
    {
        2 => new TextStyle(16, 20, FontStyle.Bold, accent),
        3 => new TextStyle(13, 16.5, FontStyle.Bold, accent),
        4 => new TextStyle(11.5, 15, FontStyle.Bold, Ink),
        _ => new TextStyle(10.5, 14, FontStyle.Bold, Ink),
    };
}

/// <param name="Size">Of the letters.</param>
/// <param name="Leading">From one baseline to the next.</param>
/// <param name="Font">The cut that plain words take.</param>
/// <param name="Colour">Of the letters.</param>
internal sealed record TextStyle(double Size, double Leading, FontStyle Font, string Colour);
