using System.Globalization;

namespace Quarterdeck.Interchange.Values;

/// <summary>Dates as people in the United Kingdom type them; a month first is never guessed.</summary>
public static class DateText
{
    public const string Expected = "a date: 2025-10-31, 31/10/2025 or 31 October 2025";

    private static readonly string[] Forms =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "d MMMM yyyy", "d MMM yyyy", "d-MMM-yyyy", "d-MMM-yy", "d MMM yy"];

    public static bool TryRead(string text, out DateOnly date)
    {
        var known = DateTime.TryParseExact(text.Trim().Replace("Sept ", "Sep ", StringComparison.OrdinalIgnoreCase), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment);
        date = known && moment.Year is >= 1900 and < 2200 ? DateOnly.FromDateTime(moment) : default;
        return known && moment.Year is >= 1900 and < 2200;
    }

    public static string Write(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
