using System.Globalization;
using System.Numerics;

namespace Quarterdeck.Application.Tests.SecondRater;

/// <summary>A number as a fraction of whole numbers, so that nothing is ever rounded by accident.</summary>
internal readonly record struct Fraction(BigInteger Top, BigInteger Bottom) : IComparable<Fraction>
{
    public static Fraction Of(decimal number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture).Replace(".", string.Empty, StringComparison.Ordinal);
        return new Fraction(BigInteger.Parse(digits, CultureInfo.InvariantCulture), BigInteger.Pow(10, number.Scale));
    }

    public static Fraction operator +(Fraction left, Fraction right) =>
        new((left.Top * right.Bottom) + (right.Top * left.Bottom), left.Bottom * right.Bottom);

    public static Fraction operator -(Fraction left, Fraction right) => left + new Fraction(-right.Top, right.Bottom);

    public static Fraction operator *(Fraction left, Fraction right) => new(left.Top * right.Top, left.Bottom * right.Bottom);

    public static Fraction operator /(Fraction left, Fraction right) =>
        right.Top.Sign < 0 ? new(-left.Top * right.Bottom, left.Bottom * -right.Top) : new(left.Top * right.Bottom, left.Bottom * right.Top);

    public bool IsZero => Top.IsZero;

    public Fraction Size => new(BigInteger.Abs(Top), Bottom);

    public int CompareTo(Fraction other) => (Top * other.Bottom).CompareTo(other.Top * Bottom);

    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    /// <summary>Half away from zero.</summary>
    public Fraction Rounded(int places)
    {
        var power = BigInteger.Pow(10, places);
        var twice = ((2 * BigInteger.Abs(Top) * power) + Bottom) / (2 * Bottom);
        return new Fraction(Top.Sign * twice, power);
    }

    /// <summary>To twelve places and without trailing zeros, for comparing two programs' texts.</summary>
    public string Text()
    {
        var rounded = Rounded(12);
        var digits = BigInteger.Abs(rounded.Top).ToString(CultureInfo.InvariantCulture).PadLeft(13, '0');
        var text = $"{digits[..^12]}.{digits[^12..]}".TrimEnd('0').TrimEnd('.');
        return rounded.Top.Sign < 0 ? "-" + text : text;
    }
}
