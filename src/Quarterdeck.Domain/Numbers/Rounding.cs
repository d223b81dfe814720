using System.Numerics;

namespace Quarterdeck.Domain.Numbers;

/// <summary>Half away from zero, once, at display (rules: Values). The one routine for screen, document, data and rating.</summary>
public static class Rounding
{
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

    /// <summary>The number to so many decimal places, zeros filled in: 99 to one place is 99.0.</summary>
    /// <param name="value">The exact number.</param>
    /// <param name="places">0 to 9.</param>
    public static decimal To(decimal value, int places) => Scaled.ToDecimal(Scaled.Of(value, places), places);
}
