using System.Globalization;
using System.Text.RegularExpressions;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Packs.Cells;

/// <summary>Reads the labels people type for periods: <c>2025-10</c>, <c>Oct-25</c>, <c>Q2 2025/26</c>, <c>Apr to Jun 2011</c>, <c>2010/11
/// Spring</c>.</summary>
public static partial class PeriodText
{
    private const string YearPattern = @"(\d{4})(?:[/-](\d{2}|\d{4}))?";

    /// <param name="text">As typed.</param>
    /// <param name="why">What is the matter, in words that follow the value; null when it was read.</param>
    public static PeriodLabel? TryRead(string text, out string? why)
    {
        ArgumentNullException.ThrowIfNull(text);
        why = null;
        if (Month.TryParse(text, out var strict))
        {
            return new PeriodLabel.OfMonth(strict, (strict.Year + 1) % 100 == strict.Number);
        }

        var plain = PeriodWords.Plain(text);
        if (DateText.TryRead(plain, out var date, out var dateFault))
        {
            return new PeriodLabel.OfMonth(Month.Of(date));
        }

        if (dateFault != "is not a date")
        {
            why = dateFault;
            return null;
        }

        PeriodLabel? label = OfMonth(plain);
        label ??= OfMonths(plain);
        label ??= OfYear(plain);
        label ??= OfPart(plain);
        label ??= OfTerm(plain);
        label ??= UpTo(plain);
        why = label is null ? WhyNot(plain) : null;
        return label;
    }

