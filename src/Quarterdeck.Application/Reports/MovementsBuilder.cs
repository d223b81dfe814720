using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>Which ratings changed since the last report, or since each indicator's own period before.</summary>
internal static class MovementsBuilder
{
    /// <param name="scope">The report.</param>
    /// <param name="code">Of the section.</param>
    /// <param name="heading">Of the section.</param>
    /// <param name="since">Since when, in words; null: by the settings of the report.</param>
    public static MovementsPart? Part(ReportScope scope, string code, string heading, string? since = null)
    {
        var compared = All(scope).ToList();
        return compared.Count == 0 ? null : new MovementsPart(code, heading, Sentence(scope, compared, since), [.. compared
            .Where(one => one.Movement is not null)
            .OrderBy(one => one.Movement!.Kind)
            .Select(one => one.Movement!)]);
    }

    /// <summary>The changes counted: <c>2 ratings improved and 1 worsened since July 2025.</c></summary>
    public static string? Sentence(ReportScope scope) => All(scope).ToList() is { Count: > 0 } compared ? Sentence(scope, compared) : null;

    private static string Sentence(ReportScope scope, List<(RatedIndicator Rated, Movement? Movement)> compared, string? words = null)
    {
        var kinds = new (MovementKind Kind, string One, string Several)[]
        {
            (MovementKind.Improved, "improved", "improved"),
            (MovementKind.Worsened, "worsened", "worsened"),
            (MovementKind.NewlyRated, "is new", "are new"),
            (MovementKind.NoLongerRated, "is no longer given", "are no longer given"),
        };
        var said = kinds
            .Select(kind => (kind, Count: compared.Count(one => one.Movement?.Kind == kind.Kind)))
            .Where(each => each.Count > 0)
            .Select((each, index) => $"{each.Count}{(index > 0 ? string.Empty : each.Count == 1 ? " rating" : " ratings")} "
                + $"{(each.Count == 1 ? each.kind.One : each.kind.Several)}")
            .ToList();
        var since = words ?? "since " + (scope.Definition.Since is { } month ? MonthNames.Long(month) : "the period before");
        return said.Count == 0 ? $"No rating changed {since}." : $"{Phrases.Joined(said)} {since}.";
    }

    /// <summary>Every counted indicator that was rated then or is now, with its change; null if nothing changed.</summary>
    private static IEnumerable<(RatedIndicator Rated, Movement? Movement)> All(ReportScope scope)
    {
        var shown = new ShownRatings(scope.Labels);
        foreach (var one in scope.Counted)
        {
            var which = Counts.Only(one);
            var now = Counts.Outcome(one, which);
            var earlier = scope.Definition.Since is { } since ? scope.Rater.Rate(one.Indicator.Ref, since) : null;
            var before = earlier is null ? one.PreviousRating : Counts.Outcome(earlier, Counts.Only(earlier));

            // What had no result at the last report has not changed since; a milestone's step that came due has.
            var isFirst = earlier is { Latest: null } && one.Indicator.Kind != IndicatorKind.Milestone;
            if (before.Band is null && now.Band is null || isFirst)
            {
                continue;
            }

            yield return (one, Kind(one.Indicator, before.Band, now.Band) is { } kind
                ? new Movement(References.Named(one.Indicator), kind, shown.Of(before), shown.Of(one, which)) : null);
        }
    }

    private static MovementKind? Kind(Indicator indicator, Band? before, Band? now) => (before, now) switch
    {
        // The first step that came due and was missed is a step back, not a new rating.
        (null, { Standing: BandMeaning.Failing }) when indicator.Kind == IndicatorKind.Milestone => MovementKind.Worsened,
        (null, _) => MovementKind.NewlyRated,
        (_, null) => MovementKind.NoLongerRated,
        _ when (now.Standing, now.Order).CompareTo((before.Standing, before.Order)) is var way and not 0 =>
            way < 0 ? MovementKind.Improved : MovementKind.Worsened,
        _ => null,
    };
}
