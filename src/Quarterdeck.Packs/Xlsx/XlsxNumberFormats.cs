using System.Globalization;
using System.Xml;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Xlsx;

/// <summary>What a number format makes of a stored number.</summary>
/// <param name="Kind">Number, percent, date or duration.</param>
/// <param name="Places">Decimal places shown at least, zeros and all; null: as many as there are.</param>
/// <param name="Most">Decimal places shown at most; null: the format says nothing of them.</param>
internal readonly record struct XlsxFormat(CellKind Kind, int? Places, int? Most = null)
{
    public static readonly XlsxFormat General = new(CellKind.Number, null);

    /// <summary>The colour cells of the style are filled with, in hexadecimal; null without one.</summary>
    public string? Fill { get; init; }
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
        var fills = new List<string?>();
        var inCellFormats = false;
        while (reader.Next(file))
        {
            if (reader.Opens("numFmt") && Number(reader.Attribute("numFmtId")) is { } id)
            {
                custom[id] = reader.Attribute("formatCode") ?? string.Empty;
            }
            else if (reader.Opens("fill"))
            {
                fills.Add(null);
            }
            else if (reader.Opens("fgColor") && fills.Count > 0)
            {
                fills[^1] = Colour(reader);
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
                var fill = Number(reader.Attribute("fillId")) is { } place && place < fills.Count ? fills[place] : null;
                styles._styles.Add((custom.TryGetValue(format, out var code) ? OfCode(code) : BuiltIn(format)) with { Fill = fill });
            }

            if (styles._styles.Count > MostStyles || custom.Count > MostStyles || fills.Count > MostStyles)
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

        if (bare.AsSpan().IndexOfAny("dmyhs") >= 0 || IsElapsed(code))
        {
            return new XlsxFormat(bare.AsSpan().IndexOfAny("dy") < 0 && IsTime(bare, code) ? CellKind.Duration : CellKind.Date, null);
        }

        var kind = bare.Contains('%', StringComparison.Ordinal) ? CellKind.Percent : CellKind.Number;
        var places = bare.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? bare[(point + 1)..] : string.Empty;

        // Thousands left out, powers of ten and fractions say nothing of the places of the number that is held.
        if (bare.AsSpan().IndexOfAny("0#?") < 0 || bare.AsSpan().IndexOfAny("e/") >= 0 || IsScaled(bare))
        {
            return new XlsxFormat(kind, null);
        }

        // Only a 0 shows a digit that is not there; # and ? show one that is.
        return new XlsxFormat(kind, places.TakeWhile(c => c == '0').Count(), places.TakeWhile(c => c is '0' or '#' or '?').Count());
    }

    /// <summary>Hours, minutes or seconds: a format of months alone has no h and no s.</summary>
    private static bool IsTime(string bare, string code) => bare.AsSpan().IndexOfAny("hs") >= 0 || IsElapsed(code);

    /// <summary>Hours counted on beyond a day: <c>[h]:mm</c>.</summary>
    private static bool IsElapsed(string code) =>
        code.Contains("[h", StringComparison.OrdinalIgnoreCase) || code.Contains("[m]", StringComparison.OrdinalIgnoreCase)
        || code.Contains("[mm]", StringComparison.OrdinalIgnoreCase) || code.Contains("[s", StringComparison.OrdinalIgnoreCase);

    /// <summary>A comma after the last digit leaves out three of them: <c>0.0,,</c> shows millions.</summary>
    private static bool IsScaled(string bare) => bare.LastIndexOf(',') is >= 0 and var comma && bare.AsSpan(comma).IndexOfAny("0#?") < 0;

    private static XlsxFormat BuiltIn(int id) => id switch
    {
        1 or 3 or 37 or 38 => new XlsxFormat(CellKind.Number, 0, 0),
        2 or 4 or 39 or 40 => new XlsxFormat(CellKind.Number, 2, 2),
        9 => new XlsxFormat(CellKind.Percent, 0, 0),
        10 => new XlsxFormat(CellKind.Percent, 2, 2),
        (>= 18 and <= 21) or (>= 45 and <= 47) => new XlsxFormat(CellKind.Duration, null),
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 50 and <= 58) => new XlsxFormat(CellKind.Date, null),
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

    /// <summary>The colours of old palettes and of the themes Office begins with, as far as councils rate with them.</summary>
    private static string? Colour(XmlReader reader) =>
        reader.Attribute("rgb") ?? reader.Attribute("indexed") switch
        {
            "2" or "10" => "FF0000",
            "3" or "11" => "00FF00",
            "5" or "13" => "FFFF00",
            "17" => "008000",
            "50" => "339966",
            "51" => "FFCC00",
            "52" => "FF9900",
            "53" => "FF6600",
            _ => reader.Attribute("theme") switch { "5" => "ED7D31", "7" => "FFC000", "9" => "70AD47", _ => null },
        };

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
