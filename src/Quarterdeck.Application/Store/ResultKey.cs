namespace Quarterdeck.Application.Store;

/// <summary>What names a result within its series: ordered by what it is a part of, the whole first, then by period.</summary>
/// <param name="Breakdown">The part of the whole it speaks for; empty for the whole.</param>
/// <param name="Period">The month the period closes in, <c>2025-10</c>.</param>
public readonly record struct ResultKey(string Breakdown, string Period) : IComparable<ResultKey>
{
    public int CompareTo(ResultKey other) =>
        string.CompareOrdinal(Breakdown, other.Breakdown) is var order and not 0 ? order : string.CompareOrdinal(Period, other.Period);

    public static bool operator <(ResultKey left, ResultKey right) => left.CompareTo(right) < 0;

    public static bool operator >(ResultKey left, ResultKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(ResultKey left, ResultKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ResultKey left, ResultKey right) => left.CompareTo(right) >= 0;
}
