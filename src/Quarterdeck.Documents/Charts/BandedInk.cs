using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Charts;

/// <summary>The colours of the site's charts. The grounds differ in lightness as well, and target and floor in their strokes.</summary>
internal static class BandedInk
{
    public static readonly Colour Text = Colour.Parse("#14202b");
    public static readonly Colour Quiet = Colour.Parse("#495763");
    public static readonly Colour Line = Colour.Parse("#1b3a5c");
    public static readonly Colour Grid = Colour.Parse("#d5dce2");
    public static readonly Colour Axis = Colour.Parse("#495763");
    public static readonly Colour Target = Colour.Parse("#1c6b43");
    public static readonly Colour Floor = Colour.Parse("#7a4b00");
    public static readonly Colour Before = Colour.Parse("#5c6b78");
    public static readonly Colour GoodGround = Colour.Parse("#def0e5");
    public static readonly Colour ShortGround = Colour.Parse("#fdecbb");
    public static readonly Colour BadGround = Colour.Parse("#fbeef0");
    public static readonly Colour RangeGround = Colour.Parse("#e3ecf4");
}
