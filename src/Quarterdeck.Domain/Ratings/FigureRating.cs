using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings.Bands;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Ratings;

/// <summary>Rates one figure against one standard (rules: Rating 1 to 5).</summary>
public static class FigureRating
{
    /// <param name="scheme">The scheme in force.</param>
    /// <param name="indicator">Gives polarity, and whether the displayed or the exact figure is rated.</param>
    /// <param name="value">The exact figure.</param>
    /// <param name="places">Decimal places it is displayed with.</param>
    /// <param name="standard">What it is held against, rounded as displayed.</param>
    public static RatingOutcome Rate(RatingScheme scheme, Indicator indicator, Quantity value, int places, TargetSet standard) =>
        Rate(scheme, indicator, value, places, standard, indicator.RateOn);

    /// <summary>The same, on the figure asked for: what the other choice would give shows whether a rating rests on rounding.</summary>
    public static RatingOutcome Rate(RatingScheme scheme, Indicator indicator, Quantity value, int places, TargetSet standard, RateOn on)
    {
        return Rate(scheme, BandIntervals.Compile(scheme.RowsFor(indicator, standard), indicator.Polarity, standard), value, places, on);
    }

    /// <summary>The same with the bands already laid over the standard.</summary>
    internal static RatingOutcome Rate(RatingScheme scheme, BandIntervals cuts, Quantity value, int places, RateOn on)
    {
        var band = Classify(cuts, value, places, on);
        return band >= 0 ? new RatingOutcome.Rated(scheme.Bands[band], RatingSource.Computed) : new RatingOutcome.Unrated(Refusal(band));
    }

    /// <summary>What the figure gets: a band's place in the scheme, or one of the refusals of <see cref="BandIntervals"/>.</summary>
    public static int Classify(BandIntervals cuts, Quantity value, int places, RateOn on) =>
        cuts.Classify(on == RateOn.Displayed ? cuts.Position(value.Rounded(places)) : cuts.Position(value));

    /// <summary>What a refusal means.</summary>
    public static NotRated Refusal(int code) => code switch
    {
        BandIntervals.NoTarget => NotRated.NoTarget,
        BandIntervals.NoFloor => NotRated.NoFloor,
        BandIntervals.NoThresholds => NotRated.NoThresholds,
        BandIntervals.NoPolarity => NotRated.NoPolarity,
        _ => NotRated.NoBandFits,
    };
}
