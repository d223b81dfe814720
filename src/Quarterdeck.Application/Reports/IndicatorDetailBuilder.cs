using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Objectives;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>What a reader wants to know of one indicator beyond its row.</summary>
internal static class IndicatorDetailBuilder
{
    /// <param name="scope">The report.</param>
    /// <param name="rated">The record.</param>
    /// <param name="trend">How much of its history is shown.</param>
    public static IndicatorDetail Build(ReportScope scope, RatedIndicator rated, (int Periods, bool WithTargets)? trend = null) => new()
    {
        Rated = rated,
        Heading = References.Heading(rated.Indicator),
        ShortHeading = References.ShortHeading(rated.Indicator),
        Explanation = rated.Explanation,
        Sentence = new StandingSentence(scope.Labels).Of(rated),
        Rating = rated.Indicator.IsRated ? new ShownRatings(scope.Labels).Of(rated, Counts.Only(rated)) : null,
        Alert = rated.Range.Alert,
        Directions = [.. rated.Directions.Where(_ => rated.Indicator.IsRated && rated.Indicator.Kind != IndicatorKind.Milestone && rated.Latest is not null)
            .Select(one => Direction(rated, one))],
        Definition = [.. new[] { rated.Indicator.Definition, rated.Indicator.DataNote }.OfType<string>()],
        Objectives = [
            .. rated.Indicator.Objectives.Select(code => scope.Pack.Objectives.FirstOrDefault(one => Same(one.Code, code))).OfType<Objective>().Select(Title)
        ],
        Posts = PostHoldersBuilder.Indicator(scope, rated.Indicator.Ref),
        Peers = PeerComparisonBuilder.Build(scope, rated),
        Breakdowns = [.. rated.Breakdowns.Select(part => Part(scope, part))],
        Trend = TrendBuilder.Build(scope, rated, trend ?? (TrendBuilder.Longest, false)),
    };

    public static ShownDirection Direction(RatedIndicator rated, DirectionOutcome outcome)
    {
        var latest = rated.Latest!.Value;
        var against = outcome.Method switch
        {
            DirectionMethod.Previous => $"compared with {latest.Previous.Label}",
            DirectionMethod.Attainment => $"as a share of the target, compared with {latest.Previous.Label}",
            DirectionMethod.SamePeriodLastYear => $"compared with {latest.YearBefore.Label}",
            DirectionMethod.RelativeToTarget => $"as distance from the target, compared with {latest.Previous.Label}",
            DirectionMethod.Baseline => "compared with the baseline",
            DirectionMethod.Regression => $"by the line through the figures up to {latest.Label}",
            DirectionMethod.Spc => "against what chance alone explains",
        };
        var words = outcome.Travel is null ? $"not judged {against}: {outcome.Reason}" : against;
        return new ShownDirection(outcome.Travel, outcome.Note is { } note ? $"{words}. {note}" : words + ".");
    }

    private static BreakdownRow Part(ReportScope scope, RatedIndicator part)
    {
        var target = part.Standard.Target is { } number ? FigureText.Full(part.Indicator, number) : part.Standard.Text;
        var isRated = part.Indicator.IsRated && part.Standard.Row is not null;
        return new BreakdownRow(
            part.Breakdown!,
            part.Latest?.Label ?? string.Empty,
            part.Displayed.Length > 0 ? part.Displayed : scope.Labels.Of(Labels.NoResult),
            target,
            isRated ? new ShownRatings(scope.Labels).Of(part.Rating) : null);
    }

    private static string Title(Objective objective) => objective.Kind switch
    {
        ObjectiveKind.Plan => $"Plan: {objective.Title}",
        ObjectiveKind.Ambition => $"Ambition: {objective.Title}",
        ObjectiveKind.Priority => $"Priority: {objective.Title}",
        ObjectiveKind.CoreArea => $"Core service area: {objective.Title}",
        ObjectiveKind.Outcome => $"Outcome: {objective.Title}",
        null => objective.Title,
    };

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
