using System.Diagnostics.CodeAnalysis;

namespace Quarterdeck.Domain.Indicators;

/// <summary>An indicator's stable reference (<c>CS04a</c>, <c>schools-category</c>): 1 to 40 letters, digits, <c>-</c>, <c>_</c> or <c>.</c>.</summary>
public readonly record struct IndicatorRef : IComparable<IndicatorRef>
{
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

    public static bool IsValid([NotNullWhen(true)] string? value) =>
        value is { Length: > 0 and <= 40 } && value.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.');

    public int CompareTo(IndicatorRef other) => string.CompareOrdinal(Value, other.Value);

    public static bool operator <(IndicatorRef left, IndicatorRef right) => left.CompareTo(right) < 0;

    public static bool operator >(IndicatorRef left, IndicatorRef right) => left.CompareTo(right) > 0;

    public static bool operator <=(IndicatorRef left, IndicatorRef right) => left.CompareTo(right) <= 0;

    public static bool operator >=(IndicatorRef left, IndicatorRef right) => left.CompareTo(right) >= 0;

    public override string ToString() => Value;
}
