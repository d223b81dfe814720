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
    /// <param name="IsNumbers">Typed as numbers alone, such as <c>2011-12</c>, which may also name a year or several.</param>
    public sealed record OfMonth(Month Closing, bool IsNumbers = false) : PeriodLabel
    {
        /// <summary>Typed as <c>2011-12</c>, which names the year 2011/12 as well as December 2011.</summary>
        public bool MayBeYear => IsNumbers && PeriodText.NamesYear(Closing);
    }

    /// <summary><c>Apr to Jun 2011</c>.</summary>
    public sealed record OfMonths(Month Opening, Month Closing) : PeriodLabel;

    /// <summary><c>2025/26</c>, or a bare <c>2025</c>.</summary>
    public sealed record OfYear(YearName Year) : PeriodLabel;

    /// <summary>A window of several years: <c>2018-20</c>, <c>2018/19 to 2020/21</c>.</summary>
    public sealed record OfYears(YearName First, YearName Last) : PeriodLabel;

    /// <summary><c>Q2 2025/26</c>, <c>H1 2025/26</c>, <c>M6 2025/26</c>.</summary>
    /// <param name="Year">Of which year.</param>
    /// <param name="Frequency">Month, quarter or half.</param>
    /// <param name="Number">From 1.</param>
    /// <param name="Months">The months typed beside it in brackets, which must be its own: 4 and 6 for April to June.</param>
    public sealed record OfPart(YearName Year, Frequency Frequency, int Number, (int First, int Last)? Months = null) : PeriodLabel;

    /// <summary><c>2010/11 Spring</c>.</summary>
    /// <param name="Year">Of which year; a bare year is the one the term closes in.</param>
    /// <param name="Number">From 1, in the order of the school year.</param>
    public sealed record OfTerm(YearName Year, int Number) : PeriodLabel;
}

/// <summary>A year as typed.</summary>
/// <param name="First">The first of the two years it names, or the only one.</param>
/// <param name="IsBare">Named by one year only.</param>
/// <param name="IsClosing">Typed as <c>FY25</c>: the year that closes in 2025.</param>
public readonly record struct YearName(int First, bool IsBare, bool IsClosing = false);
