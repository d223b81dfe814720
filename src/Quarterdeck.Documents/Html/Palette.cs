using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Html;

/// <summary>Every colour of a page, and which of them meet: the contrast of each pair is tested.</summary>
public static class Palette
{
    public static readonly Colour Paper = Colour.White;
    public static readonly Colour Text = Ink.Text;
    public static readonly Colour Quiet = Ink.Quiet;
    /// <summary>Where the document has no colour of its own.</summary>
    public static readonly Colour Accent = Ink.Value;
    public static readonly Colour Link = Colour.Parse("#1a5a96");
    public static readonly Colour Visited = Colour.Parse("#4c2c92");
    public static readonly Colour Head = Colour.Parse("#e6edf4");
    public static readonly Colour Panel = Colour.Parse("#f3f6f9");
    public static readonly Colour Rule = Colour.Parse("#c3ccd5");
    public static readonly Colour Focus = Colour.Parse("#ffdd00");
    public static readonly Colour Warning = Colour.Parse("#b10e1e");

    /// <summary>How much of a rating's colour tints its cell, in per cent.</summary>
    public const int TintPercent = 18;

    /// <summary>An accent for words on a panel: the colour of text where a brand's own would be too pale there.</summary>
    public static Colour OnPanel(Colour accent) => accent.ContrastWith(Panel) >= 4.5 ? accent : Text;

    /// <summary>Text and what it stands on.</summary>
    public static IReadOnlyList<(Colour Front, Colour Back)> TextPairs { get; } =
    [
        (Text, Paper), (Text, Head), (Text, Panel), (Text, Focus),
        (Quiet, Paper), (Quiet, Panel), (Quiet, Head),
        (Accent, Paper), (Accent, Panel), (Accent, Head), (Paper, Accent),
        (Link, Paper), (Link, Panel), (Link, Head), (Visited, Paper), (Visited, Panel), (Visited, Head),
        (Ink.Target, Paper), (Ink.Floor, Paper), (Ink.Comparator, Paper), (Ink.Text, Ink.Band), (Ink.Quiet, Ink.Band),
    ];

    /// <summary>Lines, edges and focus rings, and what they must stand out from.</summary>
    public static IReadOnlyList<(Colour Front, Colour Back)> GraphicPairs { get; } =
    [
        (Accent, Paper), (Accent, Panel), (Warning, Panel), (Text, Focus),
        (Ink.Edge, Paper), (Ink.Value, Paper), (Ink.Value, Ink.Band), (Ink.Target, Ink.Band), (Ink.Floor, Ink.Band),
        (Ink.Comparator, Ink.Band), (Ink.Axis, Paper), (Ink.BandEdge, Paper), (Ink.BandEdge, Ink.Band),
    ];
}
