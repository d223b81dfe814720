using System.Globalization;
using System.Text;

namespace Quarterdeck.Documents.Sheets;

/// <summary>The styles of a workbook: named headings that assistive technology can find, and number formats by decimal places.</summary>
internal static class XlsxStyleSheet
{
    public const int Title = 1;
    public const int Heading = 2;
    public const int Header = 3;
    public const int Text = 4;
    public const int Link = 5;
    public const int WrappedTitle = 6;
    public const int MostPlaces = 9;

    /// <summary>Of a title's letters, in points.</summary>
    public const int TitleSize = 16;

    private const int FirstNumber = 7;

    public static int Number(int places) => FirstNumber + Math.Min(places, MostPlaces);

    public static string Xml()
    {
        var formats = new StringBuilder();
        var cells = new StringBuilder();
        for (var places = 0; places <= MostPlaces; places++)
        {
            var code = places == 0 ? "#,##0" : "#,##0." + new string('0', places);
            formats.Append(CultureInfo.InvariantCulture, $"<numFmt numFmtId=\"{170 + places}\" formatCode=\"{code}\"/>");
            cells.Append(
                CultureInfo.InvariantCulture,
                $"<xf numFmtId=\"{170 + places}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" "
                + $"applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>");
        }

        return $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="{MostPlaces + 1}">{formats}</numFmts>
            <fonts count="5"><font><sz val="12"/><name val="Arial"/><family val="2"/></font><font><b/><sz val="{TitleSize}"/><name val="Arial"/>
            <family val="2"/></font><font><b/><sz val="14"/><name val="Arial"/><family val="2"/></font><font><b/><sz val="12"/><name val="Arial"/>
            <family val="2"/></font><font><u/><sz val="12"/><color rgb="FF0563C1"/><name val="Arial"/><family val="2"/></font></fonts><fills count="2">
            <fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/>
            <right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>
            <xf numFmtId="0" fontId="1" fillId="0" borderId="0" applyFont="1"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0" applyFont="1"/>
            <xf numFmtId="0" fontId="4" fillId="0" borderId="0" applyFont="1"/></cellStyleXfs><cellXfs count="{FirstNumber + MostPlaces + 1}">
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="1" applyFont="1"/>
            <xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="2" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            <xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            <xf numFmtId="0" fontId="4" fillId="0" borderId="0" xfId="3" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/>
            </xf>{cells}</cellXfs><cellStyles count="4"><cellStyle name="Normal" xfId="0" builtinId="0"/>
            <cellStyle name="Heading 1" xfId="1" builtinId="16"/><cellStyle name="Heading 2" xfId="2" builtinId="17"/>
            <cellStyle name="Hyperlink" xfId="3" builtinId="8"/></cellStyles></styleSheet>
            """;
    }
}
