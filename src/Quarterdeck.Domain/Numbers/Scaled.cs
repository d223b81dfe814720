namespace Quarterdeck.Domain.Numbers;

/// <summary>
/// Exact numbers as whole numbers of a power of ten: 99.8 at one place is 998. Bands compare nothing else, so a
/// rating never depends on a fraction that binary arithmetic cannot hold.
/// </summary>
public static class Scaled
{
    /// <summary>1 to 10 to the 38th, the largest that fits.</summary>
    private static readonly Int128[] Powers = [.. Enumerable.Range(0, 39).Select(Power)];

    /// <summary>The number at so many places, rounded half away from zero when it has more.</summary>
    /// <param name="value">The exact number.</param>
    /// <param name="places">0 or more.</param>
    public static Int128 Of(decimal value, int places)
    {
        var (mantissa, scale) = Parts(value);
        return scale <= places
            ? mantissa * PowerOfTen(places - scale)
            : Rounding.Quotient(mantissa, PowerOfTen(scale - places));
    }

    /// <summary>Back to a decimal with exactly so many places.</summary>
    /// <exception cref="OverflowException">More than 28 significant digits.</exception>
    public static decimal ToDecimal(Int128 value, int places)
    {
        var magnitude = UInt128.CreateChecked(Int128.Abs(value));
        if (magnitude > (UInt128.One << 96) - 1)
        {
            throw new OverflowException("The figure has more than 28 significant digits.");
        }

        var low = unchecked((int)(uint)(magnitude & uint.MaxValue));
        var middle = unchecked((int)(uint)((magnitude >> 32) & uint.MaxValue));
        var high = unchecked((int)(uint)((magnitude >> 64) & uint.MaxValue));
        return new decimal(low, middle, high, Int128.IsNegative(value), (byte)places);
    }

    /// <summary>Decimal places as typed: 2 for 99.00.</summary>
    public static int Places(decimal value) => value.Scale;

    /// <param name="exponent">0 to 38.</param>
    public static Int128 PowerOfTen(int exponent) => Powers[exponent];

    private static Int128 Power(int exponent)
    {
        Int128 power = 1;
        for (var step = 0; step < exponent; step++)
        {
            power *= 10;
        }

        return power;
    }

    private static (Int128 Mantissa, int Scale) Parts(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        unchecked
        {
            var magnitude = ((UInt128)(uint)bits[2] << 64) | ((UInt128)(uint)bits[1] << 32) | (uint)bits[0];
            var mantissa = (Int128)magnitude;
            return (bits[3] < 0 ? -mantissa : mantissa, value.Scale);
        }
    }
}
