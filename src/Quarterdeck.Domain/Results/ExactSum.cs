using System.Numerics;
using Quarterdeck.Domain.Numbers;

namespace Quarterdeck.Domain.Results;

/// <summary>Adds up figures without rounding, fractions that do not end (1 of 3) included: they are summed as fractions.</summary>
internal sealed class ExactSum
{
    /// <summary>Twelve decimal places.</summary>
    private const long Twelve = 1_000_000_000_000;

    private decimal _decimals;
    private BigInteger _numerator = BigInteger.Zero;
    private BigInteger _denominator = BigInteger.One;

    public void Add(Quantity value) => Add(value, 1);

    /// <param name="value">The figure.</param>
    /// <param name="times">What it is multiplied by: a weight.</param>
    public void Add(Quantity value, decimal times)
    {
        if (value.Denominator == 1)
        {
            _decimals += value.Numerator * times;
            return;
        }

        var (numerator, denominator) = Fraction(value.Numerator, value.Denominator);
        var (times1, times2) = Fraction(times, 1);
        Add(numerator * times1, denominator * times2);
    }

    /// <summary>The sum divided, exact as long as it can be held in 28 digits above and below the line, else to 12 places.</summary>
    /// <param name="divisor">Not zero.</param>
    public Quantity Over(decimal divisor)
    {
        if (_numerator.IsZero)
        {
            return Quantity.Of(_decimals, divisor);
        }

        var (whole, parts) = Fraction(_decimals, 1);
        var (above, below) = Fraction(divisor, 1);
        var numerator = ((_numerator * parts) + (whole * _denominator)) * below;
        var denominator = _denominator * parts * above;
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (numerator, denominator) = (numerator / common, denominator / common);
        var most = new BigInteger(decimal.MaxValue);
        return BigInteger.Abs(numerator) <= most && BigInteger.Abs(denominator) <= most
            ? Quantity.Of((decimal)numerator, (decimal)denominator)
            : Quantity.Of((decimal)(numerator * Twelve / denominator) / Twelve);
    }

    private void Add(BigInteger numerator, BigInteger denominator)
    {
        _numerator = (_numerator * denominator) + (numerator * _denominator);
        _denominator *= denominator;
        var common = BigInteger.GreatestCommonDivisor(_numerator, _denominator);
        (_numerator, _denominator) = (_numerator / common, _denominator / common);
    }

    private static (BigInteger Numerator, BigInteger Denominator) Fraction(decimal above, decimal below)
    {
        var places = Math.Max(Scaled.Places(above), Scaled.Places(below));
        return ((BigInteger)Scaled.Of(above, places), (BigInteger)Scaled.Of(below, places));
    }
}
