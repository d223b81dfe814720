using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Domain.Assessment;

/// <summary>The figures of an indicator one after the other, as long as it was measured in one rhythm: gaps included, forecasts not.</summary>
/// <param name="Periods">Oldest first; none where there is no figure.</param>
/// <param name="Values">Exact; null where a period has none.</param>
/// <param name="Breaks">Places from which figures cannot be compared with those before, with the reason.</param>
internal sealed record OwnFigures(IReadOnlyList<Period> Periods, decimal?[] Values, IReadOnlyList<(int Place, SeriesBreak Break)> Breaks)
{
    /// <summary>More is neither drawn nor judged.</summary>
    private const int Most = 600;

    /// <summary>Where the figures begin that can be compared with the last one.</summary>
    public int LastStart => Breaks.Count == 0 ? 0 : Breaks[^1].Place;

    public static OwnFigures UpTo(Series series, Period latest)
    {
        var first = series.Count == 0 ? latest.Closing : series[0].Period.Closing;
        var rows = new List<(Period Period, decimal? Value)>();
        for (var own = latest; own.Closing >= first && rows.Count < Most; own = own.Previous)
        {
            var version = series.VersionAt(own.Closing);
            if (version.Calendar.Frequency != latest.Calendar.Frequency)
            {
                break;
            }

            var result = series.At(own.Closing);
            rows.Add((own, result is { Status: not ResultStatus.Forecast } ? Series.ValueOf(result, version)?.Value : null));
        }

        rows.Reverse();
        var gap = rows.TakeWhile(row => row.Value is null).Count();
        var periods = rows.Skip(gap).Select(row => row.Period).ToList();
        var breaks = series.Breaks
            .Select(found => (Place: periods.FindIndex(period => period.Closing >= found.From), Break: found))
            .Where(found => found.Place > 0).ToList();
        return new OwnFigures(periods, [.. rows.Skip(gap).Select(row => row.Value)], breaks);
    }

    /// <summary>Figures held from a place on.</summary>
    public int HeldFrom(int place) => Values.Skip(place).Count(value => value is not null);
}
