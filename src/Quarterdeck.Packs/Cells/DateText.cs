using System.Globalization;
using System.Text.RegularExpressions;

namespace Quarterdeck.Packs.Cells;

/// <summary>Reads dates as ISO or as people in Britain write them, day first. A date that could only be month first is not guessed.</summary>
public static partial class DateText
{
    /// <summary>Why text that has nothing of a date is not read.</summary>
    internal const string NotADate = "is not a date";

    /// <param name="text">As typed.</param>
    /// <param name="date">The date.</param>
    /// <param name="why">What is the matter, in words that follow the value; null when it was read.</param>
    public static bool TryRead(string text, out DateOnly date, out string? why)
    {
        ArgumentNullException.ThrowIfNull(text);
        date = default;
        var plain = PeriodWords.Plain(text);
        var (year, month, day) = Parts(plain);
        why = year == 0 ? NotADate
            : month > 12 && month <= 31 && day <= 12 ? "has no such month when it is read day first; month first is never guessed"
            : year is < 1900 or > 2199 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) ? "is not a day of the calendar"
            : null;
        if (why is null)
        {
            date = new DateOnly(year, month, day);
        }

        return why is null;
    }

    private static (int Year, int Month, int Day) Parts(string text)
    {
        if (Iso().Match(text) is { Success: true } iso)
        {
            return (Number(iso, 1), Number(iso, 2), Number(iso, 3));
        }

        // With two digits for the year, 01/02/03 could begin with it.
        if (DayFirst().Match(text) is { Success: true } dayFirst && dayFirst.Groups[2].Value == dayFirst.Groups[4].Value
            && (dayFirst.Groups[5].Length == 4 || Number(dayFirst, 1) > 12 || Number(dayFirst, 5) > 12))
        {
            return (PeriodWords.Year(dayFirst.Groups[5].Value), Number(dayFirst, 3), Number(dayFirst, 1));
        }

        return InWords().Match(text) is { Success: true } words
            ? (PeriodWords.Year(words.Groups[3].Value), PeriodWords.Month(words.Groups[2].Value), Number(words, 1))
            : default;
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(\d{1,2})([/.-])(\d{1,2})([/.-])(\d{4}|\d{2})(?: 00:00(?::00)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();

    [GeneratedRegex("^(\\d{1,2})(?:st|nd|rd|th)?[ -]" + PeriodWords.MonthPattern + @"[ -](\d{4}|\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex InWords();
}
