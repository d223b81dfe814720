using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Fonts;

namespace Quarterdeck.Documents.Png;

/// <summary>A point of a glyph's contour, in font units with y upwards: on the curve, or a handle that bends it.</summary>
internal readonly record struct GlyphPoint(Spot At, bool OnCurve);

/// <summary>Reads the contours of a glyph from a font's glyf table; a glyph made of others has theirs, moved and scaled.</summary>
internal static class GlyphOutline
{
    private const int OnCurve = 0x01;
    private const int ShortX = 0x02;
    private const int ShortY = 0x04;
    private const int Repeat = 0x08;
    private const int SameX = 0x10;
    private const int SameY = 0x20;

    public static List<List<GlyphPoint>> Of(TrueTypeFont font, int glyph)
    {
        var outline = font.Outline(glyph);
        if (outline.Length < 10)
        {
            return [];
        }

        var contours = FontTables.I16(outline, 0);
        return contours < 0 ? CompositeGlyph.Of(font, outline) : Simple(outline, contours);
    }

    private static List<List<GlyphPoint>> Simple(ReadOnlySpan<byte> outline, int contours)
    {
        var count = contours == 0 ? 0 : FontTables.U16(outline, 10 + (2 * (contours - 1))) + 1;
        var at = 10 + (2 * contours);
        at += 2 + FontTables.U16(outline, at);
        var flags = new byte[count];
        for (var point = 0; point < count;)
        {
            var flag = outline[at++];
            var times = (flag & Repeat) != 0 ? outline[at++] + 1 : 1;
            for (; times > 0 && point < count; times--)
            {
                flags[point++] = flag;
            }
        }

        var x = Places(outline, flags, ShortX, SameX, ref at);
        var y = Places(outline, flags, ShortY, SameY, ref at);
        var read = new List<List<GlyphPoint>>();
        var first = 0;
        for (var contour = 0; contour < contours; contour++)
        {
            var last = FontTables.U16(outline, 10 + (2 * contour));
            var points = new List<GlyphPoint>();
            for (; first <= last; first++)
            {
                points.Add(new GlyphPoint(new Spot(x[first], y[first]), (flags[first] & OnCurve) != 0));
            }

            if (points.Count > 0)
            {
                read.Add(points);
            }
        }

        return read;
    }

    /// <summary>Places along one axis, each given as a step from the one before.</summary>
    private static int[] Places(ReadOnlySpan<byte> outline, byte[] flags, int isShort, int same, ref int at)
    {
        var places = new int[flags.Length];
        var place = 0;
        for (var point = 0; point < flags.Length; point++)
        {
            if ((flags[point] & isShort) != 0)
            {
                place += (flags[point] & same) != 0 ? outline[at] : -outline[at];
                at++;
            }
            else if ((flags[point] & same) == 0)
            {
                place += FontTables.I16(outline, at);
                at += 2;
            }

            places[point] = place;
        }

        return places;
    }
}
