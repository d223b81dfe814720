using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Results;

/// <summary>The results of one indicator for the whole it speaks for, by closing month. Parts (breakdowns) are not in it.</summary>
public sealed class Series
{
    private readonly SortedList<Month, Result> _results = [];
    private readonly int _typedPlaces;

    public Series(IReadOnlyList<Indicator> versions, IEnumerable<Result> results)
    {
        Versions = versions;
        foreach (var result in results.Where(result => result.Breakdown is null))
        {
            _results[result.Period.Closing] = result;
        }

        var typed = _results.Values.Select(result => result.Value?.Number).OfType<decimal>().ToList();
        HasTyped = typed.Count > 0;
        _typedPlaces = HasTyped ? typed.Max(number => number.Scale) : 0;
    }

    /// <summary>The indicator's versions in the order given; at least one.</summary>
    public IReadOnlyList<Indicator> Versions { get; }

    /// <summary>Oldest first.</summary>
    public IList<Result> Results => _results.Values;

    /// <summary>Whether any value was typed rather than given as numerator and denominator.</summary>
    public bool HasTyped { get; }

    public Result? At(Month closing) => _results.GetValueOrDefault(closing);

    /// <summary>The version in force in a month: the one that holds, else the last that began before, else the first.</summary>
    public Indicator VersionAt(Month month) =>
        Versions.FirstOrDefault(version => version.HoldsIn(month))
        ?? Versions.Where(version => version.From is not { } from || from <= month).MaxBy(version => version.From)
        ?? Versions[0];

    /// <summary>The exact value a result gives; null when it gives none.</summary>
    public static Quantity? ValueOf(Result? result, Indicator indicator) => result switch
    {
        { Value.Number: { } number } => Quantity.Of(number),
        { Value: null, Numerator: { } numerator, Denominator: { } denominator } when denominator != 0 =>
            Quantity.Of(numerator * indicator.Per, denominator),
        _ => null,
    };

    /// <summary>
    /// Why a result gives no number: its marker, or nil where nothing could be counted (a denominator of zero). Null when
    /// it gives one, or says nothing at all.
    /// </summary>
    public static Figure? MarkerOf(Result? result) => result switch
    {
        { Value: { Marker: not null } figure } => figure,
        { Value: null, Numerator: not null, Denominator: 0 } => Figure.Of(Marker.Nil, "the denominator is zero"),
        _ => null,
    };

    /// <summary>
    /// Places a value is shown with: the indicator's setting, else as typed. A computed value without a setting takes the
    /// most places typed in the series, else none for a percentage or a count and one for any other rate.
    /// </summary>
    public int Places(Indicator indicator, Result? result) =>
        indicator.Decimals ?? (result?.Value?.Number is { } typed ? typed.Scale : ComputedPlaces(indicator));

    /// <summary>Places of a figure no one typed: a rate from its counts, a mean.</summary>
    public int ComputedPlaces(Indicator indicator) =>
        indicator.Decimals ?? (HasTyped ? _typedPlaces : indicator.Unit.IsPercent || indicator.Unit.IsAdditive ? 0 : 1);
}
