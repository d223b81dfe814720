using System.Globalization;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Word;

/// <summary>The organisation's logo in the text, with what it says to those who cannot see it.</summary>
internal static class LogoDrawing
{
    /// <summary>Of the relationship.</summary>
    public const string Id = "rIdLogo";

    /// <summary>From the folder of the text.</summary>
    public const string Part = "media/logo.png";

    /// <summary>Points below it.</summary>
    public const int Gap = 14;

    private const int PerPoint = 12700;

    /// <param name="logo">The logo.</param>
    /// <param name="drawing">Its number among the document's drawings, from 1.</param>
    public static string Xml(Logo logo, int drawing)
    {
        var (wide, high) = ((int)(logo.Width * PerPoint), (int)(logo.Height * PerPoint));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent "
            + $"cx=\"{wide}\" cy=\"{high}\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:docPr "
            + $"id=\"{drawing}\" name=\"Logo\" descr=\"{WordText.Attribute(logo.Alt)}\"/><wp:cNvGraphicFramePr><a:graphicFrameLocks "
            + $"noChangeAspect=\"1\"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData "
            + $"uri=\"{WordXml.Picture}\"><pic:pic xmlns:pic=\"{WordXml.Picture}\"><pic:nvPicPr><pic:cNvPr id=\"{drawing}\" "
            + $"name=\"logo.png\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\""
            + $"{Id}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{wide}\" cy=\""
            + $"{high}\"/></a:xfrm><a:prstGeom "
            + $"prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>");
    }
}
