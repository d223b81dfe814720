using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Application.Reports;

/// <summary>The period columns of one table: the last so many own periods up to the latest of its rows, across year ends.</summary>
internal static class PeriodWindow
{
    /// <param name="rows">Indicators of one calendar.</param>
    /// <param name="columns">How many at most; leading periods for which no row says anything are left out.</param>
    public static IReadOnlyList<Period> Of(IReadOnlyList<RatedIndicator> rows, int columns)
    {
        if (rows.Select(row => row.Latest).Max() is not { } latest)
        {
            return [];
        }

        var periods = new List<Period>();
        for (var period = latest; periods.Count < columns; period = period.Previous)
        {
            periods.Insert(0, period);
        }

        return [.. periods.SkipWhile(period => !rows.Any(row => At(row, period) is { Result: not null }))];
    }

    public static RatedPeriod? At(RatedIndicator row, Period period) => row.History.FirstOrDefault(own => own.Period.Closing == period.Closing);
}
