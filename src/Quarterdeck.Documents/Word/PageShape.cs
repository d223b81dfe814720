using System.Globalization;

namespace Quarterdeck.Documents.Word;

/// <summary>A4 paper either way up, in twips: a twentieth of a point.</summary>
internal static class PageShape
{
    public const int ShortSide = 11906;
    public const int LongSide = 16838;
    public const int Margin = 1020;
    public const int PortraitWidth = ShortSide - (2 * Margin);
    public const int LandscapeWidth = LongSide - (2 * Margin);

    /// <summary>The paper, margins, header and footer of a section.</summary>
    public static string Section(bool landscape)
    {
        var (wide, high, turned, set) =
            landscape ? (LongSide, ShortSide, " w:orient=\"landscape\"", "Wide") : (ShortSide, LongSide, string.Empty, string.Empty);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<w:sectPr><w:headerReference w:type=\"default\" "
            + $"r:id=\"rIdHeader{set}\"/><w:footerReference w:type=\"default\" r:id=\"rIdFooter{set}\"/><w:type w:val=\"nextPage\"/><w:pgSz w:w=\""
            + $"{wide}\" w:h=\"{high}\"{turned}/><w:pgMar w:top=\"1247\" w:right=\"{Margin}\" w:bottom=\"1134\" w:left=\"{Margin}\" w:header=\"567\" "
            + $"w:footer=\"510\" w:gutter=\"0\"/></w:sectPr>");
    }
}
