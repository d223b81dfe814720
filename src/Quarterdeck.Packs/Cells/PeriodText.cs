using System.Globalization;
using System.Text.RegularExpressions;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Packs.Cells;

/// <summary>
/// Reads the labels people type for periods: <c>2025-10</c>, <c>Oct-25</c>, <c>Q2 2025/26</c>, <c>2025Q1</c>, <c>FY25</c>,
/// <c>Apr to Jun 2011</c>, <c>2010/11 Spring</c>, <c>2018-20</c>.
/// </summary>
public static partial class PeriodText
{
    private const string YearPattern = @"(?:(?<fy>fy|ay) ?)?(?<first>\d{4}|\d{2})(?: ?[/-] ?(?<second>\d{4}|\d{2}))?";

    private const string PartPattern =
        @"(?:(?<kind>q|qtr|quarter|h|half|half year|m|month|p|period) ?(?<number>\d{1,2})"
        + @"|(?<ordinal>1st|2nd|3rd|4th|first|second|third|fourth) (?<kind>quarter|qtr|half|half year))";

    private const int MostYears = 20;

    private static readonly string[] Ordinals = ["1st", "first", "2nd", "second", "3rd", "third", "4th", "fourth"];

    /// <summary>Whether a month in numbers may as well be a year: <c>2011-12</c> is December 2011, or the year 2011/12.</summary>
    public static bool NamesYear(Month month) => (month.Year + 1) % 100 == month.Number;

    /// <param name="text">As typed.</param>
    /// <param name="why">What is the matter, in words that follow the value; null when it was read.</param>
    public static PeriodLabel? TryRead(string text, out string? why)
    {
        ArgumentNullException.ThrowIfNull(text);
        why = null;
        if (Month.TryParse(text, out var strict))
        {
            return new PeriodLabel.OfMonth(strict, IsNumbers: true);
        }

        var plain = PeriodWords.Plain(text).Replace(';', ' ').Replace('_', '/').Replace("'", string.Empty, StringComparison.Ordinal)
            .Replace("\u2019", string.Empty, StringComparison.Ordinal);
        if (DateText.TryRead(plain, out var date, out var dateFault))
        {
            return new PeriodLabel.OfMonth(Month.Of(date));
        }

        if (dateFault != DateText.NotADate)
        {
            why = dateFault;
            return null;
        }

        var label = Label(plain);
        why = label is null ? WhyNot(plain) : null;
        return label;
    }

    /// <summary>Reads a label as a period of a calendar.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="calendar">Which periods there are.</param>
    /// <param name="closing">The month the period closes in.</param>
    /// <param name="why">What is the matter, in words that follow the value; null when it was read.</param>
    /// <param name="rollingMonths">How many months a result covers where the basis is a rolling window.</param>
    public static bool TryRead(string text, PeriodCalendar calendar, out Month closing, out string? why, int rollingMonths = 0)
    {
        var found = TryRead(text, out why) is { } label ? PeriodSpan.Closes(label, calendar, rollingMonths, out why) : null;
        closing = found ?? default;
        return found is not null;
    }

