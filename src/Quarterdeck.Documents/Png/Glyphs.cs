using System.Text;
using Quarterdeck.Documents.Charts;
using Quarterdeck.Documents.Fonts;

namespace Quarterdeck.Documents.Png;

/// <summary>Words as outlines, in the fonts that ship with the program.</summary>
internal static class Glyphs
{
    private static readonly Rune StandIn = new('\u25A1');

    /// <summary>Width of the words in ems.</summary>
    public static double Width(string words, bool bold) => Set(words, bold).Sum(each => (double)each.Font.Advance(each.Glyph) / each.Font.UnitsPerEm);

    /// <summary>The outlines of the words, in pixels.</summary>
    /// <param name="words">On one line.</param>
    /// <param name="bold">Heavy type.</param>
    /// <param name="size">Height of the type, in pixels.</param>
    /// <param name="start">Where the baseline begins.</param>
    public static List<IReadOnlyList<Spot>> Outlines(string words, bool bold, double size, Spot start)
    {
        var outlines = new List<IReadOnlyList<Spot>>();
        var x = start.X;
        foreach (var (font, glyph) in Set(words, bold))
        {
            var (scale, left) = (size / font.UnitsPerEm, x);
            outlines.AddRange(GlyphOutline.Of(font, glyph).Select(contour => Flat(
                [.. contour.Select(point => point with { At = new Spot(left + (point.At.X * scale), start.Y - (point.At.Y * scale)) })])));
            x += font.Advance(glyph) * scale;
        }

        return outlines;
    }

    /// <summary>Each character from the text family, else from the symbols, else as a box: as the PDF does it.</summary>
    private static IEnumerable<(TrueTypeFont Font, int Glyph)> Set(string words, bool bold)
    {
        var text = EmbeddedFonts.Text(bold ? FontStyle.Bold : FontStyle.Regular);
        foreach (var character in words.EnumerateRunes().Where(character => !DocumentFonts.IsFormless(character)))
        {
            var font = text.Glyph(character) == 0 && EmbeddedFonts.Symbols.Glyph(character) != 0 ? EmbeddedFonts.Symbols : text;
            yield return font.Glyph(character) is > 0 and var glyph ? (font, glyph) : (text, text.Glyph(StandIn));
        }
    }

    /// <summary>A contour as straight lines. Between two handles lies a spot that the file leaves out, half way.</summary>
    private static List<Spot> Flat(List<GlyphPoint> contour)
    {
        var spots = new List<Spot>();
        var first = contour.FindIndex(point => point.OnCurve);
        var start = first >= 0 ? contour[first].At : Between(contour[^1].At, contour[0].At);
        var (from, handle) = (start, (Spot?)null);
        spots.Add(start);
        for (var step = 1; step <= contour.Count; step++)
        {
            var point = contour[(Math.Max(first, -1) + step) % contour.Count];
            if (point.OnCurve)
            {
                Go(point.At);
            }
            else
            {
                if (handle is { } earlier)
                {
                    Go(Between(earlier, point.At));
                }

                handle = point.At;
            }
        }

        Go(start);
        return spots;

        void Go(Spot to)
        {
            spots.AddRange(handle is { } bend ? Curves.Quadratic(from, bend, to) : [to]);
            (from, handle) = (to, null);
        }
    }

    private static Spot Between(Spot one, Spot other) => new((one.X + other.X) / 2, (one.Y + other.Y) / 2);
}
