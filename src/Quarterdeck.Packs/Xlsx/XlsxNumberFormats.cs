using System.Globalization;
using System.Xml;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Xlsx;

/// <summary>What a number format makes of a stored number.</summary>
/// <param name="Kind">Number, percent or date.</param>
/// <param name="Places">Decimal places shown; null: as many as there are.</param>
internal readonly record struct XlsxFormat(CellKind Kind, int? Places)
{
    public static readonly XlsxFormat General = new(CellKind.Number, null);
}

/// <summary>The number formats of a workbook, by cell style.</summary>
internal sealed class XlsxNumberFormats
{
    private const int MostStyles = 100_000;

    private readonly List<XlsxFormat> _styles = [];

    public XlsxFormat this[int style] => style >= 0 && style < _styles.Count ? _styles[style] : XlsxFormat.General;

    public static XlsxNumberFormats Read(XmlReader reader, string file)
    {
        var styles = new XlsxNumberFormats();
        var custom = new Dictionary<int, string>();
        var inCellFormats = false;
        while (reader.Next(file))
        {
            if (reader.Opens("numFmt") && Number(reader.Attribute("numFmtId")) is { } id)
            {
                custom[id] = reader.Attribute("formatCode") ?? string.Empty;
            }
            else if (reader.Opens("cellXfs"))
            {
                inCellFormats = true;
            }
            else if (reader.Closes("cellXfs"))
            {
                break;
            }
            else if (inCellFormats && reader.Opens("xf"))
            {
                var format = Number(reader.Attribute("numFmtId")) ?? 0;
                styles._styles.Add(custom.TryGetValue(format, out var code) ? OfCode(code) : BuiltIn(format));
            }

            if (styles._styles.Count > MostStyles || custom.Count > MostStyles)
            {
                throw new UnreadableFileException(UnreadableFileFindings.OverLimit(file, "cell styles", MostStyles));
            }
        }

        return styles;
    }

    /// <summary>A format as the workbook writes it: <c>0.0%</c>, <c>dd/mm/yyyy</c>, <c>#,##0.00;[Red]-#,##0.00</c>.</summary>
    internal static XlsxFormat OfCode(string code)
    {
        var bare = Bare(code);
        if (bare.Contains("general", StringComparison.OrdinalIgnoreCase))
        {
            return XlsxFormat.General;
        }

        if (bare.AsSpan().IndexOfAny("dmyhs") >= 0)
        {
            return new XlsxFormat(CellKind.Date, null);
        }

        var kind = bare.Contains('%', StringComparison.Ordinal) ? CellKind.Percent : CellKind.Number;
        var point = bare.IndexOf('.', StringComparison.Ordinal);
        if (point < 0)
        {
            return new XlsxFormat(kind, bare.AsSpan().IndexOfAny('0', '#') >= 0 ? 0 : null);
        }

        // Only a 0 shows a digit that is not there; # shows one that is.
        var places = bare[(point + 1)..].TakeWhile(c => c == '0').Count();
        return new XlsxFormat(kind, places);
    }

    private static XlsxFormat BuiltIn(int id) => id switch
    {
        1 or 3 or 37 or 38 => new XlsxFormat(CellKind.Number, 0),
        2 or 4 or 39 or 40 => new XlsxFormat(CellKind.Number, 2),
        9 => new XlsxFormat(CellKind.Percent, 0),
        10 => new XlsxFormat(CellKind.Percent, 2),
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => new XlsxFormat(CellKind.Date, null),
        _ => XlsxFormat.General,
    };

    /// <summary>The first section without quoted text, escapes, padding, colours and conditions, in small letters.</summary>
    private static string Bare(string code)
    {
        var bare = new System.Text.StringBuilder();
        for (var at = 0; at < code.Length && code[at] != ';'; at++)
        {
            switch (code[at])
            {
                case '"':
                    at = IndexOrEnd(code, '"', at + 1);
                    break;
                case '[':
                    at = IndexOrEnd(code, ']', at + 1);
                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                default:
                    bare.Append(char.ToLowerInvariant(code[at]));
                    break;
            }
        }

        return bare.ToString();
    }

    private static int IndexOrEnd(string code, char mark, int from)
    {
        var at = from <= code.Length ? code.IndexOf(mark, from) : -1;
        return at < 0 ? code.Length : at;
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
