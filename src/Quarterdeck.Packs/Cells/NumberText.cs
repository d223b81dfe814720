using System.Globalization;
using System.Text;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Packs.Cells;

/// <summary>
/// Reads numbers as people type them: <c>97%</c>, <c>42,563</c>, <c>£1,250</c>, <c>1.2m</c>, <c>(3.5)</c>. What could be
/// read in two ways is not read at all.
/// </summary>
public static class NumberText
{
    private const int MostDigits = 28;

    /// <param name="text">As typed.</param>
    /// <param name="hasDoubtfulCommas">The file parts its cells by semicolons, so a comma may be a decimal comma.</param>
    /// <param name="number">The number.</param>
    /// <param name="fault">What is the matter; null when it was read.</param>
    public static bool TryRead(string text, bool hasDoubtfulCommas, out TypedNumber number, out NumberFault? fault)
    {
        ArgumentNullException.ThrowIfNull(text);
        number = default;
        var rest = Plain(text);
        var status = Shorthand(ref rest);
        var isNegative = Bracketed(ref rest);
        isNegative |= Signed(ref rest, isNegative);
        var isMoney = Prefixed(ref rest, "£") || Prefixed(ref rest, "gbp");
        isNegative |= Signed(ref rest, isNegative);
        var isPercent = Suffixed(ref rest, "%");
        var zeros = isPercent ? 0 : Multiple(ref rest);
        fault = rest.Length == 0 ? NumberFault.NotANumber : Digits(ref rest, hasDoubtfulCommas);
        if (fault is not null)
        {
            return false;
        }

        if (!decimal.TryParse(rest, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || !Multiplied(ref value, zeros))
        {
            fault = NumberFault.TooLong;
            return false;
        }

        number = new TypedNumber(isNegative ? -value : value, isPercent, isMoney, status);
        return true;
    }

    /// <summary>As packs are written: digits, a point, a hyphen for minus; trailing zeros kept.</summary>
    public static string Write(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Every kind of space as one, every kind of minus as a hyphen.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            plain.Append(letter switch
            {
                '\u2212' or '\u2012' or '\u2013' or '\uFE63' or '\uFF0D' => '-',
                _ when char.IsWhiteSpace(letter) => ' ',
                _ => char.ToLowerInvariant(letter),
            });
        }

        return plain.ToString().Trim();
    }

    private static ResultStatus? Shorthand(ref string text)
    {
        ResultStatus? status = text switch
        {
            _ when text.EndsWith("[p]", StringComparison.Ordinal) => ResultStatus.Provisional,
            _ when text.EndsWith("[r]", StringComparison.Ordinal) => ResultStatus.Final,
            _ when text.EndsWith("[f]", StringComparison.Ordinal) => ResultStatus.Forecast,
            _ when text.EndsWith("[e]", StringComparison.Ordinal) => ResultStatus.Estimated,
            _ => null,
        };
        text = status is null ? text : text[..^3].TrimEnd();
        return status;
    }

    private static bool Bracketed(ref string text)
    {
        if (text.Length < 3 || text[0] != '(' || text[^1] != ')')
        {
            return false;
        }

        text = text[1..^1].Trim();
        return true;
    }

    private static bool Signed(ref string text, bool already)
    {
        if (already || text.Length < 2 || text[0] is not ('-' or '+'))
        {
            return false;
        }

        var isNegative = text[0] == '-';
        text = text[1..].TrimStart();
        return isNegative;
    }

    private static bool Prefixed(ref string text, string prefix)
    {
        if (!text.StartsWith(prefix, StringComparison.Ordinal))
        {
            return false;
        }

        text = text[prefix.Length..].TrimStart();
        return true;
    }

    private static bool Suffixed(ref string text, string suffix)
    {
        if (!text.EndsWith(suffix, StringComparison.Ordinal))
        {
            return false;
        }

        text = text[..^suffix.Length].TrimEnd();
        return true;
    }

    private static int Multiple(ref string text) =>
        Suffixed(ref text, "million") || Suffixed(ref text, "m") ? 6
        : Suffixed(ref text, "billion") || Suffixed(ref text, "bn") ? 9
        : Suffixed(ref text, "thousand") || Suffixed(ref text, "k") ? 3
        : 0;

    /// <summary>Takes the thousands separators out, or says why what is left is no plain number.</summary>
    private static NumberFault? Digits(ref string text, bool hasDoubtfulCommas)
    {
        if (!text.Any(char.IsAsciiDigit))
        {
            return NumberFault.NotANumber;
        }

        if (text.Any(letter => !char.IsAsciiDigit(letter) && letter is not (',' or '.' or ' ')))
        {
            return IsShortened(text) ? NumberFault.Shortened : NumberFault.NotANumber;
        }

        var commas = text.Count(letter => letter == ',');
        var points = text.Count(letter => letter == '.');
        if (points > 1 || (points == 1 && text.LastIndexOf(',') > text.IndexOf('.', StringComparison.Ordinal)))
        {
            return NumberFault.DecimalComma;
        }

        if (commas > 0 && hasDoubtfulCommas)
        {
            return NumberFault.DoubtfulComma;
        }

        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text : text[..point];
        if (commas > 0 && !AreThousands(whole, ','))
        {
            return commas == 1 && point < 0 ? NumberFault.DecimalComma : NumberFault.StrayCommas;
        }

        if (text.Contains(' ', StringComparison.Ordinal) && (commas > 0 || !AreThousands(whole, ' ') || text.LastIndexOf(' ') > whole.Length))
        {
            return NumberFault.StraySpaces;
        }

        text = text.Replace(",", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal);
        return text.Count(char.IsAsciiDigit) > MostDigits ? NumberFault.TooLong : null;
    }

    private static bool AreThousands(string whole, char separator)
    {
        var groups = whole.Split(separator);
        return groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3);
    }

    /// <summary>1.23e+11, as spreadsheets show a number too wide for its column.</summary>
    private static bool IsShortened(string text)
    {
        var at = text.IndexOf('e', StringComparison.Ordinal);
        return at > 0 && char.IsAsciiDigit(text[at - 1]) && text[(at + 1)..].TrimStart('+', '-') is { Length: > 0 } power && power.All(char.IsAsciiDigit);
    }

    /// <summary>1.25m is 1250000: the places typed are used up first, so nothing is shown that was not typed.</summary>
    private static bool Multiplied(ref decimal value, int zeros)
    {
        for (; zeros > 0; zeros--)
        {
            if (value.Scale == 0 && value > decimal.MaxValue / 10)
            {
                return false;
            }

            value = value.Scale > 0 ? Shifted(value) : value * 10;
        }

        return true;
    }

    private static decimal Shifted(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return new decimal(bits[0], bits[1], bits[2], decimal.IsNegative(value), (byte)(value.Scale - 1));
    }
}
