using System.Globalization;
using System.Security;
using System.Text;
using Quarterdeck.Packs.Tables;
using Quarterdeck.Packs.Writing;

namespace Quarterdeck.Packs.Forms;

/// <summary>A column of a sheet that people fill in.</summary>
/// <param name="Heading">What stands over it.</param>
/// <param name="Width">In characters.</param>
/// <param name="IsLocked">Whether its cells are only to be read.</param>
/// <param name="Hint">Shown beside a cell that is filled in; empty for nothing.</param>
/// <param name="Choices">What may be chosen; empty for anything.</param>
public sealed record FormSheetColumn(string Heading, int Width, bool IsLocked, string Hint, IReadOnlyList<string> Choices);

/// <summary>A sheet with locked headings and rows to fill in. What is typed stays as it was typed: every cell is text.</summary>
public static class FormSheet
{
    private const int Heading = 1;
    private const int Locked = 2;
    private const int Open = 3;
    private const int MostHint = 255;

    private const string Styles =
        "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill "
        + "patternType=\"solid\"><fgColor rgb=\"FFDDE6F0\"/></patternFill></fill></fills><borders count=\"2\"><border/><border><left/><right/><top/>"
        + "<bottom style=\"thin\"><color rgb=\"FF12436D\"/></bottom></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"4\">"
        + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        + "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"1\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" "
        + "applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"
        + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"2\" borderId=\"1\" xfId=\"0\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
        + "<alignment vertical=\"top\" wrapText=\"1\"/></xf>"
        + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\" applyBorder=\"1\" applyAlignment=\"1\" "
        + "applyProtection=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/><protection locked=\"0\"/></xf></cellXfs>"
        + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";

    /// <returns>The bytes of an <c>.xlsx</c> file.</returns>
    public static byte[] Write(string name, IReadOnlyList<FormSheetColumn> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
            + "<sheetViews><sheetView workbookViewId=\"0\"><pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\" activePane=\"bottomRight\" "
            + "state=\"frozen\"/></sheetView></sheetViews><cols>");
        foreach (var (place, column) in columns.Index())
        {
            xml.Append(CultureInfo.InvariantCulture, $"<col min=\"{place + 1}\" max=\"{place + 1}\" width=\"{column.Width}\" customWidth=\"1\"/>");
        }

        xml.Append("</cols><sheetData>");
        AppendRow(xml, 1, columns, [.. columns.Select(column => column.Heading)]);
        foreach (var (at, row) in rows.Index())
        {
            AppendRow(xml, at + 2, columns, row);
        }

        xml.Append("</sheetData><sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatColumns=\"0\" formatRows=\"0\"/>");
        AppendValidations(xml, columns, rows.Count + 1);
        xml.Append("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>");
        return PackWorkbookWriter.Zip([(name, xml.ToString())], Styles);
    }

    private static void AppendRow(StringBuilder xml, int number, IReadOnlyList<FormSheetColumn> columns, IReadOnlyList<string> row)
    {
        xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
        foreach (var (place, column) in columns.Index())
        {
            var style = number == 1 ? Heading : column.IsLocked ? Locked : Open;
            xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{CellName.Of(place, number)}\" s=\"{style}\"");
            xml.Append(row[place].Length == 0 ? "/>" : $" t=\"inlineStr\"><is>{PackCellXml.Words(row[place])}</is></c>");
        }

        xml.Append("</row>");
    }

    private static void AppendValidations(StringBuilder xml, IReadOnlyList<FormSheetColumn> columns, int last)
    {
        List<(int Place, FormSheetColumn Column)> hinted = [.. columns.Index().Where(one => one.Item.Hint.Length > 0 || one.Item.Choices.Count > 0)];
        if (hinted.Count == 0 || last < 2)
        {
            return;
        }

        xml.Append(CultureInfo.InvariantCulture, $"<dataValidations count=\"{hinted.Count}\">");
        foreach (var (place, column) in hinted)
        {
            var hint = SecurityElement.Escape(column.Hint.Length <= MostHint ? column.Hint : column.Hint[..MostHint]);
            var list = column.Choices.Count == 0 ? string.Empty
                : "type=\"list\" errorStyle=\"stop\" showErrorMessage=\"1\" error=\"Choose one of the words of the list.\" ";
            var letter = CellName.Column(place);
            xml.Append(CultureInfo.InvariantCulture, $"<dataValidation {list}allowBlank=\"1\" showInputMessage=\"1\" prompt=\"{hint}\" ");
            xml.Append(CultureInfo.InvariantCulture, $"sqref=\"{letter}2:{letter}{last}\">");
            xml.Append(column.Choices.Count == 0 ? string.Empty : $"<formula1>{SecurityElement.Escape($"\"{string.Join(',', column.Choices)}\"")}</formula1>");
            xml.Append("</dataValidation>");
        }

        xml.Append("</dataValidations>");
    }
}
