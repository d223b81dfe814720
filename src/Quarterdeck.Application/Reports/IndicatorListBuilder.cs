using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>Indicators that need a reader's attention, list by list, each with why and what has been said of it.</summary>
internal static class IndicatorListBuilder
{
    /// <summary>Below what is acceptable, by the rating the report's settings go by.</summary>
    public static ListedPart? NeedAction(ReportScope scope, string code, string heading)
    {
        if (!scope.Counted.Any())
        {
            return null;
        }

        var by = scope.Definition.ListBy ?? ListBy.Either;
        var (shown, sentences) = (new ShownRatings(scope.Labels), new StandingSentence(scope.Labels));
        var listed = scope.Counted
            .Select(one => (Rated: one, Which: Failing(one, by)))
            .Where(one => one.Which is not null)
            .Select(one => Row(scope, one.Rated, shown.Of(one.Rated, one.Which!.Value), sentences.Of(one.Rated, one.Which.Value)))
            .ToList();
        var words = Phrases.Joined(scope.Counted.SelectMany(one => scope.Rater.SchemeOf(one.Indicator).Bands)
            .Where(band => band.Standing == BandMeaning.Failing)
            .Select(band => band.Label)
            .Distinct(StringComparer.OrdinalIgnoreCase));
        var when = by switch
        {
            ListBy.Latest => "for the latest period",
            ListBy.Ytd => "for the year to date",
            ListBy.Either => "for the latest period or the year to date",
        };
        return new ListedPart(code, heading, $"{CountWords.Indicators(listed.Count)} {Is(listed.Count)} rated {words} {when}.", listed);
    }

    public static ListedPart? OutOfRange(ReportScope scope, string code, string heading)
    {
        var tested = scope.Rated.Where(one => one.Range is RangeOutcome.Tested).ToList();
        if (tested.Count == 0)
        {
            return null;
        }

        var listed = tested.Where(one => one.Range.Alert is RangeAlert.Above or RangeAlert.Below)
            .Select(one => Row(scope, one, null, new StandingSentence(scope.Labels).Of(one)))
            .ToList();
        return new ListedPart(
            code,
            heading,
            $"Of {CountWords.Indicators(tested.Count)} with an expected range, {CountWords.Number(listed.Count)} {Is(listed.Count)} outside it.",
            listed);
    }

    public static ListedPart Stale(ReportScope scope, string code, string heading)
    {
        if (scope.Today is { } today)
        {
            return Overdue(scope, code, heading, today);
        }

        var listed = scope.Rated.Where(one => one.Stale).Select(one => Row(scope, one, null,
            $"The latest result is for {one.Latest!.Value.Label}. {one.Latest.Value.Next.Label} closed in "
                + $"{MonthNames.Long(one.Latest.Value.Next.Closing)} and nothing has been returned for it."))
            .ToList();
        return new ListedPart(
            code,
            heading,
            listed.Count == 0 ? "No result is overdue." : $"{CountWords.Indicators(listed.Count)} {Is(listed.Count)} waiting for a result that is overdue.",
            listed);
    }

    /// <summary>What is past its day by the calendar, also where every indicator is.</summary>
    private static ListedPart Overdue(ReportScope scope, string code, string heading, DateOnly today)
    {
        var listed = scope.Rated
            .Select(one => (Rated: one, First: DueRule.FirstOverdue(one, scope.Rater.VersionsOf(one.Indicator.Ref), today)))
            .Where(one => one.First is not null)
            .Select(one => Row(scope, one.Rated, null, Owed(scope, one.Rated, one.First!.Value, today))).ToList();
        return new ListedPart(
            code,
            heading,
            listed.Count == 0 ? "No result is overdue." : $"{CountWords.Indicators(listed.Count)} {Is(listed.Count)} waiting for a result that is overdue.",
            listed);
    }

    /// <summary>What is overdue, by how long, and who owes it.</summary>
    private static string Owed(ReportScope scope, RatedIndicator rated, Period period, DateOnly today)
    {
        var due = DueRule.DueOn(rated.Indicator, period);
        var months = DueRule.MonthsLate(due, today);
        var late = months < 1 ? string.Empty : months == 1 ? ", a month ago" : $", {CountWords.Number(months)} months ago";
        var owner = PostHoldersBuilder.Indicator(scope, rated.Indicator.Ref)
            .Concat(rated.Indicator.Area is { } area ? PostHoldersBuilder.Area(scope, area) : []).SelectMany(post => post.Holders).FirstOrDefault();
        return $"The latest result is for {rated.Latest!.Value.Label}. {period.Label} was due on {MonthNames.Long(due)}{late}"
            + $"{(owner is null ? string.Empty : $", from the {owner}")}.";
    }

    public static ListedPart WithoutCommentary(ReportScope scope, string code, string heading)
    {
        var explained = scope.Texts.Where(text => text.Kind is CommentaryKind.Commentary or CommentaryKind.Highlight).SelectMany(text => text.Refs).ToHashSet();
        var listed = scope.Rated
            .Select(one => (Rated: one, Why: CommentaryNeeded.Because(one, scope.Definition.CommentaryFor)))
            .Where(one => one.Why is not null && !explained.Contains(one.Rated.Indicator.Ref))
            .Select(one => Row(scope, one.Rated, null, $"It is {one.Why}, and no commentary explains it."))
            .ToList();
        return new ListedPart(code, heading, listed.Count == 0
            ? "Every indicator that needs commentary has it."
            : $"{CountWords.Indicators(listed.Count)} {(listed.Count == 1 ? "needs" : "need")} commentary and {(listed.Count == 1 ? "has" : "have")} none.",
            listed);
    }

    /// <summary>The rating that lists it; null when neither does.</summary>
    public static WhichRating? Failing(RatedIndicator one, ListBy by) =>
        by != ListBy.Ytd && one.Rating.Band?.Standing == BandMeaning.Failing ? WhichRating.Latest
        : by != ListBy.Latest && one.YtdRating.Band?.Standing == BandMeaning.Failing ? WhichRating.YearToDate
        : null;

    public static ListedIndicator Row(ReportScope scope, RatedIndicator one, ShownRating? rating, string why) =>
        new(References.Named(one.Indicator), rating, why, NarrativeBuilder.Indicator(scope, one.Indicator).Commentary);

    private static string Is(int count) => count == 1 ? "is" : "are";
}
