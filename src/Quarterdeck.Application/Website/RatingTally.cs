using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Website;

/// <summary>How many indicators have one rating.</summary>
/// <param name="Word">The rating's word, by which the list is filtered.</param>
/// <param name="Band">Null for those that are not rated.</param>
/// <param name="Count">How many.</param>
public sealed record TallyRow(string Word, Band? Band, int Count);

/// <summary>The counted indicators of a page by their one rating, the worst first and those that are not rated last: the site counts nowhere else.</summary>
/// <param name="Rows">Every band of their schemes, also at 0.</param>
public sealed record RatingTally(IReadOnlyList<TallyRow> Rows)
{
    public int Total => Rows.Sum(row => row.Count);

    public int Met => Of(BandMeaning.Achieved);

    public int Failing => Of(BandMeaning.Failing);

    public int Short => Of(BandMeaning.Short);

    /// <summary>The words of the ratings below what is acceptable.</summary>
    public IReadOnlyList<string> FailingWords => [.. Rows.Where(row => row.Band?.Standing == BandMeaning.Failing).Select(row => row.Word)];

    /// <param name="rated">Those of the page; kinds that are not counted are passed over.</param>
    /// <param name="schemeOf">The scheme an indicator is rated by.</param>
    /// <param name="notRated">The council's word for not rated.</param>
    public static RatingTally Of(IEnumerable<RatedIndicator> rated, Func<Indicator, RatingScheme> schemeOf, string notRated)
    {
        var counted = rated.Where(IsCounted).ToList();
        var counts = Counts.Once(counted, schemeOf);
        return new RatingTally(
        [
            .. counts.Bands.Reverse().Select(count => new TallyRow(count.Band.Label, count.Band, count.Count)),
            new TallyRow(notRated, null, counts.NotRated.Sum(reason => reason.Count)),
        ]);
    }

    /// <summary>Whether an indicator is one of those counted under a word.</summary>
    public static bool IsCountedUnder(RatedIndicator rated, string word, string notRated)
    {
        ArgumentNullException.ThrowIfNull(rated);
        return IsCounted(rated)
            && (IsIn(rated, word) || (OneRating.BandOf(rated) is null && string.Equals(word, notRated, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool IsCounted(RatedIndicator rated) => rated.Indicator.IsCounted && rated.IsInForce;

    private static bool IsIn(RatedIndicator rated, string word) => string.Equals(OneRating.BandOf(rated)?.Label, word, StringComparison.OrdinalIgnoreCase);

    private int Of(BandMeaning standing) => Rows.Where(row => row.Band?.Standing == standing).Sum(row => row.Count);
}
