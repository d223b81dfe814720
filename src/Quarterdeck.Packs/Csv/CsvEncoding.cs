using System.Globalization;
using System.Text;
using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Packs.Csv;

/// <summary>Tells a person in which encoding a file that is not UTF-8 was probably written.</summary>
internal static class CsvEncoding
{
    private const string Remedy =
        "Save it again as \"CSV UTF-8 (Comma delimited)\" in Excel, or with the character set \"Unicode (UTF-8)\" in LibreOffice.";

    // Bytes 80 to 9F of Windows-1252; those it leaves undefined are spaces here.
    private const string Windows1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    /// <summary>Refuses what is plainly not text in UTF-8, from the first bytes of the file.</summary>
    public static Finding? Refuse(string file, ReadOnlySpan<byte> start)
    {
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || start[..Math.Min(start.Length, 1_000)].Count((byte)0) * 5 > start.Length)
        {
            return Encoding("The file is not UTF-8. It is probably UTF-16, which Excel calls \"Unicode Text\".", file, 1, null);
        }

        if (start.StartsWith("PK\u0003\u0004"u8))
        {
            return NotText(file, "The file is a zip or a workbook under the name of a CSV.", "Give it its own ending: .xlsx, .ods or .zip.");
        }

        return start is [0xD0, 0xCF, 0x11, 0xE0, ..]
            ? NotText(file, "The file is an old Excel workbook under the name of a CSV.", "Open it in Excel and save it as .xlsx or as CSV UTF-8.")
            : null;
    }

    /// <summary>For a cell whose bytes are not valid UTF-8, and that begins on a line.</summary>
    public static Finding Invalid(string file, int row, int line, ReadOnlySpan<byte> cell)
    {
        var at = FirstInvalid(cell);
        var value = cell[at];
        var byteText = value.ToString("X2", CultureInfo.InvariantCulture);
        var shown = value >= 0xA0 ? ((char)value).ToString() : Windows1252[value - 0x80].ToString();
        var guess = shown == " " ? string.Empty : $" In Windows-1252, which Excel writes under the name \"CSV (Comma delimited)\", it is \"{shown}\".";
        return Encoding(
            $"Line {line + cell[..at].Count((byte)'\n')} holds the byte {byteText}, which is not UTF-8.{guess}",
            file,
            row,
            Context(cell, at, shown));
    }

    public static Finding NotText(string file, string message, string remedy, int? row = null) =>
        new("not-text", Severity.Error, message, remedy) { File = file, Row = row, Expected = "a CSV file: plain text in UTF-8" };

    private static Finding Encoding(string message, string file, int row, string? value) =>
        new("wrong-encoding", Severity.Error, message, Remedy) { File = file, Row = row, Value = value, Expected = "text in UTF-8" };

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    private static string Context(ReadOnlySpan<byte> cell, int at, string shown)
    {
        var before = System.Text.Encoding.UTF8.GetString(cell[Math.Max(0, at - 20)..at]).TrimStart('\uFFFD');
        return before + shown;
    }
}
