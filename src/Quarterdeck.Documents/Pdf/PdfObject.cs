using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Quarterdeck.Documents.Pdf;

/// <summary>Builds the text of PDF objects: names, numbers, strings, arrays and dictionaries.</summary>
internal static class PdfObject
{
    /// <summary>Beyond this no page reaches: thousandths of it still fit a whole number exactly.</summary>
    private const double Furthest = 1e12;

    /// <summary>A number with at most three decimal places, no exponent, no trailing zeros.</summary>
    public static string Number(double value)
    {
        Span<byte> digits = stackalloc byte[24];
        return Encoding.Latin1.GetString(digits[..Number(value, digits)]);
    }

    /// <summary>The same into 24 bytes of room or more; answers how many it took.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No place on a page: a bug in what lays out.</exception>
    public static int Number(double value, Span<byte> room)
    {
        if (!(Math.Abs(value) < Furthest))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A place on a page is a number, and not so far away.");
        }

        var thousandths = (long)Math.Round(value * 1000, MidpointRounding.AwayFromZero);
        var length = 0;
        if (thousandths < 0)
        {
            room[length++] = (byte)'-';
            thousandths = -thousandths;
        }

        Utf8Formatter.TryFormat(thousandths / 1000, room[length..], out var written);
        length += written;
        var rest = (int)(thousandths % 1000);
        if (rest == 0)
        {
            return length;
        }

        room[length++] = (byte)'.';
        for (var unit = 100; rest > 0; unit /= 10)
        {
            room[length++] = (byte)('0' + (rest / unit));
            rest %= unit;
        }

        return length;
    }

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
        "("
            + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)
            + ")";

    public static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");

    public static string Array(IEnumerable<string> items) => "[" + string.Join(' ', items) + "]";
}
