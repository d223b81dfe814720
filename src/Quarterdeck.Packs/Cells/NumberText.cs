using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Packs.Cells;

/// <summary>
/// Reads numbers as people type them: <c>97%</c>, <c>42,563</c>, <c>£1,250</c>, <c>1.2m</c>, <c>(3.5)</c>, <c>99.9% (p)</c>.
/// What could be read in two ways is not read at all.
/// </summary>
public static partial class NumberText
{
    private const int LongestNumber = 60;

    private static readonly (string Sign, string Unit)[] Currencies =
        [("£", "gbp"), ("gbp", "gbp"), ("€", "eur"), ("eur", "eur"), ("$", "usd"), ("usd", "usd")];

    private static readonly string[] PercentSigns = ["%", "per cent", "percent", "pc"];

    /// <param name="text">As typed.</param>
    /// <param name="hasDoubtfulCommas">The file parts its cells by semicolons, so a comma may be a decimal comma.</param>
    /// <param name="number">The number.</param>
    /// <param name="fault">What is the matter; null when it was read.</param>
    public static bool TryRead(string text, bool hasDoubtfulCommas, out TypedNumber number, out NumberFault? fault)
    {
        ArgumentNullException.ThrowIfNull(text);
        number = default;
        var rest = Plain(text);
        var read = Marks(ref rest);
        var isNegative = Bracketed(ref rest);
        isNegative |= Signed(ref rest, isNegative);
        var currency = Currency(ref rest);
        isNegative |= !isNegative && currency is not null && Bracketed(ref rest);
        isNegative |= Signed(ref rest, isNegative);
        var isPercent = PercentSigns.Any(sign => Suffixed(ref rest, sign));
        var mayBeMinutes = rest.EndsWith('m');
        var zeros = isPercent ? 0 : Multiple(ref rest);
        fault = rest.Length is 0 or > LongestNumber ? NumberFault.Of(Plain(text)) : Digits(ref rest, hasDoubtfulCommas, text);
        if (fault is not null)
        {
            return false;
        }

        if (!decimal.TryParse(rest, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || !Multiplied(ref value, zeros)
            || !SignificantDigits.TryKeep(value, out value))
        {
            fault = NumberFault.TooLong;
            return false;
        }

        number = read with { Value = isNegative ? -value : value, IsPercent = isPercent, Currency = currency, MayBeMinutes = mayBeMinutes && zeros == 6 };
        return true;
    }

    /// <summary>As packs are written: digits, a point, a hyphen for minus; trailing zeros kept.</summary>
    public static string Write(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Every kind of space as one, every kind of minus as a hyphen, wide digits as plain ones, no quotation marks round it.</summary>
    internal static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            plain.Append(letter switch
            {
                '\u2212' or '\u2012' or '\u2013' or '\u2014' or '\uFE63' or '\uFF0D' => '-',
                >= '\uFF10' and <= '\uFF19' => (char)(letter - '\uFF10' + '0'),
                '\uFF05' => '%',
                '\uFF0E' => '.',
                _ when char.IsWhiteSpace(letter) => ' ',
                _ => char.ToLowerInvariant(letter),
            });
        }

        var trimmed = plain.ToString().Trim();
        return trimmed is ['"' or '\u201C' or '\'' or '\u2018', .. var inside, '"' or '\u201D' or '\'' or '\u2019'] ? inside.Trim()
            : trimmed is ['\'', >= '0' and <= '9', ..] ? trimmed[1..] : trimmed;
    }

    /// <summary>Takes what stands after a number off it: how settled it is, and that there is a note.</summary>
    private static TypedNumber Marks(ref string text)
    {
        var read = default(TypedNumber);
        while (text is [_, .., ']' or ')' or '*' or '\u2020' or '\u2021' or 'p' or 'e' or 'r'] && AfterNumber().Match(text) is { Success: true } mark)
        {
            var word = mark.Groups[1].Value.Trim('[', ']', '(', ')', ' ');
            read = word.Trim('*', '\u2020', '\u2021').Length == 0 ? read with { HasNoteMark = true } : read with
            {
                Status = word[0] switch
                {
                    'p' => ResultStatus.Provisional,
                    'e' => ResultStatus.Estimated,
                    'f' => ResultStatus.Forecast,
                    _ => ResultStatus.Final,
                },
                BareMark = mark.Groups[1].Length == 1 ? word[0] : read.BareMark,
            };
            text = text[..mark.Groups[1].Index].TrimEnd();
        }

        return read;
    }

    private static string? Currency(ref string text)
    {
        foreach (var (sign, unit) in Currencies)
        {
            if (Prefixed(ref text, sign) || (sign != "$" && Suffixed(ref text, sign)))
            {
                return unit;
            }
        }

        return null;
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
    private static NumberFault? Digits(ref string text, bool hasDoubtfulCommas, string typed)
    {
        if (!text.Any(char.IsAsciiDigit) || text.Any(letter => !char.IsAsciiDigit(letter) && letter is not (',' or '.' or ' ')))
        {
            return NumberFault.Of(Plain(typed));
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
        return null;
    }

    private static bool AreThousands(string whole, char separator)
    {
        var groups = whole.Split(separator);
        return groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3);
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

    /// <summary>A shorthand in brackets, or p, e, r or asterisks straight after the number.</summary>
    [GeneratedRegex(
        @"(?<=[\d%)\]*.]|per cent|percent|[kmn]) ?(\[(?:p|r|f|e|est|prov|rev|\*)\]"
        + @"|\((?:p|r|f|e|est|estimate|estimated|prov|provisional|rev|revised|forecast|\*)\)"
        + @"|\*{1,3}|[\u2020\u2021]|(?<=[\d%] ?)[per])$",
        RegexOptions.CultureInvariant)]
    private static partial Regex AfterNumber();
}
