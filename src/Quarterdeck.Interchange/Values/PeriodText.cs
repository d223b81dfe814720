using System.Globalization;
using System.Text.RegularExpressions;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Interchange.Values;

/// <summary>
/// Period labels as people type them, read with a calendar: <c>2025-10</c>, <c>Oct-25</c>, <c>Q2 2025/26</c>,
/// <c>Apr to Jun 2011</c>, <c>2010/11 Spring</c>, <c>2025/26</c>. A label that could mean two periods is refused.
/// </summary>
public static partial class PeriodText
{
    private const RegexOptions Any = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>The month the named period closes in; the problem says why there is none.</summary>
    public static bool TryRead(string text, PeriodCalendar calendar, out Month closing, out string problem)
    {
        closing = default;
        var label = Spaces().Replace(text.Trim().Replace('–', '-').Replace('—', '-'), " ");
        var found = MonthOf(label, calendar) ?? SpanOf(label, calendar) ?? PartOf(label, calendar) ?? YearOf(label, calendar);
        if (found is not { } named)
        {
            problem = "is no period we can read";
            return false;
        }

        if (named.Problem is { } reason)
        {
            problem = reason;
            return false;
        }

        closing = named.Closing;
        problem = string.Empty;
        if (calendar.ClosesIn(closing))
        {
            return true;
        }

        problem = $"names {MonthNames.Long(closing)}, and no {Noun(calendar)} of this indicator closes then (they close in {Closings(calendar)})";
        return false;
    }

    /// <summary>What a label may look like, for a message.</summary>
    public static string Expected(PeriodCalendar calendar) => calendar.Frequency switch
    {
        Frequency.Month => "a month: 2025-10 or Oct 2025",
        Frequency.Quarter => "the month a quarter closes in (2025-09), or Q2 2025/26",
        Frequency.Term => "the month a term closes in (2011-04), or Spring 2010/11",
        Frequency.Half => "the month a half year closes in (2025-09), or H1 2025/26",
        Frequency.Year => "the month a year closes in (2026-03), or 2025/26",
    };

    /// <summary>One month by name or number, a date, or "year to" a month.</summary>
    private static Named? MonthOf(string label, PeriodCalendar calendar)
    {
        label = YearTo().Replace(label, string.Empty);
        if (Month.TryParse(label, out var month))
        {
            // 2011-12 is December 2011, unless the indicator is yearly and no year of it closes in a December.
            return calendar.Frequency == Frequency.Year && !calendar.ClosesIn(month) && YearOf(label, calendar) is { } year ? year : new Named(month);
        }

        if (DateText.TryRead(label, out var date))
        {
            return new Named(Month.Of(date));
        }

        return MonthName().Match(label) is { Success: true } name && Number(name.Groups[1].Value) is { } number
            ? Made(Year(name.Groups[2].Value), number)
            : null;
    }

    /// <summary>From one month to another: the last is the closing one, and the first must be where the period opens.</summary>
    private static Named? SpanOf(string label, PeriodCalendar calendar)
    {
        var span = Span().Match(label);
        if (!span.Success || Number(span.Groups[1].Value) is not { } first || Number(span.Groups[3].Value) is not { } last)
        {
            return null;
        }

        var named = Made(Year(span.Groups[4].Value), last);
        return named is { Problem: null, Closing: var closing } && calendar.ClosesIn(closing) && calendar.Closing(closing).Opening.Number != first
            ? new Named(default, $"runs from {MonthNames.Full(first)} to {MonthNames.Full(last)}, and the {Noun(calendar)} that closes then opens in {MonthNames.Full(calendar.Closing(closing).Opening.Number)}")
            : named;
    }

    /// <summary>A quarter, half or term of a year.</summary>
    private static Named? PartOf(string label, PeriodCalendar calendar)
    {
        if (PartFirst().Match(label) is { Success: true } first)
        {
            return Part(first.Groups[1].Value, first.Groups[2].Value, calendar);
        }

        return PartLast().Match(label) is { Success: true } last ? Part(last.Groups[2].Value, last.Groups[1].Value, calendar) : null;
    }

