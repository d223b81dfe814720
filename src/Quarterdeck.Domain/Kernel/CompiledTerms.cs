using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Kernel;

/// <summary>An indicator's terms as numbers: what turns its columns into displayed whole numbers, and what fits the column lane.</summary>
internal sealed class CompiledTerms
{
    /// <summary>A year has at most so many own periods.</summary>
    private const int MostPeriods = 12;

    public CompiledTerms(SeriesTerms terms, PeriodAxis axis)
    {
        var indicator = terms.Indicator;
        Terms = terms;
        Years = axis.YearStarts(indicator.YtdFrom);
        Method = indicator.Ytd;
        NoResult = Rated(terms, RatingCode.Of(NotRated.NoResult));
        Marker = Rated(terms, RatingCode.Of(NotRated.Marker));
        Incomplete = Rated(terms, RatingCode.Of(NotRated.YearToDateIncomplete));
        NoYearToDate = Rated(terms, RatingCode.Of(NotRated.NoYearToDate));
        Good = indicator.Polarity switch
        {
            Polarity.Higher => 1,
            Polarity.Lower => -1,
            Polarity.Neutral or Polarity.OnTarget or Polarity.Range => 0,
        };

        var rate = terms.IsFraction ? indicator.Per : 1;
        var places = terms.Decimals + terms.DenominatorPlaces - terms.Places - Scaled.Places(rate);
        var times = Scaled.Of(rate, Scaled.Places(rate)) * Scaled.PowerOfTen(Math.Max(0, places));
        var over = Scaled.PowerOfTen(Math.Max(0, -places));
        var band = Scaled.Of(decimal.Floor(indicator.Direction.DeadBand * (decimal)Scaled.PowerOfTen(terms.Decimals)), 0);
        FitsColumns = Fits(times) && Fits(over) && band >= 0 && Fits(band)
            && indicator.RateOn == RateOn.Displayed
            && indicator.Direction.Methods[0] == DirectionMethod.Previous
            && indicator.Polarity is Polarity.Higher or Polarity.Lower or Polarity.Neutral
            && !(terms.IsFraction && Method is YtdMethod.Sum or YtdMethod.Mean);
        if (FitsColumns)
        {
            (Times, Over, DeadBand) = ((long)times, (long)over, (long)band);
            MostNumerator = Rounding.LargestColumnNumber / (MostPeriods * Math.Max(1, Times));
            MostDenominator = Rounding.LargestColumnNumber / (MostPeriods * Over);
        }
    }

    public SeriesTerms Terms { get; }

    public YearStarts Years { get; }

    public YtdMethod Method { get; }

    /// <summary>1 where higher is better, -1 where lower is, 0 where neither.</summary>
    public long Good { get; }

    /// <summary>A movement of so many units of the last decimal shown, or fewer, is no change.</summary>
    public long DeadBand { get; }

    /// <summary>Displayed = numerator x <see cref="Times"/> / (denominator x <see cref="Over"/>), rounded.</summary>
    public long Times { get; }

    public long Over { get; } = 1;

    /// <summary>Whether the column lane knows these rules; where it does not, every series takes the exact lane.</summary>
    public bool FitsColumns { get; }

    /// <summary>The largest numerator or value of which a year's sum, multiplied, stays within <see cref="Rounding.LargestColumnNumber"/>.</summary>
    public long MostNumerator { get; }

    /// <summary>The same of denominators.</summary>
    public long MostDenominator { get; }

    public long NoResult { get; }

    public long Marker { get; }

    public long Incomplete { get; }

    public long NoYearToDate { get; }

    /// <summary>The code, or that the indicator is not rated at all.</summary>
    public static long Rated(SeriesTerms terms, RatingCode code) =>
        terms.Indicator.IsRated ? code.Code : RatingCode.Of(NotRated.NotAKpi).Code;

    private static bool Fits(Int128 number) => number >= 0 && number <= Rounding.LargestColumnNumber / MostPeriods;
}
