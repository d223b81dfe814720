using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Publications;

/// <summary>The ratings past reports printed, by indicator and period, for history that cannot be rated again (its floors were never published).</summary>
public sealed class CarriedRatings
{
    private readonly Dictionary<(IndicatorRef Ref, Month Closing, bool Ytd), (Month Round, string Label)> _printed = [];

    /// <param name="published">Rows in any order. Of two for the same period, the later round counts.</param>
    /// <param name="latestIn">The indicator's latest own period of a round.</param>
    public CarriedRatings(IEnumerable<PublishedFigure> published, Func<IndicatorRef, Month, Period?> latestIn)
    {
        foreach (var row in published)
        {
            var latest = latestIn(row.Ref, row.Round);
            var closing = row.Period ?? latest?.Closing ?? row.Round;
            Keep(row.Ref, closing, row.Round, row.Rating, ytd: false);
            Keep(row.Ref, row.YtdPeriod ?? closing, row.Round, row.YtdRating, ytd: true);
            if (row.PreviousRating is { } previous && latest is { } period)
            {
                Keep(row.Ref, period.Previous.Closing, row.Round.AddMonths(-1), previous, ytd: false);
            }
        }
    }

    /// <summary>
    /// The printed band, when it does not contradict what can be computed: a figure short of its target cannot be carried
    /// as having achieved it.
    /// </summary>
    public RatingOutcome Over(RatingOutcome computed, IndicatorRef reference, Month closing, bool ytd, RatingScheme scheme)
    {
        if (computed is not RatingOutcome.Unrated { Reason: NotRated.NoFloor or NotRated.NoTarget or NotRated.NoThresholds or NotRated.NoResult } unrated
            || !_printed.TryGetValue((reference, closing, ytd), out var printed)
            || scheme.BandNamed(printed.Label) is not { } band)
        {
            return computed;
        }

        var achieved = scheme.Rows.TakeWhile(row => row.Rule != BandRule.Floor).Count();
        return unrated.Reason == NotRated.NoFloor && band.Order < achieved
            ? computed
            : new RatingOutcome.Rated(band, RatingSource.Carried);
    }

    private void Keep(IndicatorRef reference, Month closing, Month round, string? label, bool ytd)
    {
        var key = (reference, closing, ytd);
        if (label is not null && (!_printed.TryGetValue(key, out var kept) || kept.Round <= round))
        {
            _printed[key] = (round, label);
        }
    }
}
