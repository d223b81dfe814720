using System.Collections;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Results;

/// <summary>
/// Very many results, held in 40 bytes each. A result asked for is made then and there. Those that are more than a value, a numerator and a
/// denominator (a marker, a status, a part, a remark, more than 18 digits) are held whole beside them.
/// </summary>
public sealed class ResultList : IReadOnlyList<Result>
{
    private const int ChunkShift = 16;
    private const int ChunkRows = 1 << ChunkShift;

    private readonly List<PlainResult[]> _chunks = [];
    private readonly List<(IndicatorRef Ref, PeriodCalendar Calendar)> _series = [];
    private readonly Dictionary<int, Result> _whole = [];
    private ResultOrder? _order;
    private Dictionary<IndicatorRef, int>? _numbers;

    public int Count { get; private set; }

    /// <summary>How many references there are.</summary>
    public int Series => _series.Count;

    /// <summary>The rows in the order of their series; made when it is first asked for, after the last row was added.</summary>
    public ResultOrder Order => _order ??= new ResultOrder(this);

    /// <summary>The rows held whole, by their place in the list; else they say nothing but series and month.</summary>
    public IReadOnlyDictionary<int, Result> Whole => _whole;

    public Result this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            if (_whole.TryGetValue(index, out var whole))
            {
                return whole;
            }

            ref readonly var plain = ref At(index);
            var (reference, calendar) = _series[plain.Series];
            return new Result
            {
                Ref = reference,
                Period = calendar.Closing(MonthOf(plain.Month)),
                Value = plain.Value.IsBlank ? null : Figure.Of(plain.Value.Number),
                Numerator = plain.Numerator.IsBlank ? null : plain.Numerator.Number,
                Denominator = plain.Denominator.IsBlank ? null : plain.Denominator.Number,
                At = new Origin(plain.Number),
            };
        }
    }

    public ref readonly PlainResult At(int row) => ref _chunks[row >> ChunkShift][row & (ChunkRows - 1)];

    /// <summary>The reference of that number.</summary>
    public IndicatorRef RefOf(int series) => _series[series].Ref;

    /// <summary>The number of a reference; null when no result has it. To be asked after the last row was added.</summary>
    public int? SeriesOf(IndicatorRef reference)
    {
        _numbers ??= Enumerable.Range(0, Series).ToDictionary(RefOf);
        return _numbers.TryGetValue(reference, out var series) ? series : null;
    }

    /// <summary>Decimal places of a value that was typed; null where there is no value, or a marker.</summary>
    public int? TypedPlaces(int row)
    {
        ref readonly var plain = ref At(row);
        return !plain.Value.IsBlank ? plain.Value.Scale
            : _whole.Count > 0 && _whole.TryGetValue(row, out var whole) ? whole.Decimals ?? whole.Value?.Number?.Scale : null;
    }

    /// <summary>Whether a result has a numerator and a denominator.</summary>
    public bool HasParts(int row)
    {
        ref readonly var plain = ref At(row);
        return !plain.Numerator.IsBlank && !plain.Denominator.IsBlank
            || (_whole.Count > 0 && _whole.TryGetValue(row, out var whole) && whole is { Numerator: not null, Denominator: not null });
    }

    /// <summary>These results as such a list, itself where they are one.</summary>
    public static ResultList From(IEnumerable<Result> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        if (results is ResultList list)
        {
            return list;
        }

        var made = new ResultList();
        var numbers = new Dictionary<IndicatorRef, int>();
        foreach (var result in results)
        {
            if (!numbers.TryGetValue(result.Ref, out var series))
            {
                numbers[result.Ref] = series = made.Add(result.Ref, result.Period.Calendar);
            }

            made.Add(series, result);
        }

        return made;
    }

    /// <summary>The results of which a condition on reference and closing month holds, in their order.</summary>
    public ResultList Where(Func<IndicatorRef, Month, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var kept = new ResultList();
        foreach (var (reference, calendar) in _series)
        {
            kept.Add(reference, calendar);
        }

        for (var row = 0; row < Count; row++)
        {
            ref readonly var plain = ref At(row);
            if (!condition(RefOf(plain.Series), MonthOf(plain.Month)))
            {
                continue;
            }

            if (_whole.TryGetValue(row, out var whole))
            {
                kept.Add(plain.Series, whole);
            }
            else
            {
                kept.Add(plain, plain.Number);
            }
        }

        return kept;
    }

    /// <summary>Months since the year 0, as the columns hold them.</summary>
    public static int NumberOf(Month month) => (month.Year * 12) + month.Number - 1;

    public static Month MonthOf(int number) => new(number / 12, (number % 12) + 1);

    /// <summary>Adds a reference and gives its number.</summary>
    public int Add(IndicatorRef reference, PeriodCalendar calendar)
    {
        _series.Add((reference, calendar));
        return _series.Count - 1;
    }

    /// <summary>Adds a result of nothing but plain figures.</summary>
    /// <param name="plain">The result, its series a number from <see cref="Add(IndicatorRef, PeriodCalendar)"/>, its month one of that calendar.</param>
    /// <param name="number">The row's number in its file.</param>
    public void Add(in PlainResult plain, int number)
    {
        if (Count % ChunkRows == 0)
        {
            _chunks.Add(new PlainResult[ChunkRows]);
        }

        _chunks[^1][Count % ChunkRows] = plain with { Number = number };
        Count++;
    }

    /// <summary>Adds a result that is held whole.</summary>
    public void Add(int series, Result result)
    {
        ArgumentNullException.ThrowIfNull(result);
        _whole[Count] = result;
        Add(new PlainResult(series, NumberOf(result.Period.Closing), PlainNumber.Blank, PlainNumber.Blank, PlainNumber.Blank, 0), result.At.Row);
    }

    public IEnumerator<Result> GetEnumerator()
    {
        for (var row = 0; row < Count; row++)
        {
            yield return this[row];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
