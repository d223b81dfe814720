using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Kernel;

/// <summary>What an indicator's series have in common: how their columns are to be read, and how they are rated.</summary>
public sealed class SeriesTerms
{
    /// <param name="indicator">Gives polarity, display decimals, rate, year to date, dead band, and what is rated.</param>
    /// <param name="scheme">The rating scheme.</param>
    /// <param name="isFraction">Whether rows are numerator and denominator rather than a value.</param>
    /// <param name="places">Decimal places of the column of numerators or values: 935 at one place is 93.5.</param>
    /// <param name="denominatorPlaces">Decimal places of the column of denominators.</param>
    /// <exception cref="ArgumentException">The indicator can only be rated one at a time; the message says why.</exception>
    public SeriesTerms(Indicator indicator, RatingScheme scheme, bool isFraction, int places = 0, int denominatorPlaces = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(places);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(places, 18);
        ArgumentOutOfRangeException.ThrowIfNegative(denominatorPlaces);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(denominatorPlaces, 18);
        if (Refusal(indicator) is { } refusal)
        {
            throw new ArgumentException($"{indicator.Ref} cannot be rated in bulk: {refusal}", nameof(indicator));
        }

        Indicator = indicator;
        Scheme = scheme;
        IsFraction = isFraction;
        Places = places;
        DenominatorPlaces = isFraction ? denominatorPlaces : 0;
        Decimals = indicator.Decimals!.Value;
    }

    public Indicator Indicator { get; }

    public RatingScheme Scheme { get; }

    public bool IsFraction { get; }

    public int Places { get; }

    public int DenominatorPlaces { get; }

    /// <summary>Decimal places shown.</summary>
    public int Decimals { get; }

    private static string? Refusal(Indicator indicator) =>
        indicator.Decimals is null ? "its decimals are not set, and a column of whole numbers does not say how each was typed."
        : indicator.Kind == IndicatorKind.Milestone ? "a milestone has steps, not results."
        : indicator.Ytd is YtdMethod.Weighted or YtdMethod.Supplied ? "its year to date needs more than its own results."
        : indicator.Direction.Methods[0] == DirectionMethod.Baseline ? "its direction is from a baseline, which may lie before the columns."
        : null;
}
