using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Application.Reports;

/// <summary>Page one of a report: counts in a sentence, what must be acted on, what else to know.</summary>
internal static class FrontPageBuilder
{
    /// <summary>So few indicators are named by their titles in a line; more by their references.</summary>
    private const int FewTitles = 4;

    /// <summary>Null where nothing is counted.</summary>
    public static FrontPart? Part(ReportScope scope, Summary summary, string code, string heading)
    {
        if (summary.Groups.Count == 0)
        {
            return null;
        }

        var counts = Counts.Once(scope.Counted, scope.Rater.SchemeOf);
        var rated = scope.Counted.ToDictionary(one => one.Indicator.Ref);

        var failing = scope.Counted.Count(one => IndicatorListBuilder.Failing(one, ListBy.Either) is not null);

        // A report of exceptions lists them in its tables straight away.
        var whole = scope.Definition.Kind != ReportKind.Exceptions;
        return new FrontPart(code, heading, new FrontPage
        {
            Counts = CountWords.WorstFirst(counts),
            Of = $"of {CountWords.Kpis(scope, counts.Total)}{CountWords.NotRated(counts)}.",
            Changes = MovementsBuilder.Sentence(scope),
            FailingWord = failing > counts.Bands.Where(one => one.Band.Standing == BandMeaning.Failing).Sum(one => one.Count)
                ? NowOrForTheYear(scope, BandMeaning.Failing) : Word(scope, BandMeaning.Failing),
            Failing = whole ? [.. Failing(scope)] : [],
            Lines = whole ? [.. Lines(scope)] : [],
            Groups = !whole ? [] : [.. summary.Groups.Select(group => group with
            {
                Latest = Counts.Once(group.Rows.Select(row => rated[row.Ref]), scope.Rater.SchemeOf, counts.Bands),
            })],
        });
    }

    /// <summary>Each with how it stands, and what is being done by when, else the first sentence of what was said of it.</summary>
    private static IEnumerable<ListedIndicator> Failing(ReportScope scope)
    {
        var (shown, sentences) = (new ShownRatings(scope.Labels), new StandingSentence(scope.Labels));
        foreach (var one in scope.Counted)
        {
            if (IndicatorListBuilder.Failing(one, ListBy.Either) is { } which)
            {
                var row = IndicatorListBuilder.Row(scope, one, shown.Of(one, which), sentences.Of(one, which));
                var action = scope.Actions.Where(each => each.Refs.Contains(one.Indicator.Ref)).MaxBy(each => each.IsOpen);
                yield return row with
                {
                    Commentary = action is not null ? [new Narrative(RegisterWords.InBrief(action), null, null)]
                        : [.. row.Commentary.Take(1).Select(text => text with { Text = Phrases.FirstSentence(text.Text) })],
                };
            }
        }
    }

    private static IEnumerable<FrontLine> Lines(ReportScope scope)
    {
        var between = scope.Counted.Where(one => IndicatorListBuilder.Failing(one, ListBy.Either) is null && ShortOf(one)).ToList();
        if (between.Count > 0)
        {
            yield return new FrontLine(
                NowOrForTheYear(scope, BandMeaning.Short),
                string.Join("; ", between.Select(one => $"{Name(one, between.Count)} ({Figures(scope, one)})")) + ".");
        }

        var outside = scope.Rated.Where(one => one.Range.Alert is RangeAlert.Above or RangeAlert.Below).ToList();
        if (outside.Count > 0)
        {
            yield return new FrontLine(
                scope.Labels.SectionHeading(ReportSections.OutsideRange),
                string.Join("; ", outside.Select(one => $"{Name(one, outside.Count)} {(one.Range.Alert == RangeAlert.Above ? "above" : "below")}")) + ".");
        }
    }

    private static bool ShortOf(RatedIndicator one) => new[] { one.Rating, one.YtdRating }.Any(rating => rating.Band?.Standing == BandMeaning.Short);

    private static string Figures(ReportScope scope, RatedIndicator one) => one.Ytd is YearToDate.Known && one.YtdDisplayed != one.Displayed
        ? $"{one.Displayed}, {scope.Labels.Of(Labels.YearToDate).ToLowerInvariant()} {one.YtdDisplayed}" : one.Displayed;

    private static string Name(RatedIndicator one, int among) => References.Printed(one.Indicator.Ref) is not { } printed ? References.ShortTitle(one.Indicator)
        : among <= FewTitles ? $"{printed} {References.ShortTitle(one.Indicator)}" : printed;

    private static string NowOrForTheYear(ReportScope scope, BandMeaning meaning) =>
        $"{Word(scope, meaning)}, now or for the {scope.Labels.Of(Labels.YearToDate).ToLowerInvariant()}";

    /// <summary>The words of the bands with a meaning: <c>Red</c>.</summary>
    private static string Word(ReportScope scope, BandMeaning meaning) => Phrases.Joined(scope.Counted
        .SelectMany(one => scope.Rater.SchemeOf(one.Indicator).Bands)
        .Where(band => band.Standing == meaning)
        .Select(band => band.Label)
        .Distinct(StringComparer.OrdinalIgnoreCase));
}
