using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Fonts;

namespace Quarterdeck.Documents.Png;

/// <summary>A glyph made of other glyphs: a letter and its accent.</summary>
internal static class CompositeGlyph
{
    private const int ArgumentsAreWords = 0x0001;
    private const int ArgumentsAreSteps = 0x0002;
    private const int HasScale = 0x0008;
    private const int More = 0x0020;
    private const int HasTwoScales = 0x0040;
    private const int HasMatrix = 0x0080;

    public static List<List<GlyphPoint>> Of(TrueTypeFont font, ReadOnlySpan<byte> outline)
    {
        var whole = new List<List<GlyphPoint>>();
        int flags;
        var at = 10;
        do
        {
            flags = FontTables.U16(outline, at);
            var part = GlyphOutline.Of(font, FontTables.U16(outline, at + 2));
            at += 4;
            var words = (flags & ArgumentsAreWords) != 0;
            var (first, second) =
                words ? (FontTables.I16(outline, at), FontTables.I16(outline, at + 2)) : (unchecked((sbyte)outline[at]), unchecked((sbyte)outline[at + 1]));
            at += words ? 4 : 2;
            var (xx, xy, yx, yy) = Matrix(outline, flags, ref at);
            var turned = part.ConvertAll(contour => contour.ConvertAll(point =>
                point with { At = new Spot((point.At.X * xx) + (point.At.Y * yx), (point.At.X * xy) + (point.At.Y * yy)) }));
            var step = (flags & ArgumentsAreSteps) != 0
                ? new Spot(first, second)
                : Step(Point(whole, words ? first & 0xFFFF : first & 0xFF), Point(turned, words ? second & 0xFFFF : second & 0xFF));
            whole.AddRange(turned.ConvertAll(contour => contour.ConvertAll(point =>
                point with { At = new Spot(point.At.X + step.X, point.At.Y + step.Y) })));
        }
        while ((flags & More) != 0);

        return whole;
    }

    /// <summary>How a part is scaled and turned; numbers are 14 binary places.</summary>
    private static (double XX, double XY, double YX, double YY) Matrix(ReadOnlySpan<byte> outline, int flags, ref int at)
    {
        var from = at;
        if ((flags & HasScale) != 0)
        {
            at += 2;
            return (Number(outline, from), 0, 0, Number(outline, from));
        }

        if ((flags & HasTwoScales) != 0)
        {
            at += 4;
            return (Number(outline, from), 0, 0, Number(outline, from + 2));
        }

        if ((flags & HasMatrix) != 0)
        {
            at += 8;
            return (Number(outline, from), Number(outline, from + 2), Number(outline, from + 4), Number(outline, from + 6));
        }

        return (1, 0, 0, 1);
    }

    private static double Number(ReadOnlySpan<byte> outline, int at) => FontTables.I16(outline, at) / 16384.0;

    private static Spot Point(List<List<GlyphPoint>> contours, int number) => contours.SelectMany(contour => contour).ElementAt(number).At;

    private static Spot Step(Spot to, Spot from) => new(to.X - from.X, to.Y - from.Y);
}
