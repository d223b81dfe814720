using System.Numerics;
using System.Runtime.Intrinsics;

namespace Quarterdeck.Domain.Kernel;

/// <summary>Half away from zero, once, at display (rules: Values). The one routine for screen, document, data and rating.</summary>
public static class Rounding
{
    /// <summary>The largest number <see cref="Quotients"/> is sure of: 2^51 (2,251,799,813,685,248).</summary>
    public const long LargestColumnNumber = 1L << 51;

    /// <summary>The quotient rounded to a whole number.</summary>
    /// <param name="numerator">Any sign.</param>
    /// <param name="denominator">Not zero; any sign.</param>
    /// <typeparam name="T">An integer wide enough for twice the denominator.</typeparam>
    public static T Quotient<T>(T numerator, T denominator)
        where T : struct, IBinaryInteger<T>
    {
        var (whole, rest) = T.DivRem(numerator, denominator);
        if (T.Abs(rest) >= T.Abs(denominator) - T.Abs(rest))
        {
            whole += T.IsNegative(numerator) == T.IsNegative(denominator) ? T.One : -T.One;
        }

        return whole;
    }

    /// <summary>Four quotients rounded at once: <see cref="Quotient{T}"/> for columns of small numbers.</summary>
    /// <param name="numerators">Within <see cref="LargestColumnNumber"/> on either side of zero.</param>
    /// <param name="denominators">1 to <see cref="LargestColumnNumber"/>.</param>
    /// <remarks>
    /// Floating point only proposes, whole numbers decide. The quotient sought is the floor of (2a + d) / 2d, a being the
    /// numerator without its sign. Both are below 2^53, so they convert exactly; and as division rounds to nearest, and
    /// both the floor and the next whole number can be held, what it gives cut short is one or the other. The remainder,
    /// taken in whole numbers, says which.
    /// </remarks>
    public static Vector256<long> Quotients(Vector256<long> numerators, Vector256<long> denominators)
    {
        var signs = Vector256.LessThan(numerators, Vector256<long>.Zero);
        var twice = (((numerators ^ signs) - signs) << 1) + denominators;
        var divisors = denominators << 1;
        var proposed = Vector256.ConvertToInt64Native(Vector256.ConvertToDouble(twice) / Vector256.ConvertToDouble(divisors));
        var rest = twice - (proposed * divisors);
        var confirmed = proposed + Vector256.LessThan(rest, Vector256<long>.Zero);
        return (confirmed ^ signs) - signs;
    }

    /// <summary>The number to so many decimal places, zeros filled in: 99 to one place is 99.0.</summary>
    /// <param name="value">The exact number.</param>
    /// <param name="places">0 to 9.</param>
    public static decimal To(decimal value, int places) => Scaled.ToDecimal(Scaled.Of(value, places), places);
}
