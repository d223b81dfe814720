namespace Quarterdeck.Domain.Results;

/// <summary>One column of numbers of a <see cref="ResultList"/>: digits and places apart, so that trailing zeros are kept.</summary>
public sealed class ResultColumn
{
    /// <summary>In <see cref="Scales"/>: the cell is blank.</summary>
    public const sbyte Blank = -1;

    private readonly long[] _digits;
    private readonly sbyte[] _scales;

    internal ResultColumn(int rows)
    {
        _digits = new long[rows];
        _scales = new sbyte[rows];
    }

    /// <summary>The numbers without their points: 9750 for 97.50.</summary>
    public ReadOnlySpan<long> Digits => _digits;

    /// <summary>How many digits stand after the point, 2 for 97.50; or <see cref="Blank"/>.</summary>
    public ReadOnlySpan<sbyte> Scales => _scales;

    internal decimal? this[int row] => _scales[row] == Blank ? null : new PlainNumber(_digits[row], _scales[row]).Number;

    internal void Set(int row, PlainNumber number) => (_digits[row], _scales[row]) = (number.Digits, number.Scale);
}

/// <summary>A number of at most 18 digits, or a blank.</summary>
/// <param name="Digits">Without the point.</param>
/// <param name="Scale">Digits after the point; <see cref="ResultColumn.Blank"/> for a blank.</param>
public readonly record struct PlainNumber(long Digits, sbyte Scale)
{
    public static PlainNumber Blank { get; } = new(0, ResultColumn.Blank);

    /// <summary>As a decimal with its places; not for a blank.</summary>
    public decimal Number
    {
        get
        {
            var size = Math.Abs(Digits);
            return new decimal(unchecked((int)size), unchecked((int)(size >> 32)), 0, Digits < 0, (byte)Scale);
        }
    }
}
