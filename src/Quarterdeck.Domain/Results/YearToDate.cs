using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Results;

/// <summary>A year to date, or why there is none.</summary>
public abstract record YearToDate
{
    private YearToDate()
    {
    }

    /// <summary>The figure, when there is one.</summary>
    public decimal? Number => this is Known known ? known.Exact.Value : null;

    /// <param name="Exact">The exact figure.</param>
    /// <param name="Decimals">Places shown.</param>
    /// <param name="From">First month counted.</param>
    /// <param name="To">Last month counted.</param>
    /// <param name="Supplied">Typed by hand rather than computed.</param>
    public sealed record Known(Quantity Exact, int Decimals, Month From, Month To, bool Supplied) : YearToDate
    {
        /// <summary>What the periods give, where a supplied figure stands over it and all periods are known.</summary>
        public Quantity? Computed { get; init; }

        /// <summary>As displayed.</summary>
        public decimal Rounded => Exact.Rounded(Decimals);
    }

    /// <summary>The indicator has none: a snapshot.</summary>
    public sealed record NotApplicable : YearToDate;

    /// <param name="Reason">What is missing, in words: <c>no result for April 2025</c>.</param>
    public sealed record NotComputed(string Reason) : YearToDate;
}