    /// <summary>A month of the year, 1 to 12, by number or name; null when it is neither.</summary>
    public static int? MonthNumber(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = PeriodWords.Plain(text);
        return int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number is >= 1 and <= 12 ? number : null)
            : MonthName().IsMatch(plain) ? PeriodWords.Month(plain) : null;
    }

    private static PeriodLabel? Label(string plain)
    {
        PeriodLabel? label = OfMonth(plain);
        label ??= OfNumbers(plain);
        label ??= OfMonths(plain);
        label ??= OfYear(plain);
        label ??= OfYears(plain);
        label ??= OfPart(plain);
        label ??= OfTerm(plain);
        return label ?? UpTo(plain);
    }

    private static string WhyNot(string text) =>
        text.Length == 5 && text.All(char.IsAsciiDigit) ? "is a spreadsheet's day number, not a period"
        : Bare().IsMatch(text) || MonthName().IsMatch(text) ? "does not say of which year"
        : InBrackets().Match(text) is { Success: true } more && Label(more.Groups[1].Value) is not null
            ? $"holds more than a period (write {more.Groups[1].Value.ToUpperInvariant()} here, and how settled the figure is in the column status)"
        : "is not a period";

    private static PeriodLabel.OfMonth? OfMonth(string text)
    {
        var (year, month) = NamedMonth().Match(text) is { Success: true } named
            ? (PeriodWords.Year(named.Groups[2].Value), PeriodWords.Month(named.Groups[1].Value))
            : YearThenMonth().Match(text) is { Success: true } turned ? (PeriodWords.Year(turned.Groups[1].Value), PeriodWords.Month(turned.Groups[2].Value))
            : NumberedMonth().Match(text) is { Success: true } numbered ? (PeriodWords.Year(numbered.Groups[2].Value), Number(numbered.Groups[1]))
            : CodedMonth().Match(text) is { Success: true } coded ? (PeriodWords.Year(coded.Groups[1].Value), Number(coded.Groups[2]))
            : default;
        return Make(year, month) is { } closing ? new PeriodLabel.OfMonth(closing) : null;
    }

    /// <summary><c>202504</c>, <c>2025/04</c>, <c>2025.04</c>. With a stroke, two years that follow each other are a year.</summary>
    private static PeriodLabel.OfMonth? OfNumbers(string text) =>
        YearAndMonth().Match(text) is { Success: true } numbers && Make(Number(numbers.Groups[1]), Number(numbers.Groups[3])) is { } month
        && new PeriodLabel.OfMonth(month, IsNumbers: true) is var label && !(numbers.Groups[2].Value == "/" && label.MayBeYear) ? label : null;

    private static PeriodLabel.OfMonths? OfMonths(string text)
    {
        if (Dates().Match(text) is { Success: true } dates)
        {
            return DateText.TryRead(dates.Groups[1].Value, out var from, out _) && DateText.TryRead(dates.Groups[2].Value, out var to, out _)
                && from.Day == 1 && to == Month.Of(to).LastDay && from < to ? new PeriodLabel.OfMonths(Month.Of(from), Month.Of(to)) : null;
        }

        if (Range().Match(text) is not { Success: true } range)
        {
            return null;
        }

        var last = PeriodWords.Month(range.Groups[3].Value);
        var first = PeriodWords.Month(range.Groups[1].Value);
        var closingYear = PeriodWords.Year(range.Groups[4].Value);
        var openingYear = range.Groups[2].Success ? PeriodWords.Year(range.Groups[2].Value) : first > last ? closingYear - 1 : closingYear;
        return Make(openingYear, first) is { } opening && Make(closingYear, last) is { } closing && opening <= closing
            ? new PeriodLabel.OfMonths(opening, closing) : null;
    }

    private static PeriodLabel.OfYear? OfYear(string text) =>
        WholeYear().Match(text) is { Success: true } year && Year(year) is { } name ? new PeriodLabel.OfYear(name)
        : YearInSixDigits().Match(text) is { Success: true } six && Year(six) is { } joined ? new PeriodLabel.OfYear(joined) : null;

    /// <summary>A window of years: by its first and last year, or by two years in words.</summary>
    private static PeriodLabel.OfYears? OfYears(string text)
    {
        if (TwoYears().Match(text) is { Success: true } two)
        {
            var (first, last) = (Number(two.Groups[1]), Number(two.Groups[2]));
            last = two.Groups[2].Length == 2 ? (first / 100 * 100) + last : last;
            return last > first && last - first < MostYears && first is > 1900 and < 2199
                ? new PeriodLabel.OfYears(new YearName(first, true), new YearName(last, true)) : null;
        }

        return FromYearToYear().Match(text) is { Success: true } window
            && WholeYear().Match(window.Groups[1].Value) is { Success: true } from && Year(from) is { } opens
            && WholeYear().Match(window.Groups[2].Value) is { Success: true } to && Year(to) is { } closes
            && closes.First > opens.First && closes.First - opens.First < MostYears ? new PeriodLabel.OfYears(opens, closes) : null;
    }

    private static PeriodLabel.OfPart? OfPart(string text)
    {
        var match = PartThenYear().Match(text) is { Success: true } first ? first : YearThenPart().Match(text);
        if (!match.Success || Year(match) is not { } year)
        {
            return null;
        }

        var (frequency, most) = match.Groups["kind"].Value[0] switch
        {
            'q' => (Frequency.Quarter, 4),
            'h' => (Frequency.Half, 2),
            _ => (Frequency.Month, 12),
        };
        var number = match.Groups["ordinal"] is { Success: true } ordinal ? (Array.IndexOf(Ordinals, ordinal.Value) / 2) + 1 : Number(match.Groups["number"]);
        var months = match.Groups["from"].Success
            ? (PeriodWords.Month(match.Groups["from"].Value), PeriodWords.Month(match.Groups["to"].Value)) : ((int, int)?)null;
        return number >= 1 && number <= most ? new PeriodLabel.OfPart(year, frequency, number, months) : null;
    }

    private static PeriodLabel.OfTerm? OfTerm(string text)
    {
        if (NumberedTerm().Match(text) is { Success: true } numbered)
        {
            return Year(numbered) is { } itsYear ? new PeriodLabel.OfTerm(itsYear, Number(numbered.Groups["number"])) : null;
        }

        var match = TermThenYear().Match(text) is { Success: true } first ? first : YearThenTerm().Match(text);
        if (!match.Success || Year(match) is not { } year)
        {
            return null;
        }

        var number = match.Groups["term"].Value switch { "autumn" => 1, "spring" => 2, _ => 3 };
        return new PeriodLabel.OfTerm(year, number);
    }

    /// <summary><c>year to December 2010</c>, <c>as at 31 March 2025</c>: named by its close.</summary>
    private static PeriodLabel.OfMonth? UpTo(string text) =>
        Ending().Match(text) is { Success: true } ending ? TryRead(ending.Groups["when"].Value, out _) as PeriodLabel.OfMonth : null;

    private static Month? Make(int year, int month) =>
        year is >= 1900 and <= 2199 && month is >= 1 and <= 12 ? new Month(year, month) : null;

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The year of a match and, where there is one, the next: they must follow each other. Two digits alone are a year only after FY.</summary>
    private static YearName? Year(Match match)
    {
        var typed = match.Groups["first"];
        var first = PeriodWords.Year(typed.Value);
        var second = match.Groups["second"];
        var isClosing = match.Groups["fy"].Success;
        return first is < 1901 or > 2198 ? null
            : !second.Success ? (typed.Length == 4 || isClosing ? new YearName(first, true, isClosing) : null)
            : Number(second) == (second.Length == 2 ? (first + 1) % 100 : first + 1) ? new YearName(first, false)
            : null;
    }

    [GeneratedRegex("^" + PeriodWords.MonthPattern + "$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthName();

    [GeneratedRegex("^" + PeriodWords.MonthPattern + @"[ /.-]{0,2}(\d{4}|\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex NamedMonth();

    [GeneratedRegex("^(\\d{4})[ /-]?" + PeriodWords.MonthPattern + "$", RegexOptions.CultureInvariant)]
    private static partial Regex YearThenMonth();

    [GeneratedRegex(@"^(\d{1,2})[/.-](\d{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedMonth();

    [GeneratedRegex(@"^(\d{4})[ -]?m(\d{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex CodedMonth();

    [GeneratedRegex(@"^(\d{4})([ /.-]?)(0?[1-9]|1[0-2])$", RegexOptions.CultureInvariant)]
    private static partial Regex YearAndMonth();

    [GeneratedRegex(@"^(\d{1,2}[ /.-].+|\d{4}-\d{2}-\d{2}) (?:to|-) (.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Dates();

    [GeneratedRegex(
        "^" + PeriodWords.MonthPattern + @"(?:[ -](\d{4}|\d{2}))? ?(?:to|-) ?" + PeriodWords.MonthPattern + @"[ -](\d{4}|\d{2})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(
        "^(?:(?:year|financial year|academic year|school year|calendar year) )?" + YearPattern + "(?: (?:financial|academic|school|calendar) year)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex WholeYear();

    [GeneratedRegex(@"^(?<first>\d{4})(?<second>\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex YearInSixDigits();

    [GeneratedRegex(@"^(\d{4}) ?[/-] ?(\d{4}|\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex TwoYears();

    [GeneratedRegex(@"^(.+?) ?(?: to | - ) ?(.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex FromYearToYear();

    [GeneratedRegex(
        "^" + PartPattern + @"(?: of)?(?: ?\(?" + PeriodWords.FromPattern + " ?(?:to|-) ?" + PeriodWords.ToPattern + @"\)?)?[ -]?(?:of )?" + YearPattern + "$",
        RegexOptions.CultureInvariant)]
    private static partial Regex PartThenYear();

    [GeneratedRegex("^" + YearPattern + "[ -]?" + PartPattern + "$", RegexOptions.CultureInvariant)]
    private static partial Regex YearThenPart();

    [GeneratedRegex("^(?<term>autumn|spring|summer)(?: term)? " + YearPattern + "$", RegexOptions.CultureInvariant)]
    private static partial Regex TermThenYear();

    [GeneratedRegex("^" + YearPattern + " (?<term>autumn|spring|summer)(?: term)?$", RegexOptions.CultureInvariant)]
    private static partial Regex YearThenTerm();

    [GeneratedRegex("^term (?<number>[1-9]) " + YearPattern + "$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedTerm();

    [GeneratedRegex(
        "^(?:(?:rolling )?(?:\\d+ months|\\d+ years|year|half year|half|quarter|term|month|y/e|ye) ?)?(?:to |ending |ended |end |(?<=y/?e ))"
        + "(?:end of |the end of |of )?(?<when>.+)$"
        + "|^(?:as at|at|end of|end|as of) (?<when>.+)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    [GeneratedRegex("^" + PartPattern + "$|^(?:autumn|spring|summer)(?: term)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"^(.+?) ?[(\[].+[)\]]$", RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();
}
