using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Packs.Cells;

/// <summary>The months a label covers by a calendar.</summary>
/// <param name="Opening">First month; the closing month where the label names only that.</param>
/// <param name="Closing">Last month.</param>
public readonly record struct PeriodSpan(Month Opening, Month Closing)
{
    /// <summary>Reads a label by a calendar's year and terms, whatever its frequency.</summary>
    /// <param name="label">As typed.</param>
    /// <param name="calendar">Whose first month and terms are used.</param>
    /// <param name="why">Why it cannot be read so; null when it was.</param>
    public static PeriodSpan? Of(PeriodLabel label, PeriodCalendar calendar, out string? why)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        why = null;
        switch (label)
        {
            case PeriodLabel.OfMonth month:
                return new PeriodSpan(month.Closing, month.Closing);
            case PeriodLabel.OfMonths months:
                return new PeriodSpan(months.Opening, months.Closing);
            case PeriodLabel.OfYear { Year: var year }:
                return FirstOf(year, calendar, true, ref why) is { } opens ? new PeriodSpan(opens, opens.AddMonths(11)) : null;
            case PeriodLabel.OfPart part:
                var length = part.Frequency == Frequency.Quarter ? 3 : 6;
                return FirstOf(part.Year, calendar, false, ref why) is { } start
                    ? new PeriodSpan(start.AddMonths(length * (part.Number - 1)), start.AddMonths((length * part.Number) - 1))
                    : null;
            case PeriodLabel.OfTerm term:
                return OfTerm(term, calendar, ref why);
            default:
                throw new InvalidOperationException("A period label of no known kind.");
        }
    }

    /// <summary>Reads a label as a period of this calendar, or says why none fits.</summary>
    public static Month? Closes(PeriodLabel label, PeriodCalendar calendar, out string? why)
    {
        if (Of(label, calendar, out why) is not { } span)
        {
            return null;
        }

        if (!calendar.ClosesIn(span.Closing))
        {
            why = $"closes in {MonthNames.Long(span.Closing)}, when no {Word(calendar)} of this indicator closes";
            if (label is PeriodLabel.OfMonth { MayBeYear: true })
            {
                why += $" (if the year was meant, write {span.Closing.Year}/{(span.Closing.Year + 1) % 100:D2})";
            }

            return null;
        }

        if (label is not PeriodLabel.OfMonth && new Period(calendar, span.Closing).Opening != span.Opening && label is not PeriodLabel.OfTerm)
        {
            why = $"covers {MonthNames.Long(span.Opening)} to {MonthNames.Long(span.Closing)}, which is not a {Word(calendar)}";
            return null;
        }

        return span.Closing;
    }

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

        why =
            bareIsClosing ? null : $"does not say whether the year {year.First - 1}/{year.First % 100:D2} or {year.First}/{(year.First + 1) % 100:D2} is meant";
        return bareIsClosing ? new Month(year.First - 1, calendar.YearStart) : null;
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
