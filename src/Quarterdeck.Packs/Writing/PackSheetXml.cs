using System.Globalization;
using System.Security;
using System.Text;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Writing;

/// <summary>One sheet for people to fill in: headings that stay in place and are locked, lists to choose from, a note on each column.</summary>
internal static class PackSheetXml
{
    /// <summary>Rows ready to be filled in, with their lists and notes.</summary>
    private const int LastRow = 5000;
    private const int MostNote = 255;
    private const int MostList = 255;
    private const int MostWidth = 60;

    /// <param name="sheet">What it holds.</param>
    /// <param name="sheets">All sheets, for the lists of codes.</param>
    public static string Of(PackSheet sheet, IReadOnlyList<PackSheet> sheets)
    {
        var xml = new StringBuilder();
        xml.Append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
            + "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
            + "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (var place = 0; place < sheet.Columns.Count; place++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<col min=\"{place + 1}\" max=\"{place + 1}\" width=\"{Width(sheet, place)}\" ");
            xml.Append(CultureInfo.InvariantCulture, $"style=\"{PackCellXml.StyleOf(sheet.TypeOf(sheet.Columns[place]))}\" customWidth=\"1\"/>");
        }

        xml.Append("</cols><sheetData><row r=\"1\">");
        for (var place = 0; place < sheet.Columns.Count; place++)
        {
            xml.Append($"<c r=\"{CellName.Of(place, 1)}\" s=\"1\" t=\"inlineStr\"><is>{PackCellXml.Words(sheet.Columns[place].Name)}</is></c>");
        }

        xml.Append("</row>");
        for (var at = 0; at < sheet.Rows.Count; at++)
        {
            AppendRow(xml, sheet, sheet.Rows[at], at + 2);
        }

        xml.Append("</sheetData><sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatCells=\"0\" formatColumns=\"0\" formatRows=\"0\" "
            + "insertRows=\"0\" insertHyperlinks=\"0\" deleteRows=\"0\" sort=\"0\" autoFilter=\"0\"/>");
        AppendValidations(xml, sheet, sheets);
        return xml.Append("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>").ToString();
    }

    private static void AppendRow(StringBuilder xml, PackSheet sheet, IReadOnlyList<string?> row, int number)
    {
        var isPercent = sheet.IsPercent(row);
        xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
        for (var place = 0; place < sheet.Columns.Count; place++)
        {
            var column = sheet.Columns[place];
            PackCellXml.Append(xml, CellName.Of(place, number), sheet.TypeOf(column), row[place], isPercent && !IsShare(column));
        }

        xml.Append("</row>");
    }

    /// <summary>A figure that is no percentage, whatever the indicator counts.</summary>
    private static bool IsShare(PackColumn column) =>
        column.Type == ColumnType.Integer || column.Name is "numerator" or "denominator" or "scale" or "per" or "tolerance" or "amount";

    private static int Width(PackSheet sheet, int place)
    {
        var least = sheet.TypeOf(sheet.Columns[place]) is ColumnType.Date or ColumnType.Period ? 12 : 9;
        var longest = sheet.Rows.Select(row => row[place] ?? string.Empty).Append(sheet.Columns[place].Name)
            .Max(text => text.Split('\n').Max(line => line.Length));
        return Math.Clamp(longest + 3, least, MostWidth);
    }

    private static void AppendValidations(StringBuilder xml, PackSheet sheet, IReadOnlyList<PackSheet> sheets)
    {
        xml.Append(CultureInfo.InvariantCulture, $"<dataValidations count=\"{sheet.Columns.Count * 2}\">");
        for (var place = 0; place < sheet.Columns.Count; place++)
        {
            var column = sheet.Columns[place];
            var note = $"showInputMessage=\"1\" promptTitle=\"{column.Name}\" prompt=\"{SecurityElement.Escape(Note(column))}\"";
            var list = List(column, sheets);

            // A list offers; what else the reader accepts may be typed all the same.
            var cells = list is null ? string.Empty : "type=\"list\" errorStyle=\"warning\" showErrorMessage=\"1\" "
                + $"errorTitle=\"{column.Name}\" error=\"This is not in the list. Keep it if you are sure: quarterdeck check says whether it can be read.\" ";
            var letter = CellName.Column(place);
            xml.Append($"<dataValidation allowBlank=\"1\" {note} sqref=\"{letter}1\"/>");
            xml.Append(CultureInfo.InvariantCulture, $"<dataValidation {cells}allowBlank=\"1\" {note} sqref=\"{letter}2:{letter}{LastRow}\">");
            xml.Append(list is null ? string.Empty : $"<formula1>{SecurityElement.Escape(list)}</formula1>").Append("</dataValidation>");
        }

        xml.Append("</dataValidations>");
    }

    /// <summary>The column's own words, or the codes of another sheet; null where there is nothing to choose from.</summary>
    private static string? List(PackColumn column, IReadOnlyList<PackSheet> sheets)
    {
        var words = column.Type == ColumnType.YesNo ? ["yes", "no"] : column.Type == ColumnType.Word ? column.Words : [];
        if (words.Count > 0)
        {
            var list = $"\"{string.Join(',', words)}\"";
            return list.Length <= MostList && !list.Contains('*', StringComparison.Ordinal) ? list : null;
        }

        if (column is { Type: ColumnType.Code, From: { } from } && from.Split('.') is [var table, var code]
            && sheets.FirstOrDefault(sheet => sheet.Table.Name == table) is { } source
            && source.Columns.Index().FirstOrDefault(each => each.Item.Name == code) is { Item: not null, Index: var place })
        {
            var letter = CellName.Column(place);
            return string.Create(CultureInfo.InvariantCulture, $"{table}!${letter}$2:${letter}${LastRow}");
        }

        return null;
    }

    private static string Note(PackColumn column)
    {
        var blank = column.Blank is null ? string.Empty : $" Blank: {column.Blank}.";
        var text = (column.Description + blank).Replace("`", string.Empty, StringComparison.Ordinal);
        return text.Length <= MostNote ? text : text[..(text[..(MostNote - 1)].LastIndexOf(' '))] + "…";
    }
}
