using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Publications;
using Quarterdeck.Domain.Reports;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Application.PriorReports;

/// <summary>
/// Holds every figure and word past reports printed against what the data give, each as at the round it was printed in and
/// at the precision printed. Neither side is changed.
/// </summary>
public static class Reconcile
{
    private static readonly string[] Columns = ["value", "rating", "ytd", "ytd_rating", "range", "direction", "previous_rating"];

    public static Reconciliation Run(Pack pack, Rater rater)
    {
        var labels = new Labels(pack.Settings);
        var compared = pack.Published.SelectMany(row => Compare(rater, labels, row).Select(comparison => (row, comparison))).ToList();
        var differences = compared
            .Where(pair => Differs(pair.comparison))
            .Select(pair => Describe(pair.row, pair.comparison))
            .ToList();
        var tallies = Columns
            .Select(column => Tally(column, compared.Select(pair => pair.comparison).Where(comparison => comparison.Field == column).ToList()))
            .Where(tally => tally.Agree + tally.Carried + tally.Differ > 0)
            .ToList();
        return new Reconciliation(differences, tallies);
    }

    private static IEnumerable<Comparison> Compare(Rater rater, Labels labels, PublishedFigure row)
    {
        var subject = PublishedSubject.Of(rater, row);
        var period = subject.Closing;
        if (row.Value is { } value)
        {
            yield return Comparison.OfFigure(
                "value", period, subject.Rated.Indicator, value, subject.Own?.Value, Series.MarkerOf(subject.Own?.Result), subject.WhyValue());
        }

        if (row.Rating is { } rating)
        {
            yield return Comparison.OfRating("rating", period, rating, subject.Rating, subject.WhyRating());
        }

        var year = PublishedSubject.OfYearToDate(rater, row, subject);
        if (row.Ytd is { } ytd)
        {
            Figure? none = year.IsThere && year.Rated.Ytd is YearToDate.NotApplicable ? Figure.Of(Marker.NotApplicable) : null;
            yield return Comparison.OfFigure(
                "ytd", year.Closing, year.Rated.Indicator, ytd, year.IsThere ? year.Exact(ytd) : null, none, year.WhyYearToDate());
        }

        if (row.YtdRating is { } ytdRating)
        {
            yield return Comparison.OfRating("ytd_rating", year.Closing, ytdRating, year.YtdRating, year.WhyYearToDateRating());
        }

        if (row.Range is { } range)
        {
            yield return Comparison.OfRange(period, range, subject.Range, subject.WhyRange());
        }

        if (row.Direction is { } direction)
        {
            yield return Comparison.OfDirection(period, direction, subject.Direction, labels, subject.WhyDirection());
        }

        if (row.PreviousRating is { } previous)
        {
            yield return Comparison.OfRating("previous_rating", period, previous, subject.PreviousRating, subject.WhyPreviousRating());
        }
    }

    private static bool Differs(Comparison comparison) => !comparison.IsCarried && !comparison.Agrees;

    private static FieldTally Tally(string column, List<Comparison> compared) => new(
        column,
        compared.Count(comparison => !comparison.IsCarried && comparison.Agrees),
        compared.Count(comparison => comparison.IsCarried),
        compared.Count(Differs));

    private static Difference Describe(PublishedFigure row, Comparison comparison) => new(
        row.Ref,
        row.Round,
        comparison.Period,
        comparison.Field,
        comparison.Published,
        comparison.Computed,
        comparison.Computed is { } computed
            ? $"{comparison.Published} was published and {computed} is computed: {comparison.Why}"
            : $"{comparison.Published} was published and nothing can be computed: {comparison.Why}");
}
