using System.Globalization;
using System.Text;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Word;

/// <summary>The parts of a Word file around its text.</summary>
internal static class WordPackage
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    public static string ContentTypes(int charts, int pictures)
    {
        var xml = new StringBuilder(WordXml.Head).Append(
            CultureInfo.InvariantCulture,
            $"<Types xmlns=\"{WordXml.Packages}/content-types\"><Default Extension=\"rels\" "
            + $"ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
            + $"ContentType=\"application/xml\"/><Default Extension=\"xlsx\" "
            + $"ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\"/>"
            + $"{(pictures > 0 ? "<Default Extension=\"png\" ContentType=\"image/png\"/>" : string.Empty)}");
        (string Name, string Type)[] parts =
        [
            ("/word/document.xml", Word + ".document.main+xml"),
            ("/word/styles.xml", Word + ".styles+xml"),
            ("/word/numbering.xml", Word + ".numbering+xml"),
            ("/word/settings.xml", Word + ".settings+xml"),
            ("/word/fontTable.xml", Word + ".fontTable+xml"),
            ("/word/header.xml", Word + ".header+xml"),
            ("/word/footer.xml", Word + ".footer+xml"),
            ("/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
            ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
            .. Enumerable.Range(1, charts)
                .Select(chart => ($"/word/charts/chart{chart}.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml")),
        ];
        foreach (var (name, type) in parts)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"{name}\" ContentType=\"{type}\"/>");
        }

        return xml.Append("</Types>").ToString();
    }

    public static string Relations() => Relationships(
    [
        ("rId1", WordXml.Relations + "/officeDocument", "word/document.xml", false),
        ("rId2", WordXml.Packages + "/relationships/metadata/core-properties", "docProps/core.xml", false),
        ("rId3", WordXml.Relations + "/extended-properties", "docProps/app.xml", false),
    ]);

    public static string DocumentRelations(WordParts parts) => Relationships(
    [
        ("rIdStyles", WordXml.Relations + "/styles", "styles.xml", false),
        ("rIdNumbering", WordXml.Relations + "/numbering", "numbering.xml", false),
        ("rIdSettings", WordXml.Relations + "/settings", "settings.xml", false),
        ("rIdFonts", WordXml.Relations + "/fontTable", "fontTable.xml", false), ("rIdTheme", WordXml.Relations + "/theme", "theme/theme1.xml", false),
        ("rIdHeader", WordXml.Relations + "/header", "header.xml", false),
        ("rIdFooter", WordXml.Relations + "/footer", "footer.xml", false),
        .. parts.Charts.Select((_, index) =>
            (WordParts.ChartId(index + 1), WordXml.Relations + "/chart", string.Create(CultureInfo.InvariantCulture, $"charts/chart{index + 1}.xml"), false)),
        .. parts.Pictures.Select((_, index) =>
            (WordParts.PictureId(index + 1), WordXml.Relations + "/image", string.Create(CultureInfo.InvariantCulture, $"media/chart{index + 1}.png"), false)),
        .. parts.Document.Brand.Logo is null
            ? Array.Empty<(string, string, string, bool)>()
            : [(LogoDrawing.Id, WordXml.Relations + "/image", LogoDrawing.Part, false)],
        .. parts.Addresses.Select((address, index) => (WordParts.LinkId(index + 1), WordXml.Relations + "/hyperlink", address, true)),
    ]);

    public static string ChartRelations(int chart) => Relationships(
        [("rId1", WordXml.Relations + "/package", string.Create(CultureInfo.InvariantCulture, $"../embeddings/chart{chart}.xlsx"), false)]);

    public static string CoreProperties(Document document)
    {
        var xml = new StringBuilder(WordXml.Head).Append(
            CultureInfo.InvariantCulture,
            $"<cp:coreProperties xmlns:cp=\"{WordXml.Packages}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
            + $"xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
        var author = document.Author ?? document.Organisation;
        Property(xml, "dc:title", document.Title);
        Property(xml, "dc:subject", document.Subject);
        Property(xml, "dc:creator", author);
        Property(xml, "cp:keywords", document.Keywords.Count == 0 ? null : string.Join(", ", document.Keywords));
        Property(xml, "dc:description", document.Description);
        Property(xml, "cp:lastModifiedBy", author);
        Property(xml, "dc:language", document.Language);
        if (document.Date is { } date)
        {
            var time = string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}T00:00:00Z");
            xml.Append(
                CultureInfo.InvariantCulture,
                $"<dcterms:created xsi:type=\"dcterms:W3CDTF\">{time}</dcterms:created><dcterms:modified "
                + $"xsi:type=\"dcterms:W3CDTF\">{time}</dcterms:modified>");
        }

        return xml.Append("</cp:coreProperties>").ToString();
    }

    public static string ApplicationProperties(Document document) =>
        WordXml.Head
            + $"<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Quarterdeck</Application>"
            + $"{(document.Organisation is { } company ? $"<Company>{WordText.Element(company)}</Company>" : string.Empty)}</Properties>";

    public static string Settings(string language) =>
        WordXml.Head
            + $"<w:settings {WordXml.Spaces}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/><w:characterSpacingControl "
            + $"w:val=\"doNotCompress\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
            + $"w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"{WordText.Attribute(language)}\"/><w:clrSchemeMapping w:bg1=\"light1\" "
            + $"w:t1=\"dark1\" w:bg2=\"light2\" w:t2=\"dark2\" w:accent1=\"accent1\" w:accent2=\"accent2\" w:accent3=\"accent3\" "
            + $"w:accent4=\"accent4\" w:accent5=\"accent5\" w:accent6=\"accent6\" w:hyperlink=\"hyperlink\" "
            + $"w:followedHyperlink=\"followedHyperlink\"/><w:decimalSymbol w:val=\".\"/><w:listSeparator w:val=\",\"/></w:settings>";

    /// <summary>The house font and what stands in for it on a machine that has it not.</summary>
    public static string Fonts(Brand brand) =>
        WordXml.Head
            + $"<w:fonts {WordXml.Spaces}>"
            + (brand.WordFont is not { } own ? string.Empty
                : $"<w:font w:name=\"{WordText.Attribute(own)}\"><w:altName w:val=\"{WordStyles.Font},Calibri,Arial\"/><w:charset w:val=\"00\"/>"
                    + "<w:family w:val=\"auto\"/><w:pitch w:val=\"variable\"/></w:font>")
            + $"<w:font w:name=\"{WordStyles.Font}\"><w:altName w:val=\"Calibri,Arial\"/><w:panose1 w:val=\"020B0503030403020204\"/>"
            + $"<w:charset w:val=\"00\"/><w:family w:val=\"swiss\"/><w:pitch w:val=\"variable\"/></w:font><w:font w:name=\"Segoe UI Symbol\">"
            + $"<w:panose1 w:val=\"020B0502040204020203\"/><w:charset w:val=\"00\"/><w:family w:val=\"swiss\"/><w:pitch w:val=\"variable\"/></w:font>"
            + $"</w:fonts>";

    public static string Theme(Brand brand)
    {
        var accent = WordStyles.AccentOf(brand);
        var latin = brand.WordFont is { } own
            ? $"<a:latin typeface=\"{WordText.Attribute(own)}\"/>"
            : $"<a:latin typeface=\"{WordStyles.Font}\" panose=\"020B0503030403020204\"/>";
        var fonts = $"{latin}<a:ea typeface=\"\"/><a:cs typeface=\"Arial\"/>";
        const string Fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
        const string Line = $"<a:ln w=\"9525\">{Fill}</a:ln>";
        const string Effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
        (string Name, string Colour)[] colours = [
            ("dk1", WordStyles.Ink), ("lt1", "FFFFFF"), ("dk2", accent), ("lt2", WordStyles.HeaderFill), ("accent1", accent), ("accent2", "28A197"),
            ("accent3", "801650"), ("accent4", "F46A25"), ("accent5", "3D3D3D"), ("accent6", "A285D1"), ("hlink", WordStyles.LinkColour), ("folHlink", "4C2C92")
        ];
        return WordXml.Head
            + $"<a:theme xmlns:a=\"{WordXml.Drawing}\" name=\"Quarterdeck\"><a:themeElements><a:clrScheme "
            + $"name=\"Quarterdeck\">"
            + string.Concat(colours.Select(each => $"<a:{each.Name}><a:srgbClr val=\"{each.Colour}\"/></a:{each.Name}>"))
            + $"</a:clrScheme><a:fontScheme name=\"Quarterdeck\"><a:majorFont>{fonts}</a:majorFont><a:minorFont>{fonts}</a:minorFont></a:fontScheme>"
            + $"<a:fmtScheme name=\"Quarterdeck\"><a:fillStyleLst>{Fill}{Fill}{Fill}</a:fillStyleLst><a:lnStyleLst>{Line}{Line}{Line}</a:lnStyleLst>"
            + $"<a:effectStyleLst>{Effect}{Effect}{Effect}</a:effectStyleLst><a:bgFillStyleLst>{Fill}{Fill}{Fill}</a:bgFillStyleLst></a:fmtScheme>"
            + $"</a:themeElements></a:theme>";
    }

    /// <summary>The head of a page: the protective marking at the left, the header at the right.</summary>
    public static string Header(Furniture furniture, int width) =>
        Edge("hdr", "Header", width, WordText.Run(furniture.Classification ?? string.Empty), WordText.Run(furniture.Header ?? string.Empty));

    /// <summary>The foot of a page: the footer or the title at the left, the page number at the right.</summary>
    public static string Footer(Document document, int width)
    {
        var pages = document.Furniture.PageNumbers
            ? WordText.Run("Page ") + WordContents.Field("PAGE", "1") + WordText.Run(" of ") + WordContents.Field("NUMPAGES", "1") : string.Empty;
        return Edge("ftr", "Footer", width, WordText.Run(document.Furniture.Footer ?? document.Title), pages);
    }

    private static string Edge(string element, string style, int width, string left, string right)
    {
        var tabs = string.Create(CultureInfo.InvariantCulture, $"<w:tabs><w:tab w:val=\"right\" w:pos=\"{width}\"/></w:tabs>");
        var content = left + (right.Length == 0 ? string.Empty : "<w:r><w:tab/></w:r>" + right);
        return WordXml.Head + $"<w:{element} {WordXml.Spaces}><w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{tabs}</w:pPr>{content}</w:p></w:{element}>";
    }

    private static void Property(StringBuilder xml, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            xml.Append(CultureInfo.InvariantCulture, $"<{name}>{WordText.Element(value)}</{name}>");
        }
    }

    private static string Relationships(IEnumerable<(string Id, string Type, string Target, bool External)> relations) =>
        WordXml.Head
            + $"<Relationships xmlns=\"{WordXml.Packages}/relationships\">"
            + string.Concat(relations.Select(each =>
                $"<Relationship Id=\"{each.Id}\" Type=\"{each.Type}\" Target=\"{WordText.Attribute(each.Target)}\""
                    + $"{(each.External ? " TargetMode=\"External\"" : string.Empty)}/>"))
            + "</Relationships>";
}
