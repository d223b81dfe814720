using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Quarterdeck.Domain.Periods;

/// <summary>A calendar month: the finest step of every reporting calendar. Written <c>2025-10</c>.</summary>
public readonly record struct Month : IComparable<Month>
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    private readonly int _index;

    private Month(int index) => _index = index;

    /// <param name="year">1900 to 2199: outside it a year is a typing error.</param>
    /// <param name="number">1 (January) to 12.</param>
    public Month(int year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 12);
        _index = (year * 12) + number - 1;
    }

    public int Year => _index / 12;

    /// <summary>1 (January) to 12.</summary>
    public int Number => (_index % 12) + 1;

    public DateOnly FirstDay => new(Year, Number, 1);

    public DateOnly LastDay => new(Year, Number, DateTime.DaysInMonth(Year, Number));

    public static Month Of(DateOnly date) => new(date.Year, date.Month);

    public Month AddMonths(int months) => new(_index + months);

    /// <summary>Whole months from <paramref name="earlier"/> to this month; negative when it is later.</summary>
    public int MonthsSince(Month earlier) => _index - earlier._index;

    public int CompareTo(Month other) => _index.CompareTo(other._index);

    public static bool operator <(Month left, Month right) => left._index < right._index;

    public static bool operator >(Month left, Month right) => left._index > right._index;

    public static bool operator <=(Month left, Month right) => left._index <= right._index;

    public static bool operator >=(Month left, Month right) => left._index >= right._index;

    /// <summary>As written in packs and records: <c>2025-10</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Number:D2}");

    /// <summary>Reads the strict form <c>2025-10</c>. What people type is read by the pack's label reader.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Month month)
    {
        month = default;
        if (text is not { Length: 7 } || text[4] != '-'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || year is < FirstYear or > LastYear || number is < 1 or > 12)
        {
            return false;
        }

        month = new Month(year, number);
        return true;
    }
}
