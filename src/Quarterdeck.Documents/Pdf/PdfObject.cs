using System.Globalization;
using System.Text;

namespace Quarterdeck.Documents.Pdf;

/// <summary>Builds the text of PDF objects: names, numbers, strings, arrays and dictionaries.</summary>
internal static class PdfObject
{
    /// <summary>A number with at most three decimal places, no exponent, no trailing zeros.</summary>
    public static string Number(double value) => Math.Round(value, 3, MidpointRounding.AwayFromZero).ToString("0.###", CultureInfo.InvariantCulture) is "-0" ? "0"
        : Math.Round(value, 3, MidpointRounding.AwayFromZero).ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Text for people, in UTF-16 with its mark, as a hexadecimal string.</summary>
    public static string Text(string text)
    {
        var builder = new StringBuilder("<FEFF");
        foreach (var unit in text)
        {
            builder.Append(((int)unit).ToString("X4", CultureInfo.InvariantCulture));
        }

        return builder.Append('>').ToString();
    }

    /// <summary>Plain ASCII in parentheses.</summary>
    public static string Ascii(string text) =>
        "(" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal) + ")";

    public static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");

    public static string Array(IEnumerable<string> items) => "[" + string.Join(' ', items) + "]";
}
