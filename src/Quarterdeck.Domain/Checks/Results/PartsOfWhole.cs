using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Numbers;

namespace Quarterdeck.Domain.Checks.Results;

/// <summary>An indicator's whole beside its parts, period by period.</summary>
internal sealed class PartsOfWhole
{
    private readonly RatedIndicator _whole;
    private readonly List<PeriodOfParts> _periods = [];

    private PartsOfWhole(RatedIndicator whole)
    {
        _whole = whole;
        var parts = whole.Breakdowns.Select(part => (part.Breakdown!, ByPeriod: part.History.ToDictionary(own => own.Period))).ToList();
        foreach (var own in whole.History.Where(own => own.Period.Closing <= whole.AsAt && Amount(own) is not null))
        {
            _periods.Add(new PeriodOfParts(own, [.. parts.Select(part => (part.Item1, part.ByPeriod.GetValueOrDefault(own.Period)))]));
        }

        Differing = [.. _periods.Where(period => Sum(period) is { } sum && !IsWithinRounding(sum, period))];
    }

    /// <summary>Whether the parts are known to make up the whole: in most periods of which all are held they do.</summary>
    public bool AddUp => _periods.Count(period => Sum(period) is not null) - Differing.Count is var agreeing && agreeing >= Differing.Count
        && (agreeing > 0 || _whole.Indicator.Unit.IsAdditive);

    /// <summary>The periods in which they do not.</summary>
    public IReadOnlyList<PeriodOfParts> Differing { get; }

    /// <summary>The periods in which a single part is suppressed, with its name, and everything else is there to work it out from.</summary>
    public IEnumerable<(PeriodOfParts Period, string Part)> Uncovered => _periods
        .Where(period => period.Parts.Count(part => part.Own is not null && Amount(part.Own) is null) == 1 && period.Parts.All(part => part.Own is not null))
        .Select(period => (period, Hidden: period.Parts.Single(part => Amount(part.Own!) is null)))
        .Where(found => found.Hidden.Own!.Result?.Value?.Marker == Marker.Suppressed)
        .Select(found => (found.period, found.Hidden.Name));

    /// <summary>The indicators in force that have two parts or more.</summary>
    public static IEnumerable<(RatedIndicator Rated, PartsOfWhole Parts)> Of(CheckContext context) =>
        from rated in context.Rated
        where rated.IsInForce && rated.Breakdowns.Count > 1
        select (rated, new PartsOfWhole(rated));

    /// <summary>What the parts come to; null where one of them is not held.</summary>
    public decimal? Sum(PeriodOfParts period) =>
        period.Parts.All(part => part.Own is not null && Amount(part.Own) is not null) ? period.Parts.Sum(part => Amount(part.Own!)!.Value) : null;

    public decimal Whole(PeriodOfParts period) => Amount(period.Own)!.Value;

    /// <summary>Counts and money themselves; of a share what was counted.</summary>
    private decimal? Amount(RatedPeriod own) =>
        own.IsForecast ? null : _whole.Indicator.Unit.IsAdditive ? own.Value : own.Result is { Value: not { Marker: not null } } ? own.Result.Numerator : null;

    private bool IsWithinRounding(decimal sum, PeriodOfParts period)
    {
        var places = period.Parts.Select(part => Amount(part.Own!)!.Value.Scale).Append(Whole(period).Scale).Max();
        var rounding = places == 0 && _whole.Indicator.Scale == 1 ? 0 : (period.Parts.Count + 1) * 0.5m * Scaled.ToDecimal(1, places);
        return Math.Abs(sum - Whole(period)) <= rounding;
    }
}

/// <summary>One period of the whole, and of each part what is held for it.</summary>
internal sealed record PeriodOfParts(RatedPeriod Own, IReadOnlyList<(string Name, RatedPeriod? Own)> Parts);
