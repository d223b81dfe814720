using System.Globalization;
using System.Security;
using System.Text;
using System.Xml;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;

namespace Quarterdeck.Packs.Writing;

/// <summary>A cell of a pack as a spreadsheet holds what people type: a date as a date, a percentage as a percentage, a code as text.</summary>
internal static class PackCellXml
{
    /// <summary>As many decimal places as there are styles for; a figure of more is written as text.</summary>
    private const int MostPlaces = 9;

    private const int TextStyle = 2;
    private const int DateStyle = 3;
    private const int MonthStyle = 4;
    private const int FirstNumber = 5;
    private const int FirstPercent = FirstNumber + MostPlaces + 1;

    private static readonly DateOnly DayNought = new(1899, 12, 30);

    /// <summary>The styles the cells refer to: plain, heading, text, date, month, then numbers and percentages by decimal places.</summary>
    public static string Styles()
    {
        var formats = new StringBuilder();
        var cells = new StringBuilder();
        const int FirstOwn = 164;
        formats.Append("<numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/><numFmt numFmtId=\"165\" formatCode=\"mmm\\ yyyy\"/>");
        cells.Append(Cell(0, "vertical=\"top\"")).Append("<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"1\" xfId=\"0\" applyFont=\"1\" "
            + "applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>");
        cells.Append(Cell(49, "vertical=\"top\" wrapText=\"1\"")).Append(Cell(FirstOwn, "vertical=\"top\" horizontal=\"left\""))
            .Append(Cell(FirstOwn + 1, "vertical=\"top\" horizontal=\"left\""));
        var next = FirstOwn + 2;
        foreach (var sign in new[] { string.Empty, "%" })
        {
            for (var places = 0; places <= MostPlaces; places++)
            {
                var point = places == 0 ? string.Empty : "." + new string('0', places);
                var code = (sign.Length == 0 ? "#,##0" : "0") + point + sign;
                formats.Append(CultureInfo.InvariantCulture, $"<numFmt numFmtId=\"{next}\" formatCode=\"{code}\"/>");
                cells.Append(Cell(next++, "vertical=\"top\""));
            }
        }

        return "<numFmts count=\"" + (next - FirstOwn).ToString(CultureInfo.InvariantCulture) + $"\">{formats}</numFmts>"
            + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill "
            + "patternType=\"solid\"><fgColor rgb=\"FFDDE6F0\"/></patternFill></fill></fills><borders count=\"2\"><border/><border><left/><right/><top/>"
            + "<bottom style=\"medium\"><color rgb=\"FF12436D\"/></bottom></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"" + (FirstPercent + MostPlaces + 1).ToString(CultureInfo.InvariantCulture) + $"\">{cells}</cellXfs>"
            + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";

        // What people fill in is not locked; the headings are.
        static string Cell(int format, string alignment) =>
            string.Create(CultureInfo.InvariantCulture, $"<xf numFmtId=\"{format}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" ")
            + $"applyNumberFormat=\"1\" applyAlignment=\"1\" applyProtection=\"1\"><alignment {alignment}/><protection locked=\"0\"/></xf>";
    }

    /// <summary>The style of a column whose cells are still blank.</summary>
    public static int StyleOf(ColumnType type) => type switch
    {
        ColumnType.Date => DateStyle,
        ColumnType.Period => MonthStyle,
        ColumnType.Number or ColumnType.Figure or ColumnType.Integer => 0,
        _ => TextStyle,
    };

    public static void Append(StringBuilder xml, string name, ColumnType type, string? text, bool isPercent)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        if (type is ColumnType.Date or ColumnType.Period && Day(text) is { } day)
        {
            Append(xml, name, text.Length == 7 ? MonthStyle : DateStyle, (day.DayNumber - DayNought.DayNumber).ToString(CultureInfo.InvariantCulture));
        }
        else if (type is ColumnType.Number or ColumnType.Figure or ColumnType.Integer && Number(text) is { Scale: <= MostPlaces } number)
        {
            Append(xml, name, (isPercent ? FirstPercent : FirstNumber) + number.Scale, NumberText.Write(isPercent ? number / 100 : number));
        }
        else
        {
            xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{name}\" s=\"{TextStyle}\" t=\"inlineStr\"><is>{Words(text)}</is></c>");
        }
    }

    /// <summary>Words with their spaces and line ends; what no XML holds becomes a space.</summary>
    public static string Words(string text)
    {
        var inert = text.StartsWith('\'') ? FormulaInjectionGuard.Write(text) : text;
        return $"<t xml:space=\"preserve\">{SecurityElement.Escape(string.Concat(inert.Select(letter =>
            XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter) ? letter : ' ')))}</t>";
    }

    private static void Append(StringBuilder xml, string name, int style, string value) =>
        xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{name}\" s=\"{style}\"><v>{value}</v></c>");

    /// <summary>The day a cell holds: that of a date, the last of a month.</summary>
    private static DateOnly? Day(string text) =>
        Month.TryParse(text, out var month) ? month.LastDay
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year > 1900 ? day
        : null;

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && NumberText.Write(number) == text ? number : null;
}
