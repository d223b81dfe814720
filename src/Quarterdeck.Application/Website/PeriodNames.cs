using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Application.Website;

/// <summary>Periods as a page names them that states its year elsewhere: without the year, unless they are of another.</summary>
public static class PeriodNames
{
    private const int MonthsOfAYear = 12;

    /// <summary><c>October</c>, <c>July to September</c>, <c>October 2024</c>.</summary>
    /// <param name="period">The period.</param>
    /// <param name="asAt">The page's own month.</param>
    public static string Name(Period period, Month asAt) =>
        period.Calendar.Frequency == Frequency.Year || period.Calendar.WindowYears > 1 || asAt.MonthsSince(period.Closing) >= MonthsOfAYear
            ? period.Label
            : period.LabelWithinYear;

    /// <summary>The same where there is little room: <c>Oct</c>, <c>Jul to Sep</c>, <c>Oct 2024</c>.</summary>
    /// <inheritdoc cref="Name(Period, Month)"/>
    public static string Short(Period period, Month asAt) =>
        Name(period, asAt) == period.LabelWithinYear ? period.ShortLabelWithinYear : period.ShortLabel;

    /// <summary>The name after the word that leads to it: <c>in October</c>, <c>from July to September</c>, <c>over the 3 years to March 2025</c>.</summary>
    /// <inheritdoc cref="Name(Period, Month)"/>
    public static string When(Period period, Month asAt)
    {
        var name = Name(period, asAt);
        return period.Calendar switch
        {
            { WindowYears: > 1, Frequency: not Frequency.Year } => $"over the {name}",
            { Frequency: Frequency.Month or Frequency.Year } => $"in {name}",
            { Frequency: Frequency.Term } => $"in the {name}",
            _ => $"from {name}",
        };
    }

    /// <summary>A month of the page's year: <c>September</c>; of another: <c>September 2024</c>.</summary>
    public static string Name(Month month, Month asAt) =>
        asAt.MonthsSince(month) >= MonthsOfAYear ? MonthNames.Long(month) : MonthNames.Full(month.Number);

    /// <summary>A day of the page's year without it: <c>28 October</c>.</summary>
    public static string Name(DateOnly day, Month asAt) =>
        day.Year == asAt.Year ? $"{day.Day} {MonthNames.Full(day.Month)}" : MonthNames.Long(day);
}
