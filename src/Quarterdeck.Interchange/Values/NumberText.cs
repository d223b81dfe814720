using System.Globalization;
using System.Text;

namespace Quarterdeck.Interchange.Values;

/// <summary>
/// Numbers as people type them: <c>97%</c>, <c>42,563</c>, <c>£1,250</c>, <c>1.2m</c>, <c>(3.5)</c>. What could mean two
/// things (<c>1.234,5</c>, <c>1,5</c>) is refused, never guessed. Places are kept as typed.
/// </summary>
public readonly record struct NumberText(decimal Number, bool HasPercent, bool HasPound)
{
    /// <summary>Beyond these a figure is a typing error, and arithmetic would no longer be exact.</summary>
    private const int MostPlaces = 9;
    private const decimal Most = 1_000_000_000_000_000m;

    /// <summary>Reads a number; the problem says what stands in the way.</summary>
    public static bool TryRead(string text, out NumberText number, out string problem)
    {
        number = default;
        problem = "is not a number";
        var rest = Plain(text);
        var negative = false;
        if (rest is ['(', .., ')'])
        {
            (rest, negative) = (rest[1..^1], true);
        }

        if (rest is ['-', ..] or ['+', ..])
        {
            (rest, negative) = (rest[1..], negative || rest[0] == '-');
        }

        var pound = rest is ['£', ..];
        rest = pound ? rest[1..] : rest;
        if (rest is ['-', ..] && !negative)
        {
            (rest, negative) = (rest[1..], true);
        }

        var percent = rest is [.., '%'];
        rest = percent ? rest[..^1] : rest;
        var (times, places) = rest is [.., 'm' or 'M'] ? (1_000_000m, 6) : rest is [.., 'k' or 'K'] ? (1_000m, 3) : (1m, 0);
        rest = places > 0 ? rest[..^1] : rest;
        if (!Ungrouped(ref rest, ref problem) || !decimal.TryParse(rest, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        if (places > 0)
        {
            var left = Math.Max(0, value.Scale - places);
            value = Math.Round(value * times, left, MidpointRounding.AwayFromZero);
        }

        if (value.Scale > MostPlaces || value >= Most)
        {
            problem = value >= Most ? "is larger than any figure a council counts" : $"has more than {MostPlaces} decimal places";
            return false;
        }

        number = new NumberText(negative ? -value : value, percent, pound);
        return true;
    }

    /// <summary>Takes thousands separators out where they stand as they should, and refuses commas that could be decimal.</summary>
    private static bool Ungrouped(ref string rest, ref string problem)
    {
        if (rest.Length == 0 || !char.IsAsciiDigit(rest[^1]) || rest.Any(c => !char.IsAsciiDigit(c) && c is not (',' or '.')) || rest[0] == ',')
        {
            return false;
        }

        if (!rest.Contains(','))
        {
            return rest.Count(c => c == '.') <= 1;
        }

        var dot = rest.IndexOf('.', StringComparison.Ordinal);
        var groups = (dot < 0 ? rest : rest[..dot]).Split(',');
        if ((dot >= 0 && rest.IndexOf(',', dot) >= 0) || groups[0].Length > 3 || groups.Skip(1).Any(group => group.Length != 3))
        {
            problem = "has a comma where no thousands separator belongs; it could be a decimal comma";
            return false;
        }

        rest = rest.Replace(",", string.Empty, StringComparison.Ordinal);
        return true;
    }

    /// <summary>Without spaces of any kind, with the plain minus sign.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character) && character is not ('\u200B' or '\u2060' or '\uFEFF'))
            {
                plain.Append(character is '\u2212' or '\u2012' or '\u2013' ? '-' : character);
            }
        }

        return plain.ToString();
    }
}
