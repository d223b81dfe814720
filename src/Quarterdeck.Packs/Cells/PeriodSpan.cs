using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Packs.Cells;

/// <summary>The months a label covers by a calendar.</summary>
/// <param name="Opening">First month; the closing month where the label names only that.</param>
/// <param name="Closing">Last month.</param>
public readonly record struct PeriodSpan(Month Opening, Month Closing)
{
    private const int MonthsAYear = 12;

    /// <summary>Reads a label by a calendar's year and terms, whatever its frequency.</summary>
    /// <param name="label">As typed.</param>
    /// <param name="calendar">Whose first month and terms are used.</param>
    /// <param name="why">Why it cannot be read so; null when it was.</param>
    public static PeriodSpan? Of(PeriodLabel label, PeriodCalendar calendar, out string? why)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        why = null;
        switch (Meant(label, calendar, 0))
        {
            case PeriodLabel.OfMonth month:
                return new PeriodSpan(month.Closing, month.Closing);
            case PeriodLabel.OfMonths months:
                return new PeriodSpan(months.Opening, months.Closing);
            case PeriodLabel.OfYear { Year: var year }:
                return FirstOf(year, calendar, true, ref why) is { } opens ? new PeriodSpan(opens, opens.AddMonths(MonthsAYear - 1)) : null;
            case PeriodLabel.OfYears years:
                // A window is named by its last year: that is where its result stands.
                return FirstOf(years.Last, calendar, true, ref why) is { } last ? new PeriodSpan(last, last.AddMonths(MonthsAYear - 1)) : null;
            case PeriodLabel.OfPart part:
                return OfPart(part, calendar, ref why);
            case PeriodLabel.OfTerm term:
                return OfTerm(term, calendar, ref why);
            default:
                throw new InvalidOperationException("A period label of no known kind.");
        }
    }

    /// <summary>Reads a label as a period of this calendar, or says why none fits.</summary>
    /// <param name="label">As typed.</param>
    /// <param name="calendar">Which periods there are.</param>
    /// <param name="rollingMonths">How many months a result covers where the basis is a rolling window, else 0.</param>
    /// <param name="why">Why it cannot be read so; null when it was.</param>
    public static Month? Closes(PeriodLabel label, PeriodCalendar calendar, int rollingMonths, out string? why)
    {
        var meant = Meant(label, calendar, rollingMonths);
        if (Of(meant, calendar, out why) is not { } span)
        {
            return null;
        }

        why = meant is PeriodLabel.OfYears years ? NotTheWindow(years, span, calendar, rollingMonths)
            : !calendar.ClosesIn(span.Closing) ? NotClosing(label, span, calendar)
            : meant is not (PeriodLabel.OfMonth or PeriodLabel.OfTerm) && new Period(calendar, span.Closing).Opening != span.Opening
                ? $"covers {MonthNames.Long(span.Opening)} to {MonthNames.Long(span.Closing)}, which is not a {Word(calendar)}{OrMonth(label)}"
            : null;
        return why is null ? span.Closing : null;
    }

    /// <summary>What numbers alone mean by this calendar: <c>2002-03</c> is the year 2002/03 where results are yearly, and <c>2018-20</c> a window.</summary>
    private static PeriodLabel Meant(PeriodLabel label, PeriodCalendar calendar, int rollingMonths)
    {
        if (label is not PeriodLabel.OfMonth { IsNumbers: true } month)
        {
            return label;
        }

        if (month.MayBeYear && calendar is { Frequency: Frequency.Year, YearStart: not 1 })
        {
            return new PeriodLabel.OfYear(new YearName(month.Closing.Year, false));
        }

        var last = (month.Closing.Year / 100 * 100) + month.Closing.Number;
        return rollingMonths > MonthsAYear && last > month.Closing.Year && !calendar.ClosesIn(month.Closing)
            ? new PeriodLabel.OfYears(new YearName(month.Closing.Year, true), new YearName(last, true)) : label;
    }

    private static string NotClosing(PeriodLabel label, PeriodSpan span, PeriodCalendar calendar)
    {
        var why = $"closes in {MonthNames.Long(span.Closing)}, when no {Word(calendar)} of this indicator closes";
        if (label is not PeriodLabel.OfMonth { IsNumbers: true, Closing: var typed })
        {
            return why;
        }

        var last = (typed.Year / 100 * 100) + typed.Number;
        return label is PeriodLabel.OfMonth { MayBeYear: true }
            ? $"{why}; nor is the year {typed.Year}/{last % 100:D2} a {Word(calendar)}"
            : last > typed.Year && calendar.Frequency == Frequency.Year
                ? $"{why} (if the years {typed.Year} to {last} were meant, give the indicator the basis rolling-{(last - typed.Year + 1) * MonthsAYear})"
            : why;
    }

    /// <summary>Null when the window is as long as the indicator's. Years named by one number may be those that close then, or those that open then.</summary>
    private static string? NotTheWindow(PeriodLabel.OfYears years, PeriodSpan last, PeriodCalendar calendar, int rollingMonths)
    {
        string? why = null;
        if (FirstOf(years.First, calendar, true, ref why) is not { } first)
        {
            return why;
        }

        var months = last.Closing.MonthsSince(first) + 1;
        var isWindow = rollingMonths == months || (years.First.IsBare && calendar.YearStart != 1 && rollingMonths == months - MonthsAYear);
        return !isWindow ? $"names {months / MonthsAYear} years, but this indicator's results cover {Length(calendar, rollingMonths)} "
                + $"(give it the basis rolling-{months} if they cover {months} months)"
            : !calendar.ClosesIn(last.Closing) ? $"closes in {MonthNames.Long(last.Closing)}, when no {Word(calendar)} of this indicator closes"
            : null;
    }

    private static string Length(PeriodCalendar calendar, int rollingMonths) => rollingMonths > 0 ? $"{rollingMonths} months" : $"one {Word(calendar)}";

    /// <summary>Where a year such as 2003/04 stands for a month, that it could be written as one.</summary>
    private static string OrMonth(PeriodLabel label) =>
        label is PeriodLabel.OfYear { Year: { IsBare: false, First: var first } } && (first + 1) % 100 is >= 1 and <= 12 and var month
            ? $" (if {MonthNames.Long(new Month(first, month))} was meant, write {MonthNames.Short(new Month(first, month))})" : string.Empty;

    private static string Word(PeriodCalendar calendar) => calendar.Frequency switch
    {
        Frequency.Month => "month",
        Frequency.Quarter => "quarter",
        Frequency.Term => "term",
        Frequency.Half => "half year",
        Frequency.Year => "year",
    };

    private static Month? FirstOf(YearName year, PeriodCalendar calendar, bool bareIsClosing, ref string? why)
    {
        var startsInJanuary = calendar.YearStart == 1;
        if (!year.IsBare)
        {
            why = startsInJanuary ? "names two years, but this indicator's year runs from January to December" : null;
            return startsInJanuary ? null : new Month(year.First, calendar.YearStart);
        }

        if (startsInJanuary)
        {
            return new Month(year.First, 1);
        }

        var isClosing = bareIsClosing || year.IsClosing;
        why = isClosing ? null : $"does not say whether the year {year.First - 1}/{year.First % 100:D2} or {year.First}/{(year.First + 1) % 100:D2} is meant";
        return isClosing ? new Month(year.First - 1, calendar.YearStart) : null;
    }

    private static PeriodSpan? OfPart(PeriodLabel.OfPart part, PeriodCalendar calendar, ref string? why)
    {
        if (FirstOf(part.Year, calendar, false, ref why) is not { } first)
        {
            return null;
        }

        var length = part.Frequency switch { Frequency.Month => 1, Frequency.Quarter => 3, _ => 6 };
        var span = new PeriodSpan(first.AddMonths(length * (part.Number - 1)), first.AddMonths((length * part.Number) - 1));
        if (part.Months is { } months && (span.Opening.Number != months.First || span.Closing.Number != months.Last))
        {
            why = $"says {MonthNames.Full(months.First)} to {MonthNames.Full(months.Last)}, "
                + $"but part {part.Number} of this year is {MonthNames.Full(span.Opening.Number)} to {MonthNames.Full(span.Closing.Number)}";
            return null;
        }

        return span;
    }

    private static PeriodSpan? OfTerm(PeriodLabel.OfTerm term, PeriodCalendar calendar, ref string? why)
    {
        var ends = calendar.TermEnds.ToList();
        if (term.Number > ends.Count)
        {
            why = ends.Count == 0 ? "is a term, but this indicator is not reported by term" : $"is a term, but the school year here has {ends.Count} terms";
            return null;
        }

        var month = ends[term.Number - 1];
        var year = term.Year.IsBare || month >= calendar.YearStart ? term.Year.First : term.Year.First + 1;
        var closing = new Month(year, month);
        return new PeriodSpan(closing, closing);
    }
}
