namespace Quarterdeck.Domain.Periods;

/// <summary>
/// The rhythm an indicator is reported in: a frequency within a year that starts in a given month.
/// Two calendars are equal when they divide time alike.
/// </summary>
public sealed record PeriodCalendar
{
    private readonly int _termEnds;

    /// <param name="frequency">How many periods a year has.</param>
    /// <param name="yearStart">First month of the year, 1 to 12 (April: 4).</param>
    /// <param name="termEnds">Closing months of school terms, at least one; used only when <paramref name="frequency"/> is term.</param>
    public PeriodCalendar(Frequency frequency, int yearStart, IEnumerable<int>? termEnds = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(yearStart, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(yearStart, 12);
        Frequency = frequency;
        YearStart = yearStart;
        if (frequency == Frequency.Term)
        {
            foreach (var month in termEnds ?? [12, 4, 7])
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
                ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
                _termEnds |= 1 << month;
            }

            ArgumentOutOfRangeException.ThrowIfZero(_termEnds, nameof(termEnds));
        }
    }

    public Frequency Frequency { get; }

    /// <summary>First month of the year, 1 to 12.</summary>
    public int YearStart { get; }

    /// <summary>How many years a result covers where it is a rolling window of several; else 1. Labels say so.</summary>
    public int WindowYears { get; init; } = 1;

    /// <summary>Closing months of the terms in the order of the year; empty unless the frequency is term.</summary>
    public IEnumerable<int> TermEnds =>
        Enumerable.Range(0, 12).Select(step => ((YearStart - 1 + step) % 12) + 1).Where(month => (_termEnds & (1 << month)) != 0);

    /// <summary>Whether a period of this calendar closes in that month.</summary>
    public bool ClosesIn(Month month) => Frequency switch
    {
        Frequency.Month => true,
        Frequency.Quarter => MonthOfYear(month) % 3 == 0,
        Frequency.Half => MonthOfYear(month) % 6 == 0,
        Frequency.Year => MonthOfYear(month) == 12,
        Frequency.Term => (_termEnds & (1 << month.Number)) != 0,
    };

    /// <summary>1 for the first month of the year, 12 for the last.</summary>
    public int MonthOfYear(Month month) => ((month.Number - YearStart + 12) % 12) + 1;

    /// <summary>The first month of the year that holds <paramref name="month"/>.</summary>
    public Month YearOpening(Month month) => month.AddMonths(1 - MonthOfYear(month));

    /// <summary>The period that closes in <paramref name="closing"/>.</summary>
    /// <exception cref="ArgumentException">No period of this calendar closes then.</exception>
    public Period Closing(Month closing) => new(this, closing);

    /// <summary>The period that holds <paramref name="month"/>: the first that closes in it or later.</summary>
    public Period Holding(Month month)
    {
        while (!ClosesIn(month))
        {
            month = month.AddMonths(1);
        }

        return new Period(this, month);
    }

    /// <summary>The last period that has closed by the end of <paramref name="month"/>.</summary>
    public Period LastClosedBy(Month month)
    {
        while (!ClosesIn(month))
        {
            month = month.AddMonths(-1);
        }

        return new Period(this, month);
    }

    /// <summary>The year in the words people use: <c>2025/26</c>, or <c>2025</c> when it starts in January.</summary>
    public string YearLabel(Month month)
    {
        var opening = YearOpening(month);
        return YearStart == 1 ? $"{opening.Year}" : $"{opening.Year}/{(opening.Year + 1) % 100:D2}";
    }
}
