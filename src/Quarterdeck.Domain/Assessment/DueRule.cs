using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Assessment;

/// <summary>
/// When results are due: at the end of their period and the indicator's lag after it. What is past that day is overdue. Nobody owes a figure that is made of
/// two others.
/// </summary>
public static class DueRule
{
    public static DateOnly DueOn(Indicator indicator, Period period)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return period.Closing.AddMonths(indicator.Lag).LastDay;
    }

    /// <summary>The first period after the latest whose result should be there by now; null where none is, or the indicator has ended.</summary>
    /// <param name="rated">The record.</param>
    /// <param name="versions">The indicator's versions.</param>
    /// <param name="today">By the calendar.</param>
    public static Period? FirstOverdue(RatedIndicator rated, IReadOnlyList<Indicator> versions, DateOnly today) =>
        Next(rated, versions) is { } next && DueOn(rated.Indicator, next) < today ? next : null;

    /// <summary>The day on which the next result is due that is not overdue already; null where none is to come.</summary>
    /// <inheritdoc cref="FirstOverdue"/>
    public static DateOnly? NextDue(RatedIndicator rated, IReadOnlyList<Indicator> versions, DateOnly today)
    {
        for (var next = Next(rated, versions); next is { } period; next = Held(period.Next, versions))
        {
            if (DueOn(rated.Indicator, period) is var day && day >= today)
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>Whole months since it was due.</summary>
    public static int MonthsLate(DateOnly due, DateOnly today)
    {
        var month = Month.Of(today);
        return month.MonthsSince(Month.Of(due)) - (today.Day < due.Day && today != month.LastDay ? 1 : 0);
    }

    private static Period? Next(RatedIndicator rated, IReadOnlyList<Indicator> versions)
    {
        ArgumentNullException.ThrowIfNull(rated);
        return rated is { Latest: { } latest, Indicator.NumeratorRef: null } ? Held(latest.Next, versions) : null;
    }

    private static Period? Held(Period period, IReadOnlyList<Indicator> versions) => versions.Any(version => version.HoldsIn(period.Closing)) ? period : null;
}
