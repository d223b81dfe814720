namespace Quarterdeck.Domain.Results;

/// <summary>A row of a <see cref="ResultList"/> in 40 bytes, together, so that rows looked up in another order each cost one look into memory.</summary>
public readonly record struct PlainResult
{
    private readonly long _value;
    private readonly long _numerator;
    private readonly long _denominator;
    private readonly sbyte _valueScale;
    private readonly sbyte _numeratorScale;
    private readonly sbyte _denominatorScale;

    /// <param name="series">Which of the list's references it has.</param>
    /// <param name="month">The closing month, counted from the year 0.</param>
    /// <param name="value">What was returned.</param>
    /// <param name="numerator">What was counted.</param>
    /// <param name="denominator">Out of how many.</param>
    /// <param name="number">The row's number in its file.</param>
    public PlainResult(int series, int month, PlainNumber value, PlainNumber numerator, PlainNumber denominator, int number)
    {
        (Series, Month, Number) = (series, (ushort)month, number);
        (_value, _valueScale) = value;
        (_numerator, _numeratorScale) = numerator;
        (_denominator, _denominatorScale) = denominator;
    }

    /// <summary>Which of the list's references it has.</summary>
    public int Series { get; }

    /// <summary>The row's number in its file.</summary>
    public int Number { get; init; }

    /// <summary>The closing month, counted from the year 0.</summary>
    public ushort Month { get; }

    public PlainNumber Value => new(_value, _valueScale);

    public PlainNumber Numerator => new(_numerator, _numeratorScale);

    public PlainNumber Denominator => new(_denominator, _denominatorScale);
}
