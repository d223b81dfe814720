using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Kernel;

/// <summary>Own periods in a row, numbered from 0: what the series of one bulk rating are held on. Each frequency has its own.</summary>
public sealed class PeriodAxis
{
    private readonly Period[] _periods;
    private readonly Dictionary<int, YearStarts> _starts = [];

    /// <param name="first">Period number 0.</param>
    /// <param name="count">How many periods there are, at least 1.</param>
    public PeriodAxis(Period first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _periods = new Period[count];
        _periods[0] = first;
        PeriodsInYear = Enumerable.Range(1, 12).Count(month => first.Calendar.ClosesIn(new Month(2000, month)));
        for (var number = 1; number < count; number++)
        {
            _periods[number] = _periods[number - 1].Next;
        }
    }

    public int Count => _periods.Length;

    public PeriodCalendar Calendar => _periods[0].Calendar;

    /// <summary>12 for months, 1 for years.</summary>
    public int PeriodsInYear { get; }

    public Period this[int number] => _periods[number];

    /// <summary>The number of the period that closes in a month.</summary>
    /// <exception cref="ArgumentException">None on the axis does.</exception>
    public int NumberOf(Month closing)
    {
        var number = Array.FindIndex(_periods, period => period.Closing == closing);
        return number >= 0 ? number : throw new ArgumentException($"No period of the axis closes in {closing}.", nameof(closing));
    }

    /// <summary>Where the year to date begins for each period, counted from a month of the year.</summary>
    /// <param name="ytdFrom">1 to 12; null: the year's first month.</param>
    internal YearStarts YearStarts(int? ytdFrom)
    {
        var month = ytdFrom ?? Calendar.YearStart;
        if (!_starts.TryGetValue(month, out var starts))
        {
            _starts[month] = starts = new YearStarts(this, month);
        }

        return starts;
    }
}
