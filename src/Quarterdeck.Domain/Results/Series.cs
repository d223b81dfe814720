using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Results;

/// <summary>
/// The results of one indicator, for the whole it speaks for or for one part of it, by closing month: a view of its rows in a <see cref="ResultList"/>. A
/// result is
/// made when it is asked for. Each part of the whole (breakdown) is a series of its own.
/// </summary>
public sealed class Series
{
    /// <summary>More places than these are printed only where an indicator or a result asks for them.</summary>
    public const int MostPlaces = 4;

    private readonly ResultList _results;
    private readonly int[] _rows;
    private readonly int _typedPlaces;

    /// <param name="versions">The indicator's versions; at least one.</param>
    /// <param name="results">Its results in any order; of two for one month the later one stands.</param>
    public Series(IReadOnlyList<Indicator> versions, IEnumerable<Result> results)
        : this(versions, ResultList.From(results.Select(result => result with { Ref = versions[0].Ref })))
    {
    }

    /// <param name="versions">The indicator's versions; at least one.</param>
    /// <param name="results">Holds its results.</param>
    /// <param name="breakdown">The part of the whole they speak for; null: the whole.</param>
    public Series(IReadOnlyList<Indicator> versions, ResultList results, string? breakdown = null)
    {
        Versions = versions;
        Breaks = SeriesBreak.Of(versions);
        _results = results;
        _rows = results.SeriesOf(versions[0].Ref) is { } series ? RowsOf(results, series, breakdown) : [];
        foreach (var row in _rows)
        {
            HasParts |= results.HasParts(row);
            if (results.TypedPlaces(row) is { } places)
            {
                HasTyped = true;
                _typedPlaces = Math.Max(_typedPlaces, Math.Min(places, MostPlaces));
            }
        }
    }

    /// <summary>The indicator's versions in the order given; at least one.</summary>
    public IReadOnlyList<Indicator> Versions { get; }

    /// <summary>The most places a target of the indicator was typed with; null when it has none.</summary>
    public int? TargetPlaces { get; init; }

    /// <summary>Where its figures stop being comparable, oldest first.</summary>
    public IReadOnlyList<SeriesBreak> Breaks { get; }

    /// <summary>How many periods have a result.</summary>
    public int Count => _rows.Length;

    /// <summary>Whether any value was typed rather than given as numerator and denominator.</summary>
    public bool HasTyped { get; }

    /// <summary>Whether any result has a numerator and a denominator.</summary>
    public bool HasParts { get; }

    /// <summary>The result of that place, oldest first.</summary>
    public Result this[int index] => _results[_rows[index]];

    public Result? At(Month closing)
    {
        var month = ResultList.NumberOf(closing);
        var (low, high) = (0, _rows.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = _results.At(_rows[middle]).Month;
            if (found == month)
            {
                return this[middle];
            }

            (low, high) = found < month ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <summary>The last month in which a number closes that is no forecast; null when there is none.</summary>
    public Month? LastActual()
    {
        for (var index = _rows.Length - 1; index >= 0; index--)
        {
            var result = this[index];
            if (result.Status != ResultStatus.Forecast && (result.Value?.Number ?? result.Numerator) is not null)
            {
                return result.Period.Closing;
            }
        }

        return null;
    }

    /// <summary>The version in force in a month: the one that holds, else the last that began before, else the first.</summary>
    public Indicator VersionAt(Month month) =>
        Versions.FirstOrDefault(version => version.HoldsIn(month))
        ?? Versions.Where(version => version.From is not { } from || from <= month).MaxBy(version => version.From)
        ?? Versions[0];

    /// <summary>The last break after one month up to another, both closing months of periods; null where the two can be compared.</summary>
    public SeriesBreak? BreakBetween(Month earlier, Month later) =>
        Breaks.Count == 0 ? null : Breaks.LastOrDefault(found => earlier < found.From && found.From <= later);

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
        { Value: null, Numerator: 0, Denominator: 0 } => Figure.Of(Marker.Nil, "nothing to count"),
        { Value: null, Numerator: not null, Denominator: 0 } => Figure.Of(Marker.Nil, "the denominator is zero"),
        _ => null,
    };

    /// <summary>Whether a result says that nothing happened to measure: it adds nothing to a longer period, and is not missing from it.</summary>
    public static bool IsNothing(Result? result) =>
        result is { Value.Marker: Marker.Nil } or { Value: null, Numerator: 0, Denominator: 0 };

    /// <summary>
    /// Places a value is shown with: the indicator's setting, the result's own, else as typed, but never more than four unasked. A computed
    /// value without a setting takes the places of the target, else the most typed in the series, else one (rules: Digits).
    /// </summary>
    public int Places(Indicator indicator, Result? result) =>
        indicator.Decimals ?? result?.Decimals ?? (result?.Value?.Number is { } typed ? PlacesTyped(typed) : ComputedPlaces(indicator));

    /// <summary>Places of a typed number as far as they are printed unasked.</summary>
    public static int PlacesTyped(decimal typed) => Math.Min((int)typed.Scale, MostPlaces);

    /// <summary>Places of a figure no one typed: a rate from its counts, a mean.</summary>
    public int ComputedPlaces(Indicator indicator) =>
        indicator.Decimals
        ?? ((indicator.TargetDecimals ?? TargetPlaces) is { } target ? Math.Min(target, MostPlaces) : HasTyped ? _typedPlaces : 1);

    /// <summary>Rows of the whole or of one part, one for each month: of several for one month the one given last.</summary>
    private static int[] RowsOf(ResultList results, int series, string? breakdown)
    {
        var places = results.Order.Of(series);
        var rows = new int[places.Length];
        var (count, last) = (0, -1);
        foreach (var place in places)
        {
            var (row, month) = (ResultOrder.RowOf(place), ResultOrder.MonthOf(place));
            var part = results.Whole.Count > 0 && results.Whole.TryGetValue(row, out var whole) ? whole.Breakdown : null;
            if (!string.Equals(part, breakdown, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            count += month == last ? 0 : 1;
            (rows[count - 1], last) = (row, month);
        }

        return count == rows.Length ? rows : rows[..count];
    }
}
