using System.Globalization;
using System.Text;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Word;

/// <summary>The styles part: an officer restyles the document by changing these, not its paragraphs.</summary>
internal static class WordStyles
{
    /// <summary>Where the document has no font of its own.</summary>
    public const string Font = "Source Sans 3";
    public const string Ink = "0B0C0C";
    public const string Quiet = "484F54";
    /// <summary>Where the document has no colour of its own.</summary>
    public const string Accent = "12436D";
    public const string Warning = "B10E1E";
    public const string LinkColour = "1A4F80";
    public const string Rule = "B1B4B6";
    public const string HeaderFill = "E8EDF2";
    public const string GroupFill = "F1F3F5";

    /// <summary>Twips at either side of a cell.</summary>
    public const int CellPadding = 72;

    /// <summary>Twips between things beside each other.</summary>
    public const int LayoutPadding = 360;

    public const int DeepestContents = 6;

    private const int DeepestHeading = 6;

    public static string AccentOf(Brand brand) => brand.Accent is { } accent ? WordRuns.Hex(accent) : Accent;

    public static string Xml(string language, Brand brand)
    {
        var accent = AccentOf(brand);
        var xml = new StringBuilder(WordXml.Head);
        var tag = WordText.Attribute(language);
        xml.Append(
            CultureInfo.InvariantCulture,
            $"<w:styles {WordXml.Spaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme=\"minorHAnsi\" w:hAnsiTheme=\"minorHAnsi\" "
            + $"w:eastAsiaTheme=\"minorEastAsia\" w:cstheme=\"minorBidi\"/><w:color "
            + $"w:val=\"{Ink}\"/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/><w:lang "
            + $"w:val=\"{tag}\" w:eastAsia=\"{tag}\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:spacing "
            + $"w:after=\"100\" w:line=\"254\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>");
        xml.Append("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>");
        xml.Append("<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph "
            + "Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/><w:unhideWhenUsed/></w:style>");
        xml.Append("<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority "
            + "w:val=\"99\"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" "
            + "w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" "
            + "w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>");
        xml.Append("<w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\"><w:name w:val=\"No List\"/><w:uiPriority "
            + "w:val=\"99\"/><w:semiHidden/><w:unhideWhenUsed/></w:style>");
        xml.Append(
            CultureInfo.InvariantCulture,
            $"<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:uiPriority "
            + $"w:val=\"99\"/><w:unhideWhenUsed/><w:rPr><w:color w:val=\"{LinkColour}\"/><w:u w:val=\"single\"/></w:rPr></w:style>");
        Headings(xml, accent);
        Text(xml, accent);
        Contents(xml, accent);
        Tables(xml, accent);
        if (brand.Logo is not null)
        {
            Style(
                xml,
                "Logo",
                "Logo",
                "Normal",
                string.Create(CultureInfo.InvariantCulture, $"<w:spacing w:after=\"{20 * LogoDrawing.Gap}\" w:line=\"240\" w:lineRule=\"auto\"/>"),
                string.Empty,
                next: "Title");
        }

        return xml.Append("</w:styles>").ToString();
    }

