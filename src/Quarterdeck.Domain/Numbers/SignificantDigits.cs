namespace Quarterdeck.Domain.Numbers;

/// <summary>
/// A figure has at most 15 significant digits, on every way in (rules: Digits): a spreadsheet keeps no more, and what stands
/// beyond them is the noise of binary fractions. 28.999999999999996 is 29.
/// </summary>
public static class SignificantDigits
{
    public const int Most = 15;

    private const decimal Limit = 1_000_000_000_000_000m;

    /// <summary>A made figure with at most 15 significant digits; one with more before the point is kept whole.</summary>
    public static decimal Round(decimal number) => TryKeep(number, out var kept) ? kept : number;

    /// <summary>The number with at most 15 significant digits; its trailing zeros are kept when it has no more.</summary>
    /// <returns>False when there are more digits than that before the point.</returns>
    public static bool TryKeep(decimal number, out decimal kept)
    {
        kept = number;
        if (HasFew(number))
        {
            return true;
        }

        var size = Math.Abs(number);
        if (size >= Limit)
        {
            return false;
        }

        // Digits before the point, or as a number below zero the zeros after it.
        var whole = 0;
        for (var rest = size; rest >= 1; rest /= 10)
        {
            whole++;
        }

        for (var rest = size; rest is > 0 and < 0.1m; rest *= 10)
        {
            whole--;
        }

        var places = Most - whole;
        if (number.Scale > places && places <= 28)
        {
            var rounded = Math.Round(number, places, MidpointRounding.AwayFromZero);
            kept = rounded == number ? rounded : Trimmed(rounded);
        }

        return Math.Abs(kept) < Limit;
    }

    /// <summary>Most numbers have few digits, which shows without counting them.</summary>
    private static bool HasFew(decimal number)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        return bits[2] == 0 && unchecked(((ulong)(uint)bits[1] << 32) | (uint)bits[0]) < Limit;
    }

    /// <summary>Without trailing zeros.</summary>
    public static decimal Trimmed(decimal number) => number / 1.0000000000000000000000000000m;
}
