using System.Globalization;
using Quarterdeck.Domain.Numbers;

namespace Quarterdeck.Packs.Tables;

/// <summary>
/// Numbers as workbooks store them: binary fractions written out (<c>0.97000000000000008</c>), percentages as shares,
/// dates as days. Turned into what the person typed and sees.
/// </summary>
internal static class StoredNumber
{
    public static bool TryRead(string stored, out decimal number)
    {
        if (!decimal.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
        {
            return false;
        }

        // What stands beyond 15 digits is the noise of binary fractions; more digits before the point are refused where a figure is wanted.
        number = SignificantDigits.TryKeep(SignificantDigits.Trimmed(number), out var kept) ? kept : number;
        return true;
    }

    /// <summary>With at least so many places, so that <c>3.50</c> stays as the sheet shows it. More places are kept.</summary>
    public static string Text(decimal number, int? shown)
    {
        var places = Math.Clamp(shown ?? 0, 0, 9);
        if (number.Scale < places)
        {
            number += new decimal(0, 0, 0, false, (byte)places);
        }

        return number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A share as the percentage a sheet shows: 0.97 is <c>97%</c>.</summary>
    public static string Percent(decimal share, int? shown) => Text(SignificantDigits.Trimmed(share * 100), shown) + "%";

    /// <summary>A day number as an ISO date, with the time only when there is one; null when it is no date.</summary>
    /// <param name="days">Days since the workbook's first day.</param>
    /// <param name="from1904">Counted from 1904, as old Macintosh workbooks do.</param>
    public static string? Date(decimal days, bool from1904)
    {
        if (days is < 0 or > 2_958_465)
        {
            return null;
        }

        // Day 60 is 29 February 1900, which spreadsheets believe in and the calendar does not.
        var first = from1904 ? new DateTime(1904, 1, 1) : days >= 61 ? new DateTime(1899, 12, 30) : new DateTime(1899, 12, 31);
        var day = decimal.Floor(days);
        var seconds = (long)Math.Round((days - day) * 86_400);
        var date = first.AddDays((double)day).AddSeconds(seconds);
        return date.TimeOfDay == TimeSpan.Zero
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : date.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>Part of a day as hours, minutes and seconds, <c>1:30:00</c>; null when it is below nothing.</summary>
    public static string? Duration(decimal days)
    {
        if (days is < 0 or > 4_000)
        {
            return null;
        }

        var seconds = (long)Math.Round(days * 86_400, MidpointRounding.AwayFromZero);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 3_600}:{seconds / 60 % 60:D2}:{seconds % 60:D2}");
    }
}
