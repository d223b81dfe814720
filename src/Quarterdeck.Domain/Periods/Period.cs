namespace Quarterdeck.Domain.Periods;

/// <summary>One period of a calendar, named by the month it closes in.</summary>
public readonly record struct Period : IComparable<Period>
{
    private readonly PeriodCalendar? _calendar;

    /// <exception cref="ArgumentException">No period of the calendar closes in that month.</exception>
    public Period(PeriodCalendar calendar, Month closing)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (!calendar.ClosesIn(closing))
        {
            throw new ArgumentException($"No {calendar.Frequency} closes in {closing}.", nameof(closing));
        }

        _calendar = calendar;
        Closing = closing;
    }

    public PeriodCalendar Calendar => _calendar ?? throw new InvalidOperationException("A period is made with its calendar.");

    /// <summary>The last month of the period.</summary>
    public Month Closing { get; }

    /// <summary>The first month of the period.</summary>
    public Month Opening => Calendar.Frequency switch
    {
        Frequency.Month => Closing,
        Frequency.Quarter => Closing.AddMonths(-2),
        Frequency.Half => Closing.AddMonths(-5),
        Frequency.Year => Closing.AddMonths(-11),
        Frequency.Term => Previous.Closing.AddMonths(1),
    };

    public Period Previous => Calendar.LastClosedBy(Closing.AddMonths(-1));

    public Period Next => Calendar.Holding(Closing.AddMonths(1));

    /// <summary>The same period of the year before.</summary>
    public Period YearBefore => new(Calendar, Closing.AddMonths(-12));

    /// <summary>The first month of the year the period belongs to.</summary>
    public Month YearOpening => Calendar.YearOpening(Closing);

    /// <summary>Months of the year gone by the end of the period, 1 to 12.</summary>
    public int MonthsElapsed => Calendar.MonthOfYear(Closing);

    /// <summary>
    /// In words, for sentences: <c>October 2025</c>, <c>July to September 2025</c>, <c>spring term 2010/11</c>, <c>2025/26</c>,
    /// <c>2018/19 to 2020/21</c> of a window of three years.
    /// </summary>
    public string Label => Calendar.Frequency switch
    {
        Frequency.Year => YearLabel,
        _ when Calendar.WindowYears > 1 => $"{Calendar.WindowYears} years to {MonthNames.Long(Closing)}",
        Frequency.Month => MonthNames.Long(Closing),
        Frequency.Term => $"{TermName} {Calendar.YearLabel(Closing)}",
        _ => Opening.Year == Closing.Year
            ? $"{MonthNames.Full(Opening.Number)} to {MonthNames.Long(Closing)}"
            : $"{MonthNames.Long(Opening)} to {MonthNames.Long(Closing)}",
    };

    /// <summary>For column heads: the closing month, <c>Oct 2025</c>, or the year, <c>2025/26</c>.</summary>
    public string ShortLabel => Calendar.Frequency == Frequency.Year ? YearLabel : MonthNames.Short(Closing);

    /// <summary>In words without its year, for rows with a column for each year: <c>October</c>, <c>July to September</c>, <c>spring term</c>, <c>whole
    /// year</c>.</summary>
    public string LabelWithinYear => Calendar.Frequency switch
    {
        Frequency.Month => MonthNames.Full(Closing.Number),
        Frequency.Year => "whole year",
        Frequency.Term => TermName,
        _ => $"{MonthNames.Full(Opening.Number)} to {MonthNames.Full(Closing.Number)}",
    };

    /// <summary>The same for the foot of a chart: <c>Oct</c>, <c>Jul to Sep</c>.</summary>
    public string ShortLabelWithinYear => Calendar.Frequency switch
    {
        Frequency.Month => MonthNames.Short(Closing.Number),
        Frequency.Year or Frequency.Term => LabelWithinYear,
        _ => $"{MonthNames.Short(Opening.Number)} to {MonthNames.Short(Closing.Number)}",
    };

    /// <summary>The year, or the first and last of a window of several: <c>2018/19 to 2020/21</c>.</summary>
    private string YearLabel => Calendar.WindowYears == 1
        ? Calendar.YearLabel(Closing) : $"{Calendar.YearLabel(Closing.AddMonths(12 * (1 - Calendar.WindowYears)))} to {Calendar.YearLabel(Closing)}";

    private string TermName
    {
        get
        {
            var ends = Calendar.TermEnds.ToList();
            var number = ends.IndexOf(Closing.Number);
            return ends.Count == 3 ? new[] { "autumn term", "spring term", "summer term" }[number] : $"term {number + 1}";
        }
    }

    public int CompareTo(Period other) => Closing.CompareTo(other.Closing);

    /// <summary>The closing month, as records carry it: <c>2025-10</c>.</summary>
    public override string ToString() => Closing.ToString();

    public static bool operator <(Period left, Period right) => left.Closing < right.Closing;

    public static bool operator >(Period left, Period right) => left.Closing > right.Closing;

    public static bool operator <=(Period left, Period right) => left.Closing <= right.Closing;

    public static bool operator >=(Period left, Period right) => left.Closing >= right.Closing;
}
