using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Reports;

/// <summary>The one place indicators are counted by rating (rules: Counts). Suspended and unrated ones are counted and named.</summary>
public static class Counts
{
    /// <param name="rated">In report order. Kinds that are not counted (activity, context, highlight) and those not in force are passed over.</param>
    /// <param name="which">Which rating.</param>
    /// <param name="schemeOf">The scheme an indicator is rated by: its bands are shown even when empty.</param>
    /// <param name="ofRated">Whether percentages are of the rated ones only, as the setting <c>percent_of</c> may say.</param>
    /// <param name="like">The total that these counts are part of: its bands are shown in its order. Null: the bands of their own schemes.</param>
    public static RatingCounts Of(
        IEnumerable<RatedIndicator> rated,
        WhichRating which,
        Func<Indicator, RatingScheme> schemeOf,
        IReadOnlyList<BandCount>? like = null,
        bool ofRated = false) => Of(rated, which, one => Outcome(one, which), schemeOf, like, ofRated);

    /// <summary>Each indicator once: by its latest rating, or that of its year to date where only that is rated.</summary>
    public static RatingCounts Once(IEnumerable<RatedIndicator> rated, Func<Indicator, RatingScheme> schemeOf, IReadOnlyList<BandCount>? like = null) =>
        Of(rated, WhichRating.Latest, one => Outcome(one, Only(one)), schemeOf, like, ofRated: false);

    /// <summary>The rating that counts an indicator where it is counted once.</summary>
    public static WhichRating Only(RatedIndicator rated) =>
        rated.Rating is RatingOutcome.Unrated { Reason: NotRated.YearToDateOnly } ? WhichRating.YearToDate : WhichRating.Latest;

    private static RatingCounts Of(
        IEnumerable<RatedIndicator> rated,
        WhichRating which,
        Func<RatedIndicator, RatingOutcome> outcomeOf,
        Func<Indicator, RatingScheme> schemeOf,
        IReadOnlyList<BandCount>? like,
        bool ofRated)
    {
        var counted = rated.Where(one => one.Indicator.IsCounted && one.IsInForce).ToList();
        var bands = like is null ? Bands(counted.Select(one => schemeOf(one.Indicator))) : [.. like.Select(count => count.Band)];
        var outcomes = counted.Select(one => (one.Indicator.Ref, Outcome: outcomeOf(one))).ToList();
        var whole = ofRated ? outcomes.Count(one => one.Outcome.Band is not null) : counted.Count;
        return new RatingCounts(
            which,
            counted.Count,
            [.. bands.Select(band => Count(band, outcomes.Count(one => Same(one.Outcome.Band, band)), whole))],
            [.. outcomes
                .Where(one => one.Outcome is RatingOutcome.Unrated)
                .GroupBy(one => Reason((RatingOutcome.Unrated)one.Outcome))
                .Select(group => new NotRatedCount(group.Key, [.. group.Select(one => one.Ref)]))])
        {
            IsOfRated = ofRated,
        };
    }

    /// <summary>Counted indicators by the way they have travelled since the period before; null: no direction can be told.</summary>
    public static IReadOnlyList<(Directions.Direction? Travel, int Count)> Travelled(IEnumerable<RatedIndicator> rated) =>
    [
        .. rated.Where(one => one.Indicator.IsCounted && one.IsInForce)
            .GroupBy(one => one.Direction.Travel)
            .OrderBy(group => group.Key is null)
            .ThenBy(group => group.Key)
            .Select(group => (group.Key, group.Count())),
    ];

    public static RatingOutcome Outcome(RatedIndicator rated, WhichRating which) => which switch
    {
        WhichRating.Latest => rated.Rating,
        WhichRating.YearToDate => rated.YtdRating,
    };

    /// <summary>A share in whole per cent, rounded half away from zero; 0 if there is nothing.</summary>
    public static decimal Percentage(int count, int total) => total == 0 ? 0 : Rounding.Quotient((long)count * 100, total);

    /// <summary>The bands of all schemes, each word once. A band only a later scheme has goes before the one that follows it there.</summary>
    private static List<Band> Bands(IEnumerable<RatingScheme> schemes)
    {
        var bands = new List<Band>();
        foreach (var scheme in schemes.Distinct())
        {
            var place = bands.Count;
            foreach (var band in scheme.Bands.Reverse())
            {
                var known = bands.FindIndex(other => Same(other, band));
                if (known < 0)
                {
                    bands.Insert(place, band);
                }
                else
                {
                    place = known;
                }
            }
        }

        return bands;
    }

    private static BandCount Count(Band band, int count, int total) => new(band, count, Percentage(count, total));

    /// <summary>What is missing differs from one indicator to the next; in a count the reason is enough.</summary>
    private static string Reason(RatingOutcome.Unrated unrated) =>
        unrated.Reason == NotRated.YearToDateIncomplete ? unrated.Reason.Words() : unrated.Words;

    private static bool Same(Band? left, Band right) => string.Equals(left?.Label, right.Label, StringComparison.OrdinalIgnoreCase);
}