    /// <summary>Reads a label as a period of a calendar.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="calendar">Which periods there are.</param>
    /// <param name="closing">The month the period closes in.</param>
    /// <param name="why">What is the matter, in words that follow the value; null when it was read.</param>
    public static bool TryRead(string text, PeriodCalendar calendar, out Month closing, out string? why)
    {
        var found = TryRead(text, out why) is { } label ? PeriodSpan.Closes(label, calendar, out why) : null;
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

    private static string WhyNot(string text) =>
        text.Length == 5 && text.All(char.IsAsciiDigit) ? "is a spreadsheet's day number, not a period" : "is not a period";

    private static PeriodLabel.OfMonth? OfMonth(string text)
    {
        var (year, month) =
            NamedMonth().Match(text) is { Success: true } named ? (PeriodWords.Year(named.Groups[2].Value), PeriodWords.Month(named.Groups[1].Value))
            : YearThenMonth().Match(text) is { Success: true } turned ? (PeriodWords.Year(turned.Groups[1].Value), PeriodWords.Month(turned.Groups[2].Value))
            : NumberedMonth().Match(text) is { Success: true } numbered
                ? (PeriodWords.Year(numbered.Groups[2].Value), int.Parse(numbered.Groups[1].Value, CultureInfo.InvariantCulture))
            : default;
        return Make(year, month) is { } closing ? new PeriodLabel.OfMonth(closing) : null;
    }

    private static PeriodLabel.OfMonths? OfMonths(string text)
    {
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
        WholeYear().Match(text) is { Success: true } year && Year(year, 1) is { } name ? new PeriodLabel.OfYear(name) : null;

    private static PeriodLabel.OfPart? OfPart(string text)
    {
        var part = PartThenYear().Match(text) is { Success: true } first ? (Of: first, Kind: 1, Number: 2, Year: 3)
            : YearThenPart().Match(text) is { Success: true } second ? (Of: second, Kind: 3, Number: 4, Year: 1)
            : default;
        if (part.Of is null || Year(part.Of, part.Year) is not { } year)
        {
            return null;
        }

        var frequency = part.Of.Groups[part.Kind].Value[0] == 'q' ? Frequency.Quarter : Frequency.Half;
        var number = int.Parse(part.Of.Groups[part.Number].Value, CultureInfo.InvariantCulture);
        return frequency == Frequency.Quarter || number <= 2 ? new PeriodLabel.OfPart(year, frequency, number) : null;
    }

    private static PeriodLabel.OfTerm? OfTerm(string text)
    {
        if (NumberedTerm().Match(text) is { Success: true } numbered)
        {
            return Year(numbered, 2) is { } itsYear ? new PeriodLabel.OfTerm(itsYear, int.Parse(numbered.Groups[1].Value, CultureInfo.InvariantCulture)) : null;
        }

        var term = TermThenYear().Match(text) is { Success: true } first ? (Of: first, Name: 1, Year: 2)
            : YearThenTerm().Match(text) is { Success: true } second ? (Of: second, Name: 3, Year: 1)
            : default;
        if (term.Of is null || Year(term.Of, term.Year) is not { } year)
        {
            return null;
        }

        var number = term.Of.Groups[term.Name].Value switch { "autumn" => 1, "spring" => 2, _ => 3 };
        return new PeriodLabel.OfTerm(year, number);
    }

    /// <summary><c>year to December 2010</c>: named by its close.</summary>
    private static PeriodLabel.OfMonth? UpTo(string text) =>
        Ending().Match(text) is { Success: true } ending ? TryRead(ending.Groups[1].Value, out _) as PeriodLabel.OfMonth : null;

    private static Month? Make(int year, int month) =>
        year is >= 1900 and <= 2199 && month is >= 1 and <= 12 ? new Month(year, month) : null;

    /// <summary>The year in a group and, where there is one, the next: they must follow each other.</summary>
    private static YearName? Year(Match match, int group)
    {
        var first = PeriodWords.Year(match.Groups[group].Value);
        var second = match.Groups[group + 1];
        return first is < 1901 or > 2198 ? null
            : !second.Success ? new YearName(first, true)
            : int.Parse(second.ValueSpan, CultureInfo.InvariantCulture) == (second.Length == 2 ? (first + 1) % 100 : first + 1) ? new YearName(first, false)
            : null;
    }

    [GeneratedRegex("^" + PeriodWords.MonthPattern + "$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthName();

    [GeneratedRegex("^" + PeriodWords.MonthPattern + @"[ /.-]{0,2}(\d{4}|\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex NamedMonth();

    [GeneratedRegex("^(\\d{4})[ /-]" + PeriodWords.MonthPattern + "$", RegexOptions.CultureInvariant)]
    private static partial Regex YearThenMonth();

    [GeneratedRegex(@"^(\d{1,2})[/-](\d{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedMonth();

    [GeneratedRegex(
        "^" + PeriodWords.MonthPattern + @"(?:[ -](\d{4}|\d{2}))? ?(?:to|-) ?" + PeriodWords.MonthPattern + @"[ -](\d{4}|\d{2})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex("^(?:fy |year |financial year |academic year |school year |calendar year )?" + YearPattern + "$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeYear();

    [GeneratedRegex("^(q|qtr|quarter|h|half) ?([1-4])[ -]" + YearPattern + "$", RegexOptions.CultureInvariant)]
    private static partial Regex PartThenYear();

    [GeneratedRegex("^" + YearPattern + "[ -](q|qtr|quarter|h|half) ?([1-4])$", RegexOptions.CultureInvariant)]
    private static partial Regex YearThenPart();

    [GeneratedRegex("^(autumn|spring|summer)(?: term)? " + YearPattern + "$", RegexOptions.CultureInvariant)]
    private static partial Regex TermThenYear();

    [GeneratedRegex("^" + YearPattern + " (autumn|spring|summer)(?: term)?$", RegexOptions.CultureInvariant)]
    private static partial Regex YearThenTerm();

    [GeneratedRegex("^term ([1-9]) " + YearPattern + "$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedTerm();

    [GeneratedRegex(
        "^(?:(?:rolling )?(?:\\d+ months|year|half year|half|quarter|term|month) )?(?:to|ending|ended) (?:end of )?(.+)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}
