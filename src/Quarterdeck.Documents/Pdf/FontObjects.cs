using System.Globalization;
using System.Text;
using Quarterdeck.Documents.Fonts;

namespace Quarterdeck.Documents.Pdf;

/// <summary>Writes an embedded font: the subset file, its widths, and what text each glyph stands for.</summary>
internal static class FontObjects
{
    public static void Write(PdfFile file, FontSubset subset, int number)
    {
        var program = file.Reserve();
        var outlines = subset.ToFile();
        file.SetStream(program, string.Create(CultureInfo.InvariantCulture, $"/Length1 {outlines.Length}"), outlines);
        var name = $"{subset.Tag()}+{subset.Font.Name}";
        var descriptor = file.Add(Descriptor(subset.Font, name, program));
        var widths = string.Join(' ', Enumerable.Range(0, subset.Count).Select(glyph => subset.Width(glyph)));
        var descendant = file.Add(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            + $"/FontDescriptor {descriptor} 0 R/DW 1000/W[0[{widths}]]/CIDToGIDMap/Identity>>");
        var unicode = file.Reserve();
        file.SetStream(unicode, string.Empty, Encoding.ASCII.GetBytes(ToUnicode(subset)));
        file.Set(number, $"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode} 0 R>>");
    }

    private static string Descriptor(TrueTypeFont font, string name, int program)
    {
        int Thousandths(int units) => (int)Math.Round(units * 1000.0 / font.UnitsPerEm, MidpointRounding.AwayFromZero);
        var (left, bottom, right, top) = font.Bounds;
        var flags = font.ItalicAngle == 0 ? 32 : 96;
        return string.Create(CultureInfo.InvariantCulture,
            $"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox[{Thousandths(left)} {Thousandths(bottom)} {Thousandths(right)} {Thousandths(top)}]"
            + $"/ItalicAngle {font.ItalicAngle}/Ascent {Thousandths(font.Ascent)}/Descent {Thousandths(font.Descent)}/CapHeight "
            + $"{Thousandths(font.CapHeight)}/StemV 80/FontFile2 {program} 0 R>>");
    }

    private static string ToUnicode(FontSubset subset)
    {
        var map = new StringBuilder();
        map.Append("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n");
        map.Append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var block in subset.Texts.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (glyph, text) in block)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <");
                foreach (var unit in text)
                {
                    map.Append(CultureInfo.InvariantCulture, $"{(int)unit:X4}");
                }

                map.Append(">\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
