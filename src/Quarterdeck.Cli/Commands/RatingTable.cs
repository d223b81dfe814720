using Quarterdeck.Cli.Output;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Milestones;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Cli.Commands;

/// <summary>Rated records as a table for people.</summary>
internal static class RatingTable
{
    private static readonly IReadOnlyList<TextColumn<RatedIndicator>> Columns =
    [
        new("Ref", rated => rated.Indicator.Ref.Value),
        new("Indicator", rated => rated.Breakdown is { } part ? $"- {part}" : rated.Indicator.SummaryTitle) { Wraps = true },
        new("Period", rated => rated.Latest?.ShortLabel ?? string.Empty),
        new("Result", Result) { IsFigure = true, Wraps = true },
        new("Target", rated => Figure(rated, rated.Standard.Target, rated.Standard)) { IsFigure = true, GivesUp = 2 },
        new("Floor", rated => Figure(rated, rated.Standard.Floor, TargetSet.None)) { IsFigure = true, GivesUp = 1 },
        new("Rating", rated => Rating(rated.Rating, rated.Stale)) { Wraps = true, Tint = rated => Tints.Of(rated.Rating.Band) },
        new("To date", rated => rated.YtdDisplayed) { IsFigure = true },
        new("To date rating", rated => Rating(rated.YtdRating, isStale: false)) { Wraps = true, Tint = rated => Tints.Of(rated.YtdRating.Band) },
        new("Range", rated => rated.Range.Alert is { } alert ? RangeOutcome.Word(alert) : string.Empty)
        {
            Tint = rated => rated.Range.Alert is RangeAlert.Above or RangeAlert.Below ? Tint.Middling : Tint.None,
        },
        new("Direction", rated => rated.Direction.Travel is { } travel ? DirectionOutcome.Word(travel) : string.Empty) { GivesUp = 3 },
    ];

    public static void Write(Terminal terminal, IReadOnlyList<RatedIndicator> records, bool withReasons)
    {
        TextTable.Write(terminal, Columns, records);
        foreach (var rated in withReasons ? records : [])
        {
            terminal.Output.WriteLine();
            var why = $"{rated.Indicator.Ref}: {rated.Explanation}";
            foreach (var line in terminal.Width is { } width ? TextTable.Wrap(why, width) : [why])
            {
                terminal.Output.WriteLine(line);
            }
        }
    }

    /// <summary>The steps of a milestone are named where its reasons are; a cell holds their count.</summary>
    private static string Result(RatedIndicator rated) => rated.Indicator.Kind == IndicatorKind.Milestone && rated.Steps.Count > 0
        ? $"{rated.Steps.Count(step => MilestoneRule.StateOn(step, rated.AsAt.LastDay) == StepState.Met)} of {rated.Steps.Count} steps met"
        : rated.Displayed;

    private static string Figure(RatedIndicator rated, decimal? figure, TargetSet standard) =>
        figure is { } number ? FigureText.Cell(rated.Indicator, number) : standard.Text ?? string.Empty;

    private static string Rating(RatingOutcome outcome, bool isStale) => outcome switch
    {
        RatingOutcome.Rated { Source: RatingSource.Manual } manual => $"{manual.In.Label} (by hand)",
        RatingOutcome.Rated { Source: RatingSource.Carried } carried => $"{carried.In.Label} (as published)",
        RatingOutcome.Rated rated => rated.In.Label + (isStale ? " (stale)" : string.Empty),
        RatingOutcome.Unrated { Reason: NotRated.NotAKpi or NotRated.YearToDateOnly or NotRated.NoYearToDate } => string.Empty,
        RatingOutcome.Unrated { Reason: NotRated.YearToDateIncomplete } => NotRated.YearToDateIncomplete.Words(),
        RatingOutcome.Unrated unrated => unrated.Words,
        _ => throw new InvalidOperationException("An outcome is rated or unrated."),
    };
}
