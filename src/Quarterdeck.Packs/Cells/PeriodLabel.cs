using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Packs.Cells;

/// <summary>What a person typed to name a period, before it is known which calendar it belongs to.</summary>
public abstract record PeriodLabel
{
    private PeriodLabel()
    {
    }

    /// <summary>A month or date: the period that closes then.</summary>
    /// <param name="Closing">The month.</param>
    /// <param name="MayBeYear">Typed as <c>2011-12</c>, which some would read as the year 2011/12.</param>
    public sealed record OfMonth(Month Closing, bool MayBeYear = false) : PeriodLabel;

    /// <summary><c>Apr to Jun 2011</c>.</summary>
    public sealed record OfMonths(Month Opening, Month Closing) : PeriodLabel;

    /// <summary><c>2025/26</c>, or a bare <c>2025</c>.</summary>
    public sealed record OfYear(YearName Year) : PeriodLabel;

    /// <summary><c>Q2 2025/26</c>, <c>H1 2025/26</c>.</summary>
    /// <param name="Year">Of which year.</param>
    /// <param name="Frequency">Quarter or half.</param>
    /// <param name="Number">From 1.</param>
    public sealed record OfPart(YearName Year, Frequency Frequency, int Number) : PeriodLabel;

    /// <summary><c>2010/11 Spring</c>.</summary>
    /// <param name="Year">Of which year; a bare year is the one the term closes in.</param>
    /// <param name="Number">From 1, in the order of the school year.</param>
    public sealed record OfTerm(YearName Year, int Number) : PeriodLabel;
}

/// <summary>A year as typed.</summary>
/// <param name="First">The first of the two years it names, or the only one.</param>
/// <param name="IsBare">Named by one year only.</param>
public readonly record struct YearName(int First, bool IsBare);
