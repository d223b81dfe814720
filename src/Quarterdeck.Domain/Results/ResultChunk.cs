namespace Quarterdeck.Domain.Results;

/// <summary>Neighbouring rows of a <see cref="ResultList"/>, column by column.</summary>
public sealed class ResultChunk
{
    internal const int Shift = 16;

    /// <summary>Rows of every chunk but the last.</summary>
    public const int Rows = 1 << Shift;

    private readonly int[] _series = new int[Rows];
    private readonly ushort[] _months = new ushort[Rows];
    private readonly int[] _numbers = new int[Rows];

    internal ResultChunk()
    {
    }

    public int Count { get; private set; }

    /// <summary>Which of the list's references each row has.</summary>
    public ReadOnlySpan<int> Series => _series.AsSpan(0, Count);

    /// <summary>Closing months, counted from the year 0.</summary>
    public ReadOnlySpan<ushort> Months => _months.AsSpan(0, Count);

    /// <summary>Row numbers in the file.</summary>
    public ReadOnlySpan<int> Numbers => _numbers.AsSpan(0, Count);

    public ResultColumn Value { get; } = new(Rows);

    public ResultColumn Numerator { get; } = new(Rows);

    public ResultColumn Denominator { get; } = new(Rows);

    internal void Add(int series, int month, int number)
    {
        (_series[Count], _months[Count], _numbers[Count]) = (series, (ushort)month, number);
        Count++;
    }
}
