using Quarterdeck.Domain.Numbers;

namespace Quarterdeck.Domain.Results;

/// <summary>A measured value kept exact: a typed number, or a fraction that may not end (42 of 45).</summary>
public readonly record struct Quantity
{
    private readonly decimal _denominator;

    private Quantity(decimal numerator, decimal denominator)
    {
        Numerator = numerator;
        _denominator = denominator;
    }

    public decimal Numerator { get; }

    /// <summary>Above zero; 1 for a typed number.</summary>
    public decimal Denominator => _denominator == 0 ? 1 : _denominator;

    /// <summary>As a decimal: exact when it ends within 28 digits, else rounded there.</summary>
    public decimal Value => Denominator == 1 ? Numerator : Numerator / Denominator;

    public static Quantity Of(decimal typed) => new(typed, 1);

    /// <param name="numerator">Already multiplied by the rate (100 for a percentage).</param>
    /// <param name="denominator">Not zero.</param>
    public static Quantity Of(decimal numerator, decimal denominator) =>
        denominator < 0 ? new(-numerator, -denominator) : new(numerator, denominator);

    /// <summary>Rounded once, half away from zero, from the exact fraction.</summary>
    public decimal Rounded(int places)
    {
        var (numerator, denominator) = Whole();
        return Scaled.ToDecimal(Rounding.Quotient(numerator * Scaled.PowerOfTen(places), denominator), places);
    }

    /// <summary>Numerator and denominator as whole numbers.</summary>
    internal (Int128 Numerator, Int128 Denominator) Whole()
    {
        var places = Math.Max(Scaled.Places(Numerator), Scaled.Places(Denominator));
        return (Scaled.Of(Numerator, places), Scaled.Of(Denominator, places));
    }
}
