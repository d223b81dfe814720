using System.Collections;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Results;

/// <summary>
/// Very many results, held in columns: 37 bytes each. A result asked for is made then and there. Those that are more than a value, a numerator and a
/// denominator (a marker, a status, a part, a remark, more than 18 digits) are held whole beside the columns.
/// </summary>
public sealed class ResultList : IReadOnlyList<Result>
{
    private readonly List<ResultChunk> _chunks = [];
    private readonly List<(IndicatorRef Ref, PeriodCalendar Calendar)> _series = [];
    private readonly Dictionary<int, Result> _whole = [];

    public int Count { get; private set; }

    /// <summary>How many references there are.</summary>
    public int Series => _series.Count;

    public IReadOnlyList<ResultChunk> Chunks => _chunks;

    /// <summary>The rows held whole, by their place in the list; their columns say nothing but series and month.</summary>
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

            var chunk = _chunks[index >> ResultChunk.Shift];
            var row = index & (ResultChunk.Rows - 1);
            var (reference, calendar) = _series[chunk.Series[row]];
            return new Result
            {
                Ref = reference,
                Period = calendar.Closing(MonthOf(chunk.Months[row])),
                Value = chunk.Value[row] is { } value ? Figure.Of(value) : null,
                Numerator = chunk.Numerator[row],
                Denominator = chunk.Denominator[row],
                At = new Origin(chunk.Numbers[row]),
            };
        }
    }

    /// <summary>The reference of that number.</summary>
    public IndicatorRef RefOf(int series) => _series[series].Ref;

    /// <summary>Months since the year 0, as the columns hold them.</summary>
    public static int NumberOf(Month month) => (month.Year * 12) + month.Number - 1;

    public static Month MonthOf(int number) => new(number / 12, (number % 12) + 1);

    /// <summary>Adds a reference and gives its number.</summary>
    public int Add(IndicatorRef reference, PeriodCalendar calendar)
    {
        _series.Add((reference, calendar));
        return _series.Count - 1;
    }

    /// <param name="series">From <see cref="Add(IndicatorRef, PeriodCalendar)"/>.</param>
    /// <param name="month">The closing month's number, one of its calendar.</param>
    /// <param name="value">What was returned.</param>
    /// <param name="numerator">What was counted.</param>
    /// <param name="denominator">Out of how many.</param>
    /// <param name="number">The row's number in its file.</param>
    public void Add(int series, int month, PlainNumber value, PlainNumber numerator, PlainNumber denominator, int number)
    {
        var row = Count & (ResultChunk.Rows - 1);
        var chunk = row == 0 ? NewChunk() : _chunks[^1];
        chunk.Value.Set(row, value);
        chunk.Numerator.Set(row, numerator);
        chunk.Denominator.Set(row, denominator);
        chunk.Add(series, month, number);
        Count++;
    }

    /// <summary>Adds a result that is held whole.</summary>
    public void Add(int series, Result result)
    {
        ArgumentNullException.ThrowIfNull(result);
        _whole[Count] = result;
        Add(series, NumberOf(result.Period.Closing), PlainNumber.Blank, PlainNumber.Blank, PlainNumber.Blank, result.At.Row);
    }

    /// <summary>The rows' places series by series, in the order given within each; and where each series starts, with the end last.</summary>
    public (int[] Rows, int[] Starts) BySeries()
    {
        var starts = new int[Series + 1];
        foreach (var chunk in _chunks)
        {
            foreach (var series in chunk.Series)
            {
                starts[series + 1]++;
            }
        }

        for (var series = 0; series < Series; series++)
        {
            starts[series + 1] += starts[series];
        }

        var next = starts.AsSpan(0, Series).ToArray();
        var rows = new int[Count];
        var row = 0;
        foreach (var chunk in _chunks)
        {
            foreach (var series in chunk.Series)
            {
                rows[next[series]++] = row++;
            }
        }

        return (rows, starts);
    }

    public IEnumerator<Result> GetEnumerator()
    {
        for (var row = 0; row < Count; row++)
        {
            yield return this[row];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private ResultChunk NewChunk()
    {
        var chunk = new ResultChunk();
        _chunks.Add(chunk);
        return chunk;
    }
}
