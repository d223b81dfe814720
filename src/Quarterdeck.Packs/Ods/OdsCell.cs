using System.Globalization;
using System.Text;
using System.Xml;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Ods;

/// <summary>Reads one cell of an OpenDocument sheet: its stored value, and its shown text for the places it shows.</summary>
internal sealed class OdsCell(string file, ReadLimits limits)
{
    /// <summary>Ends on the end tag of the cell.</summary>
    public RawCell Read(XmlReader reader)
    {
        // The office namespace comes first: a later extension repeats the type for errors.
        var type = string.Empty;
        var isError = false;
        string? value = null;
        string? date = null;
        string? time = null;
        string? currency = null;
        string? boolean = null;
        var isFormula = false;
        while (reader.MoveToNextAttribute())
        {
            switch (reader.LocalName)
            {
                case "value-type":
                    isError |= reader.Value == "error";
                    type = type.Length == 0 ? reader.Value : type;
                    break;
                case "value":
                    value = reader.Value;
                    break;
                case "date-value":
                    date = reader.Value;
                    break;
                case "currency":
                    currency = reader.Value;
                    break;
                case "time-value":
                    time = reader.Value;
                    break;
                case "boolean-value":
                    boolean = reader.Value;
                    break;
                case "formula":
                    isFormula = true;
                    break;
            }
        }

        reader.MoveToElement();
        var shown = reader.IsEmptyElement ? string.Empty : ReadText(reader);
        return Cell(isError ? "error" : type, value, date, time, boolean, currency, shown) with { IsFormula = isFormula };
    }

    private static RawCell Cell(string type, string? value, string? date, string? time, string? boolean, string? currency, string shown)
    {
        switch (type)
        {
            case "error":
                return new RawCell(shown, CellKind.Error);
            case "boolean":
                return new RawCell(boolean ?? shown, CellKind.Boolean);
            case "date":
                return new RawCell(
                    (date ?? shown) is var day && day.EndsWith("T00:00:00", StringComparison.Ordinal) ? day[..^9] : date ?? shown,
                    CellKind.Date);
            case "time":
                return new RawCell(TimeOf(time) ?? shown, CellKind.Duration);
            case "float" or "percentage" or "currency" when value is not null && StoredNumber.TryRead(value, out var number):
                var isPercent = type == "percentage";
                var places = PlacesShown(isPercent ? number * 100 : number, shown);
                var held = isPercent ? Math.Max(0, number.Scale - 2) : number.Scale;
                var text = isPercent ? StoredNumber.Percent(number, places) : Signed(StoredNumber.Text(number, places), currency);
                return new RawCell(text, isPercent ? CellKind.Percent : CellKind.Number) { Places = places < held ? places : null };
            default:
                return new RawCell(shown);
        }
    }

    /// <summary>A figure in a currency with its sign, so that it is told where another unit is wanted.</summary>
    private static string Signed(string number, string? currency) => currency switch
    {
        "GBP" => "£" + number,
        "EUR" => "€" + number,
        "USD" => "$" + number,
        _ => number,
    };

    /// <summary><c>PT01H30M00S</c> as <c>1:30:00</c>.</summary>
    private static string? TimeOf(string? time)
    {
        try
        {
            return time is null ? null : StoredNumber.Duration((decimal)XmlConvert.ToTimeSpan(time).TotalDays);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>
    /// Digits after the last separator, or none, if read so the shown text is the number rounded to them. More than four are a sheet's own width.
    /// </summary>
    private static int? PlacesShown(decimal number, string shown)
    {
        var point = shown.AsSpan().LastIndexOfAny('.', ',');
        var places = point < 0 ? 0 : shown.Skip(point).Count(char.IsAsciiDigit);
        return places <= 4 && IsShown(number, shown, places) ? places : IsShown(number, shown, 0) ? 0 : null;
    }

    private static bool IsShown(decimal number, string shown, int places)
    {
        var rounded = Math.Round(Math.Abs(number), places, MidpointRounding.AwayFromZero).ToString("F" + places, CultureInfo.InvariantCulture);
        return string.Concat(rounded.Where(char.IsAsciiDigit)).TrimStart('0') == string.Concat(shown.Where(char.IsAsciiDigit)).TrimStart('0');
    }

    private string ReadText(XmlReader reader)
    {
        var text = new StringBuilder();
        var depth = reader.Depth;
        var paragraphs = 0;
        while (reader.Next(file) && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                switch (reader.LocalName)
                {
                    case "annotation" or "shapes" or "frame":
                        SkipElement(reader);
                        break;
                    case "p":
                        text.Append(paragraphs++ == 0 ? string.Empty : "\n");
                        break;
                    case "s":
                        var spaces = int.TryParse(reader.Attribute("c"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 1;
                        text.Append(' ', Math.Min(spaces, 1_000));
                        break;
                    case "tab":
                        text.Append('\t');
                        break;
                    case "line-break":
                        text.Append('\n');
                        break;
                }

                if (text.Length > limits.CellLength)
                {
                    throw new UnreadableFileException(UnreadableFileFindings.OverLimit(file, "characters in one cell", limits.CellLength));
                }
            }
            else if (paragraphs > 0 && reader.IsText())
            {
                reader.AddText(text, file, limits);
            }
        }

        return text.ToString();
    }

    /// <summary>Passes over a comment or picture that hangs on the cell and is none of its text.</summary>
    private void SkipElement(XmlReader reader)
    {
        var depth = reader.IsEmptyElement ? int.MaxValue : reader.Depth;
        while (depth != int.MaxValue && reader.Next(file) && reader.Depth > depth)
        {
        }
    }
}