    private static Named? Part(string part, string year, PeriodCalendar calendar)
    {
        var word = part.ToLowerInvariant().Replace("uarter", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal);
        int? step = word switch
        {
            ['q', >= '1' and <= '4'] => 3 * (word[1] - '0'),
            ['h', '1' or '2'] => 6 * (word[1] - '0'),
            _ => null,
        };
        var terms = calendar.TermEnds.ToList();
        var term = word switch { "autumn" => 0, "spring" => 1, "summer" => 2, _ => -1 };
        if (step is null && (term < 0 || terms.Count != 3))
        {
            return null;
        }

        var isSpan = year.Length > 4;
        if (!isSpan && calendar.YearStart != 1 && term < 0)
        {
            return new Named(default, $"names one year, {year}, where a year runs across two: write {year}/{(Year(year) + 1) % 100:D2} or the closing month");
        }

        var opening = Opening(Year(year[..4]), calendar);
        return step is { } months ? new Named(opening.AddMonths(months - 1))
            : isSpan ? new Named(First(opening, terms[term]))
            : Made(Year(year), terms[term]);
    }

    /// <summary>A whole year: <c>2025/26</c>, or a bare year that closes in it.</summary>
    private static Named? YearOf(string label, PeriodCalendar calendar)
    {
        if (YearSpan().Match(label) is { Success: true } span)
        {
            var start = Year(span.Groups[1].Value);
            return (start + 1) % 100 != Year(span.Groups[2].Value) % 100
                ? new Named(default, "names two years that do not follow each other")
                : new Named(Opening(start, calendar).AddMonths(11));
        }

        if (!BareYear().IsMatch(label) || calendar.Frequency != Frequency.Year)
        {
            return null;
        }

        var year = Year(label);
        return Made(year, ((calendar.YearStart + 10) % 12) + 1);
    }

    private static Month Opening(int year, PeriodCalendar calendar) => new(year, calendar.YearStart);

    private static Month First(Month from, int number)
    {
        while (from.Number != number)
        {
            from = from.AddMonths(1);
        }

        return from;
    }

    private static Named Made(int year, int month) =>
        year is >= 1900 and <= 2199 ? new Named(new Month(year, month)) : new Named(default, "names a year no report is about");

    private static int Year(string digits)
    {
        var year = int.Parse(digits, CultureInfo.InvariantCulture);
        return digits.Length == 2 ? 2000 + year : year;
    }

    private static int? Number(string name)
    {
        for (var number = 1; number <= 12 && name.Length >= 3; number++)
        {
            if (MonthNames.Full(number).StartsWith(name.Length == 4 && name.StartsWith("Sept", StringComparison.OrdinalIgnoreCase) ? "Sep" : name, StringComparison.OrdinalIgnoreCase))
            {
                return number;
            }
        }

        return null;
    }

    private static string Noun(PeriodCalendar calendar) => calendar.Frequency switch
    {
        Frequency.Month => "month",
        Frequency.Quarter => "quarter",
        Frequency.Term => "term",
        Frequency.Half => "half year",
        Frequency.Year => "year",
    };

    private static string Closings(PeriodCalendar calendar) => string.Join(", ", Enumerable.Range(1, 12)
        .Where(number => calendar.ClosesIn(new Month(2000, number))).Select(number => MonthNames.Short(number)));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?:(?:year|12 months|twelve months|quarter|rolling 12 months) (?:to|ending|ended)|end(?: of)?) (?:the end of )?", Any)]
    private static partial Regex YearTo();

    [GeneratedRegex(@"^([a-z]{3,9})\.?[ \-/'’]*(\d{4}|\d{2})$", Any)]
    private static partial Regex MonthName();

    [GeneratedRegex(@"^([a-z]{3,9})\.? ?(\d{4}|\d{2})? ?(?:to|-|until) ?([a-z]{3,9})\.?[ \-]?(\d{4}|\d{2})$", Any)]
    private static partial Regex Span();

    [GeneratedRegex(@"^(q(?:uarter)? ?[1-4]|h[12]|autumn|spring|summer)(?: term)?,? ?(\d{4}(?:[/\-]\d{2,4})?)$", Any)]
    private static partial Regex PartFirst();

    [GeneratedRegex(@"^(\d{4}(?:[/\-]\d{2,4})?),? ?(q(?:uarter)? ?[1-4]|h[12]|autumn|spring|summer)(?: term)?$", Any)]
    private static partial Regex PartLast();

    [GeneratedRegex(@"^(\d{4})[/\-](\d{4}|\d{2})$")]
    private static partial Regex YearSpan();

    [GeneratedRegex(@"^\d{4}$")]
    private static partial Regex BareYear();

    /// <summary>A closing month, or why there is none.</summary>
    private readonly record struct Named(Month Closing, string? Problem = null);
}
