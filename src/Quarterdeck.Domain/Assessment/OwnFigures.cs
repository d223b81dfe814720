using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Domain.Assessment;

/// <summary>The figures of an indicator one after the other, as long as it was measured in one rhythm: gaps included, forecasts not.</summary>
/// <param name="Periods">Oldest first; none where there is no figure.</param>
/// <param name="Values">Exact; null where a period has none.</param>
/// <param name="Breaks">Places from which figures are not judged by those before: a break in the series, or a decision.</param>
/// <param name="Versions">The indicator's.</param>
internal sealed record OwnFigures(
    IReadOnlyList<Period> Periods, decimal?[] Values, IReadOnlyList<(int Place, SeriesBreak Break)> Breaks, IReadOnlyList<Indicator> Versions)
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
        var anew = series.Versions.Where(version => version is { Limits: not null, From: not null })
            .Select(version => new SeriesBreak(version.From!.Value, "the limits began anew"))
            .Where(found => !series.Breaks.Any(other => other.From == found.From));
        var breaks = series.Breaks.Concat(anew).OrderBy(found => found.From)
            .Select(found => (Place: periods.FindIndex(period => period.Closing >= found.From), Break: found))
            .Where(found => found.Place > 0).GroupBy(found => found.Place).Select(same => same.Last()).ToList();
        return new OwnFigures(periods, [.. rows.Skip(gap).Select(row => row.Value)], breaks, series.Versions);
    }

    /// <summary>After how many figures the limits of each phase stay, by the phase's number; of others they do not.</summary>
    public IReadOnlyDictionary<int, int> Frozen => Versions.Where(version => version.Limits?.FrozenAfter is not null)
        .Select(version => (Phase: PhaseAt(version.From), Count: version.Limits!.FrozenAfter!.Value))
        .Where(one => one.Phase is not null).GroupBy(one => one.Phase!.Value).ToDictionary(phase => phase.Key, phase => phase.Last().Count);

    /// <summary>Null where it begins after the last period.</summary>
    private int? PhaseAt(Month? from) => from is not { } month || Periods.Count == 0 || month <= Periods[0].Closing ? 0
        : Breaks.Index().Where(one => one.Item.Break.From == month).Select(one => (int?)one.Index + 1).FirstOrDefault();

    /// <summary>Figures held from a place on.</summary>
    public int HeldFrom(int place) => Values.Skip(place).Count(value => value is not null);
}
