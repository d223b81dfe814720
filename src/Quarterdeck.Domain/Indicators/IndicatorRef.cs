using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Quarterdeck.Domain.Indicators;

/// <summary>
/// An indicator's stable reference, as councils write them: <c>CS04a</c>, <c>NI 192</c>, <c>C&amp;L05d</c>, <c>BV/12</c>. Up to 40
/// characters that can be seen, none of them a semicolon, which parts references in lists.
/// </summary>
public readonly record struct IndicatorRef : IComparable<IndicatorRef>
{
    public const int MostCharacters = 40;

    // Beyond letters and digits, what is safe in an address and in a file name of any system.
    private const string Safe = "-_.() &+,'!@=$";

    private readonly string? _value;

    /// <exception cref="ArgumentException">Not a reference.</exception>
    public IndicatorRef(string value)
    {
        if (!IsValid(value))
        {
            throw new ArgumentException($"'{value}' is not an indicator reference.", nameof(value));
        }

        _value = value;
    }

    public string Value => _value ?? string.Empty;

    /// <summary>
    /// As one part of an address, or as a file name without its ending: what would be a path or a device is written as a
    /// tilde and its code, so <c>BV/12</c> is <c>BV~2F12</c>. Different references have different names.
    /// </summary>
    public string FileName
    {
        get
        {
            var name = new StringBuilder(Value.Length);
            foreach (var letter in Value)
            {
                var isSafe = char.IsLetterOrDigit(letter) || char.IsSurrogate(letter)
                    || (Safe.Contains(letter, StringComparison.Ordinal) && !(letter == '.' && name.Length == 0));
                name.Append(isSafe ? letter : '~').Append(isSafe ? string.Empty : ((int)letter).ToString("X2", CultureInfo.InvariantCulture));
            }

            return name.ToString();
        }
    }

    public static bool IsValid([NotNullWhen(true)] string? value) =>
        value is { Length: > 0 and <= MostCharacters } && !char.IsWhiteSpace(value[0]) && !char.IsWhiteSpace(value[^1])
        && value.All(letter => letter != ';' && char.GetUnicodeCategory(letter) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.OtherNotAssigned));

    public int CompareTo(IndicatorRef other) => string.CompareOrdinal(Value, other.Value);

    public static bool operator <(IndicatorRef left, IndicatorRef right) => left.CompareTo(right) < 0;

    public static bool operator >(IndicatorRef left, IndicatorRef right) => left.CompareTo(right) > 0;

    public static bool operator <=(IndicatorRef left, IndicatorRef right) => left.CompareTo(right) <= 0;

    public static bool operator >=(IndicatorRef left, IndicatorRef right) => left.CompareTo(right) >= 0;

    public override string ToString() => Value;
}
