using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Website;

/// <summary>The one rating by which the site counts, filters and shows an indicator: the latest, or the year to date where only that is rated.</summary>
public static class OneRating
{
    public static WhichRating Which(RatedIndicator rated) => Counts.Only(rated);

    public static RatingOutcome Of(RatedIndicator rated) => Counts.Outcome(rated, Which(rated));

    public static Band? BandOf(RatedIndicator rated) => Of(rated).Band;

    /// <summary>Whether it is below what is acceptable.</summary>
    public static bool IsFailing(RatedIndicator rated) => BandOf(rated)?.Standing == BandMeaning.Failing;
}