    private static void Headings(StringBuilder xml, string accent)
    {
        Style(
            xml,
            "Title",
            "Title",
            "Normal",
            "<w:keepNext/><w:keepLines/><w:spacing w:before=\"0\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/>",
            Letters(44, accent, bold: true, major: true),
            next: "Normal",
            quick: true);
        Style(xml, "Subtitle", "Subtitle", "Normal", "<w:spacing w:after=\"120\"/>", Letters(21, Quiet), next: "Normal", quick: true);
        (int Size, string Colour, int Before)[] looks = [
            (32, accent, 280),
            (26, accent, 220),
            (23, Ink, 150),
            (21, Ink, 130),
            (21, Ink, 200),
            (21, Quiet, 200)
        ];
        for (var level = 1; level <= DeepestHeading; level++)
        {
            var (size, colour, before) = looks[level - 1];
            var outline =
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"<w:keepNext/><w:keepLines/><w:spacing w:before=\"{before}\" w:after=\"60\" w:line=\"250\" w:lineRule=\"auto\"/><w:outlineLvl "
                    + $"w:val=\"{level - 1}\"/>");
            Style(
                xml,
                $"Heading{level}",
                $"heading {level}",
                "Normal",
                outline,
                Letters(size, colour, bold: true, italic: level == 5, major: true),
                next: "Normal",
                quick: true);

            // A heading like the others that the contents field passes over.
            Style(
                xml,
                $"Heading{level}Beside",
                $"Heading {level} Beside",
                $"Heading{level}",
                "<w:spacing w:before=\"60\" w:after=\"40\"/>",
                Letters(looks[Math.Min(level, DeepestHeading - 1)].Size, colour, bold: true, major: true),
                next: "Normal");
            Style(xml, $"Heading{level}Unlisted", $"Heading {level} Unlisted", $"Heading{level}", string.Empty, string.Empty, next: "Normal");
        }
    }

    private static void Text(StringBuilder xml, string accent)
    {
        Style(
            xml,
            "ListBullet",
            "List Bullet",
            "Normal",
            $"<w:numPr><w:numId w:val=\"{WordNumbering.Bullets}\"/></w:numPr><w:spacing w:after=\"60\"/>",
            string.Empty,
            quick: true);
        Style(
            xml,
            "ListBullet2",
            "List Bullet 2",
            "Normal",
            $"<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"{WordNumbering.Bullets}\"/></w:numPr><w:spacing w:after=\"60\"/>",
            string.Empty);
        Style(xml, "ListNumber", "List Number", "Normal", "<w:spacing w:after=\"60\"/>", string.Empty, quick: true);
        Style(xml, "ListNumber2", "List Number 2", "Normal", "<w:spacing w:after=\"60\"/>", string.Empty);
        Style(
            xml,
            "NumberedParagraph",
            "Numbered Paragraph",
            "Normal",
            "<w:tabs><w:tab w:val=\"left\" w:pos=\"680\"/></w:tabs><w:ind w:left=\"680\" w:hanging=\"680\"/>",
            string.Empty,
            quick: true);
        Style(xml, "Facts", "Facts", "Normal", "<w:spacing w:after=\"40\"/>", string.Empty, quick: true);
        Style(xml, "Lead", "Lead", "Normal", "<w:spacing w:after=\"140\"/>", Letters(28, Ink), next: "Normal", quick: true);
        Style(xml, "Quiet", "Source Note", "Normal", "<w:spacing w:after=\"80\" w:line=\"252\" w:lineRule=\"auto\"/>", Letters(19, Quiet), quick: true);
        Style(
            xml,
            "TableNote",
            "Table Note",
            "Normal",
            "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"252\" w:lineRule=\"auto\"/>",
            Letters(19, Quiet),
            quick: true);
        Style(
            xml,
            "Caption",
            "caption",
            "Normal",
            "<w:keepNext/><w:keepLines/><w:spacing w:before=\"120\" w:after=\"50\" w:line=\"250\" w:lineRule=\"auto\"/>",
            Letters(21, Ink, bold: true),
            next: "Normal",
            quick: true);
        Style(xml, "Chart", "Chart", "Normal", "<w:spacing w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/>", string.Empty);
        Style(xml, "Header", "header", "Normal", "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>", Letters(18, Quiet));
        Style(
            xml,
            "Footer",
            "footer",
            "Normal",
            $"<w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"6\" w:color=\"{Rule}\"/></w:pBdr><w:spacing w:after=\"0\" w:line=\"240\" "
            + $"w:lineRule=\"auto\"/>",
            Letters(18, Quiet));
        Callout(xml, "Callout", "Callout", "Normal", accent);
        Callout(xml, "CalloutWarning", "Callout Warning", "Callout", Warning);
        Callout(xml, "CalloutKey", "Callout Key", "Callout", Quiet);
        Style(xml, "CalloutTitle", "Callout Title", "Normal", "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"60\"/>", "<w:b/><w:bCs/>");
    }

    private static void Callout(StringBuilder xml, string id, string name, string basedOn, string colour) =>
        Style(
            xml,
            id,
            name,
            basedOn,
            string.Create(
                CultureInfo.InvariantCulture,
                $"<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"{CalloutFrame.Space}\" w:color=\"{colour}\"/></w:pBdr><w:shd w:val=\"clear\" "
                + $"w:color=\"auto\" w:fill=\"{CalloutFrame.Ground}\"/><w:spacing w:after=\"80\"/><w:ind w:left=\"{CalloutFrame.Indent}\"/>"),
            string.Empty,
            quick: true);

    private static void Contents(StringBuilder xml, string accent)
    {
        Style(
            xml,
            "TOCHeading",
            "TOC Heading",
            "Normal",
            "<w:keepNext/><w:keepLines/><w:spacing w:before=\"280\" w:after=\"100\"/>",
            Letters(28, accent, bold: true, major: true),
            next: "Normal");
        for (var level = 1; level <= DeepestContents; level++)
        {
            var paragraph = string.Create(
                CultureInfo.InvariantCulture,
                $"<w:spacing w:before=\"{(level == 1 ? 60 : 0)}\" w:after=\"40\" w:line=\"250\" w:lineRule=\"auto\"/><w:ind w:left=\"{(level - 1) * 280}\"/>");
            Style(xml, $"TOC{level}", $"toc {level}", "Normal", paragraph, level == 1 ? "<w:b/><w:bCs/>" : string.Empty, next: "Normal");
        }
    }

    private static void Tables(StringBuilder xml, string accent)
    {
        (string Suffix, string Name, int Size)[] sizes = [(string.Empty, string.Empty, 19), ("Small", " Small", 16)];
        foreach (var (suffix, name, size) in sizes)
        {
            Style(
                xml,
                "TableText" + suffix,
                "Table Text" + name,
                "Normal",
                "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>",
                Letters(size, Ink),
                quick: true);
            Style(xml, "TableHeading" + suffix, "Table Heading" + name, "TableText" + suffix, "<w:keepNext/>", "<w:b/><w:bCs/>", quick: true);
            Style(xml, "TableRowHeading" + suffix, "Table Row Heading" + name, "TableText" + suffix, string.Empty, "<w:b/><w:bCs/>", quick: true);
        }

        Style(xml, "TableSpace", "Table Space", "Normal", "<w:spacing w:after=\"60\" w:line=\"160\" w:lineRule=\"exact\"/>", Letters(8, Ink));
        Table(
            xml,
            "ReportTable",
            "Report Table",
            $"<w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"{Ink}\"/><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" "
            + $"w:color=\"{Ink}\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{Rule}\"/>",
            HeaderFill);
        Table(xml, "LayoutTable", "Layout Table", string.Empty, null);
        Table(xml, "FactsTable", "Facts Table", $"<w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"{accent}\"/>", null);
    }

    private static void Table(StringBuilder xml, string id, string name, string borders, string? header)
    {
        var fill = header is null ? string.Empty : $"<w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{header}\"/></w:tcPr>";
        xml.Append(
            CultureInfo.InvariantCulture,
            $"<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn "
                + $"w:val=\"TableNormal\"/><w:uiPriority w:val=\"59\"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar><w:top w:w=\"20\" "
                + $"w:type=\"dxa\"/><w:left w:w=\"{CellPadding}\" w:type=\"dxa\"/><w:bottom w:w=\"20\" w:type=\"dxa\"/><w:right w:w=\"{CellPadding}\" "
                + $"w:type=\"dxa\"/></w:tblCellMar></w:tblPr>");
        xml.Append(
            CultureInfo.InvariantCulture,
            $"<w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/><w:bCs/></w:rPr>{fill}</w:tblStylePr><w:tblStylePr "
            + $"w:type=\"firstCol\"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style>");
    }

    private static string Letters(int halfPoints, string colour, bool bold = false, bool italic = false, bool major = false) =>
        (major ? "<w:rFonts w:asciiTheme=\"majorHAnsi\" w:hAnsiTheme=\"majorHAnsi\" w:eastAsiaTheme=\"majorEastAsia\" w:cstheme=\"majorBidi\"/>" : string.Empty)
        + (bold ? "<w:b/><w:bCs/>" : string.Empty) + (italic ? "<w:i/><w:iCs/>" : string.Empty)
        + string.Create(CultureInfo.InvariantCulture, $"<w:color w:val=\"{colour}\"/><w:sz w:val=\"{halfPoints}\"/><w:szCs w:val=\"{halfPoints}\"/>");

    private static void Style(
        StringBuilder xml,
        string id,
        string name,
        string basedOn,
        string paragraph,
        string letters,
        string? next = null,
        bool quick = false)
    {
        var own = char.IsUpper(name[0])
            && name is not ("Title" or "Subtitle" or "List Bullet" or "List Bullet 2" or "List Number" or "List Number 2" or "TOC Heading");
        xml.Append(
            CultureInfo.InvariantCulture,
            $"<w:style w:type=\"paragraph\"{(own ? " w:customStyle=\"1\"" : string.Empty)} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn "
                + $"w:val=\"{basedOn}\"/>");
        xml.Append(next is null ? string.Empty : $"<w:next w:val=\"{next}\"/>").Append(quick ? "<w:qFormat/>" : string.Empty);
        xml.Append(paragraph.Length == 0 ? string.Empty : $"<w:pPr>{paragraph}</w:pPr>")
            .Append(letters.Length == 0 ? string.Empty : $"<w:rPr>{letters}</w:rPr>")
            .Append("</w:style>");
    }
}
