using System.Globalization;

namespace Quarterdeck.Documents.Word;

/// <summary>A4 paper either way up, in twips: a twentieth of a point.</summary>
internal static class PageShape
{
    public const int ShortSide = 11906;
    public const int LongSide = 16838;
    public const int Margin = 840;
    public const int PortraitWidth = ShortSide - (2 * Margin);
    public const int LandscapeWidth = LongSide - (2 * Margin);

    /// <summary>Between two columns of text.</summary>
    public const int Gap = 440;

    public static int Width(bool landscape) => landscape ? LandscapeWidth : PortraitWidth;

    /// <summary>The paper, margins, header and footer of a section.</summary>
    /// <param name="landscape">On its long side.</param>
    /// <param name="columns">Of text.</param>
    /// <param name="continues">It begins on the page on which the section before it ends.</param>
    public static string Section(bool landscape, int columns, bool continues)
    {
        var (wide, high, turned) = landscape ? (LongSide, ShortSide, " w:orient=\"landscape\"") : (ShortSide, LongSide, string.Empty);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/><w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/>"
            + $"<w:type w:val=\"{(continues ? "continuous" : "nextPage")}\"/><w:pgSz w:w=\"{wide}\" w:h=\"{high}\"{turned}/><w:pgMar w:top=\"1000\" "
            + $"w:right=\"{Margin}\" w:bottom=\"960\" w:left=\"{Margin}\" w:header=\"480\" w:footer=\"420\" w:gutter=\"0\"/>"
            + $"{(columns == 1 ? string.Empty : $"<w:cols w:num=\"{columns}\" w:space=\"{Gap}\"/>")}</w:sectPr>");
    }
}
