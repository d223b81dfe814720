using System.Globalization;
using System.Text;
using Quarterdeck.Domain.Kernel;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Application.Store;

/// <summary>How the results of a series stand in the columns of a bulk rating.</summary>
/// <param name="Number">The series' number, as its <see cref="BulkRaterBuilder"/> gave it.</param>
/// <param name="IsFraction">Whether numerators and denominators are rated, not values.</param>
/// <param name="Places">Decimal places of numerators or values, as in its <see cref="SeriesTerms"/>.</param>
/// <param name="DenominatorPlaces">Decimal places of denominators.</param>
public readonly record struct SeriesPlace(int Number, bool IsFraction, int Places, int DenominatorPlaces);

/// <summary>
/// Stored results as the columns a <see cref="BulkRater"/> takes, read without making an object of each: 25 bytes a result. What says nothing
/// of the whole (a part, a blank) is left out.
/// </summary>
/// <param name="places">The series to be rated, by reference; others are passed over.</param>
/// <param name="axis">The periods they are rated on; results before and after are passed over.</param>
/// <param name="room">How many results to make room for.</param>
public sealed class StoredColumns(IReadOnlyDictionary<string, SeriesPlace> places, PeriodAxis axis, int room = 1024)
{
    private readonly int[] _periods = NumbersOf(axis);
    private readonly int _first = ResultList.NumberOf(axis[0].Closing);
    private readonly List<string> _left = [];
    private int[] _series = new int[room];
    private int[] _at = new int[room];
    private long[] _numerators = new long[room];
    private long[] _denominators = new long[room];
    private RowState[] _states = new RowState[room];
    private bool _hasStates;

    public int Count { get; private set; }

    /// <summary>The series the columns cannot hold: figures with more places than their terms say, or rates given once as value and once as counts. They are rated one at a time.</summary>
    public IReadOnlyList<string> Left => _left;

    public ResultColumns Columns => new(
        _series.AsMemory(0, Count), _at.AsMemory(0, Count), _numerators.AsMemory(0, Count), _denominators.AsMemory(0, Count), _hasStates ? _states.AsMemory(0, Count) : default);

    /// <summary>Takes one series as the store hands it over.</summary>
    public void Take(string reference, ReadOnlySpan<byte> body)
    {
        if (!places.TryGetValue(reference, out var place))
        {
            return;
        }

        var start = Count;
        if (!(SeriesReading.TryBegin(body, out var reading) ? TakePlain(place, reading) : TakeAny(place, Encoding.UTF8.GetString(body))))
        {
            Count = start;
            _left.Add(reference);
        }
    }

    private static int[] NumbersOf(PeriodAxis axis)
    {
        var first = ResultList.NumberOf(axis[0].Closing);
        var numbers = new int[ResultList.NumberOf(axis[axis.Count - 1].Closing) - first + 1];
        Array.Fill(numbers, -1);
        for (var number = 0; number < axis.Count; number++)
        {
            numbers[ResultList.NumberOf(axis[number].Closing) - first] = number;
        }

        return numbers;
    }

    private bool TakePlain(SeriesPlace place, SeriesReading reading)
    {
        while (reading.Next(out var month, out var value, out var numerator, out var denominator))
        {
            if (!Take(place, month, value, numerator, denominator, RowState.Number))
            {
                return false;
            }
        }

        return true;
    }

    private bool TakeAny(SeriesPlace place, string body)
    {
        foreach (var (result, cells) in ResultBlock.Read(body).Results)
        {
            if (result.Breakdown.Length > 0 || cells is null)
            {
                continue;
            }

            var month = (int.Parse(result.Period.AsSpan(0, 4), CultureInfo.InvariantCulture) * 12) + int.Parse(result.Period.AsSpan(5), CultureInfo.InvariantCulture) - 1;
            if (cells.ContainsKey("ytd") || cells.ContainsKey("previous_year") || cells.ContainsKey("previous_year_ytd"))
            {
                // Figures the columns have no place for.
                return false;
            }

            if (cells.GetValueOrDefault("marker") is { } marker)
            {
                Add(place, month, 0, 0, Marked(marker));
            }
            else if (!Take(place, month, Bytes(cells, "value"), Bytes(cells, "numerator"), Bytes(cells, "denominator"), cells.GetValueOrDefault("status") == "forecast" ? RowState.Forecast : RowState.Number))
            {
                return false;
            }
        }

        return true;

        static byte[] Bytes(IReadOnlyDictionary<string, string> cells, string column) => Encoding.UTF8.GetBytes(cells.GetValueOrDefault(column, string.Empty));
    }

    private static RowState Marked(string text)
    {
        var code = text.Split(':')[0];
        return Enum.GetValues<Marker>().Any(marker => marker.Code() == code && !marker.TakesItsPlace()) ? RowState.Waiting : RowState.Marker;
    }

    private bool Take(SeriesPlace place, int month, ReadOnlySpan<byte> value, ReadOnlySpan<byte> numerator, ReadOnlySpan<byte> denominator, RowState state)
    {
        if (!place.IsFraction)
        {
            return value.IsEmpty ? numerator.IsEmpty || denominator.IsEmpty
                : Whole(value, place.Places) is { } whole && Add(place, month, whole, 1, state);
        }

        return value.IsEmpty
            && (numerator.IsEmpty || denominator.IsEmpty
                || (Whole(numerator, place.Places) is { } above && Whole(denominator, place.DenominatorPlaces) is { } below && Add(place, month, above, below, state)));
    }

    private bool Add(SeriesPlace place, int month, long numerator, long denominator, RowState state)
    {
        var at = month - _first;
        if (at < 0 || at >= _periods.Length || _periods[at] < 0)
        {
            return true;
        }

        if (Count == _series.Length)
        {
            var more = Math.Max(1024, Count * 2);
            Array.Resize(ref _series, more);
            Array.Resize(ref _at, more);
            Array.Resize(ref _numerators, more);
            Array.Resize(ref _denominators, more);
            Array.Resize(ref _states, more);
        }

        _series[Count] = place.Number;
        _at[Count] = _periods[at];
        _numerators[Count] = numerator;
        _denominators[Count] = denominator;
        _states[Count] = state;
        _hasStates |= state != RowState.Number;
        Count++;
        return true;
    }

    /// <summary>The figure as a whole number of its last place; null when it has more places, or more digits than fit.</summary>
    private static long? Whole(ReadOnlySpan<byte> text, int places)
    {
        const int MostDigits = 18;
        var isNegative = text[0] == '-';
        var (whole, digits, after) = (0L, 0, -1);
        foreach (var letter in isNegative ? text[1..] : text)
        {
            if (letter == '.' && after < 0)
            {
                after = 0;
                continue;
            }

            if (letter is < (byte)'0' or > (byte)'9' || ++digits > MostDigits)
            {
                return null;
            }

            whole = (whole * 10) + letter - '0';
            after += after < 0 ? 0 : 1;
        }

        for (var missing = places - Math.Max(0, after); missing != 0; missing--)
        {
            if (missing < 0 || ++digits > MostDigits)
            {
                return null;
            }

            whole *= 10;
        }

        return isNegative ? -whole : whole;
    }
}
