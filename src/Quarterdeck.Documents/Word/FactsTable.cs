using System.Globalization;
using System.Text;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Word;

/// <summary>Terms side by side, with what is said of each below: a table with one header row.</summary>
internal static class FactsTable
{
    public const int MostColumns = 5;

    public static string Xml(WordParts parts, DefinitionList list, WordNotes notes, int width)
    {
        var each = width / list.Definitions.Count;
        var caption = WordText.Attribute(string.Join(", ", list.Definitions.Select(definition => definition.Term)));
        var xml = new StringBuilder();
        xml.Append(
            CultureInfo.InvariantCulture,
            $"<w:tbl><w:tblPr><w:tblStyle w:val=\"FactsTable\"/><w:tblW "
            + $"w:w=\"{each * list.Definitions.Count}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>");
        xml.Append(
            CultureInfo.InvariantCulture,
            $"<w:tblLook w:val=\"0620\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" "
            + $"w:noVBand=\"1\"/><w:tblCaption w:val=\"{caption}\"/></w:tblPr><w:tblGrid>");
        foreach (var _ in list.Definitions)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<w:gridCol w:w=\"{each}\"/>");
        }

        var cell = string.Create(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:tcW w:w=\"{each}\" w:type=\"dxa\"/></w:tcPr>");
        xml.Append("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        foreach (var definition in list.Definitions)
        {
            xml.Append(cell)
                .Append("<w:p>")
                .Append(new ParagraphLook("TableHeading") { KeepNext = true }.Xml())
                .Append(WordText.Run(definition.Term))
                .Append("</w:p></w:tc>");
        }

        xml.Append("</w:tr><w:tr><w:trPr><w:cantSplit/></w:trPr>");
        foreach (var definition in list.Definitions)
        {
            xml.Append(cell);
            foreach (var said in definition.Said.DefaultIfEmpty(RichText.Empty))
            {
                xml.Append("<w:p>").Append(new ParagraphLook("TableText").Xml()).Append(WordRuns.Of(parts, said, notes, RunLook.Plain)).Append("</w:p>");
            }

            xml.Append("</w:tc>");
        }

        return xml.Append("</w:tr></w:tbl>").ToString();
    }
}
