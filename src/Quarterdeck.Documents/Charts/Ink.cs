using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Charts;

/// <summary>The colours and strokes of charts. Each line also has its own dash, for print in black and white.</summary>
public static class Ink
{
    public static readonly Colour Text = Colour.Parse("#0b0c0c");
    public static readonly Colour Quiet = Colour.Parse("#44505a");
    public static readonly Colour Grid = Colour.Parse("#dfe4e8");
    public static readonly Colour Axis = Colour.Parse("#6f777b");
    public static readonly Colour Value = Colour.Parse("#12355b");
    public static readonly Colour Target = Colour.Parse("#00703c");
    public static readonly Colour Floor = Colour.Parse("#8a3b12");
    public static readonly Colour Comparator = Colour.Parse("#4c2c92");
    public static readonly Colour Band = Colour.Parse("#e3ecf4");
    public static readonly Colour BandEdge = Colour.Parse("#5a7896");

    /// <summary>The edge of every marker.</summary>
    public static readonly Colour Edge = Colour.Parse("#0b0c0c");

    public static readonly IReadOnlyList<double> Solid = [];
    public static readonly IReadOnlyList<double> Dashed = [9, 5];
    public static readonly IReadOnlyList<double> Dotted = [2, 4];
    public static readonly IReadOnlyList<double> DashDot = [10, 3, 2, 3];
    public static readonly IReadOnlyList<double> Short = [5, 4];
}
