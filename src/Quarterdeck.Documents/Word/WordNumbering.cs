using System.Globalization;
using System.Text;

namespace Quarterdeck.Documents.Word;

/// <summary>The numbering part: one pattern of bullets, one of numbers, and a list of its own for every numbered list.</summary>
internal static class WordNumbering
{
    public const int Bullets = 1;
    public const int FirstNumbered = 2;

    /// <summary>Twips between a list's mark and its words.</summary>
    public const int Hang = 360;

    public static string Xml(IReadOnlyList<int> numberedLists)
    {
        var xml = new StringBuilder(WordXml.Head).Append(CultureInfo.InvariantCulture, $"<w:numbering {WordXml.Spaces}>");
        Pattern(xml, 0, ["•", "–"], "bullet");
        Pattern(xml, 1, ["%1.", "%2."], "decimal");
        xml.Append("<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
        for (var index = 0; index < numberedLists.Count; index++)
        {
            xml.Append(
                CultureInfo.InvariantCulture,
                $"<w:num w:numId=\"{FirstNumbered + index}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\""
                    + $"{numberedLists[index]}\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>");
        }

        return xml.Append("</w:numbering>").ToString();
    }

    private static void Pattern(StringBuilder xml, int id, string[] marks, string format)
    {
        xml.Append(CultureInfo.InvariantCulture, $"<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"hybridMultilevel\"/>");
        for (var level = 0; level < marks.Length; level++)
        {
            xml.Append(
                CultureInfo.InvariantCulture,
                $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{marks[level]}\"/><w:lvlJc "
                    + $"w:val=\"left\"/><w:pPr><w:ind w:left=\"{Hang * (level + 1)}\" w:hanging=\"{Hang}\"/></w:pPr></w:lvl>");
        }

        xml.Append("</w:abstractNum>");
    }
}
