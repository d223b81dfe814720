using Quarterdeck.Domain.Assessment;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>The figures of an indicator that may be compared with each other.</summary>
internal static class OwnSeries
{
    /// <summary>The numbers up to the latest that are no forecast, since the version in force began.</summary>
    public static List<RatedPeriod> Of(RatedIndicator rated) =>
    [
        .. rated.History.Where(period => period.Value is not null && !period.IsForecast && period.Period.Closing <= rated.AsAt
            && (rated.Indicator.From is not { } from || period.Period.Closing >= from)),
    ];

    /// <summary>What each period added to a figure that counts from the start of the year. A year's first figure on record may count several periods, and
    /// is left out.</summary>
    public static List<(RatedPeriod Period, decimal Value)> Steps(IReadOnlyList<RatedPeriod> periods)
    {
        var steps = new List<(RatedPeriod, decimal)>();
        for (var at = 0; at < periods.Count; at++)
        {
            var (period, before) = (periods[at], at == 0 ? null : periods[at - 1]);
            if (period.Period.Opening == period.Period.YearOpening)
            {
                steps.Add((period, period.Value!.Value));
            }
            else if (before is not null && before.Period == period.Period.Previous)
            {
                steps.Add((period, period.Value!.Value - before.Value!.Value));
            }
        }

        return steps;
    }

    /// <summary>Digits of a displayed figure: short figures repeat by chance.</summary>
    public static int Digits(RatedPeriod period) => period.Displayed.Count(char.IsAsciiDigit);

    /// <summary>The whole or nothing, which repeat by nature.</summary>
    public static bool IsEnd(RatedPeriod period) => period.Value is 0 or 100;
}
