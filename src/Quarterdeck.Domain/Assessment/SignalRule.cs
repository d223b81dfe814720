using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Statistics.ControlCharts;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Assessment;

/// <summary>
/// Judges the latest figure by an XmR chart and says so in sentences a member understands. A break in the series begins a phase: limits come
/// from the figures since the last one.
/// </summary>
internal static class SignalRule
{
    /// <summary>Figures from which limits are shown; with fewer they move too much with each new figure.</summary>
    public const int FewestFigures = 12;

    public static SignalOutcome Judge(Indicator indicator, OwnFigures figures, TargetSet standard)
    {
        if (NotMeasurable(indicator) is { } reason)
        {
            return new SignalOutcome.NotTold(reason);
        }

        var held = figures.HeldFrom(figures.LastStart);
        if (held < FewestFigures)
        {
            var since = figures.Breaks is [.., var (_, last)] ? $" since {last.Words} in {MonthNames.Long(last.From)}" : string.Empty;
            return new SignalOutcome.NotTold(
                $"{held} {(held == 1 ? "figure is" : "figures are")} held{since}, and {FewestFigures} are needed to tell a real change from chance");
        }

        var chart = XmrChart.Of(
            figures.Values,
            [.. figures.Breaks.Select(found => found.Place)],
            new XmrOptions { Improvement = Better(indicator), FrozenPhases = figures.Frozen });
        return chart.Phases[^1].Upper is null || figures.Values[^1] is null
            ? new SignalOutcome.NotTold(figures.Values[^1] is null ? "the latest period has no figure" : "too few figures follow one another")
            : Tell(indicator, figures, chart, standard);
    }

    /// <summary>The direction of travel by the signal.</summary>
    public static DirectionOutcome Direction(Indicator indicator, SignalOutcome signal) => signal switch
    {
        SignalOutcome.Told { Chart.Variation: Variation.NeutralHigh or Variation.NeutralLow } told =>
            new DirectionOutcome(DirectionMethod.Spc, null, "no good direction is set", told.Sentence),
        SignalOutcome.Told told => new DirectionOutcome(DirectionMethod.Spc, Travel(told.Chart.Variation), null, told.Sentence),
        SignalOutcome.NotTold none => new DirectionOutcome(DirectionMethod.Spc, null, none.Reason, null),
        _ => throw new InvalidOperationException($"{indicator.Ref} has no signal and no reason for it."),
    };

    private static Direction Travel(Variation variation) => variation switch
    {
        Variation.ImprovementHigh or Variation.ImprovementLow => Directions.Direction.Improved,
        Variation.ConcernHigh or Variation.ConcernLow => Directions.Direction.Worsened,
        _ => Directions.Direction.NoClearTrend,
    };

    private static string? NotMeasurable(Indicator indicator) =>
        indicator.Unit.IsGraded ? "its figures are words"
        : indicator.Basis.Kind == BasisKind.Cumulative ? "a cumulative figure grows within its year, whatever the service does"
        : indicator.Basis.Kind == BasisKind.Rolling ? "a rolling figure shares most of its months with the one before, so that chance looks like a trend"
        : null;

    private static ImprovementDirection Better(Indicator indicator) => indicator.Polarity switch
    {
        Polarity.Higher => ImprovementDirection.Increase,
        Polarity.Lower => ImprovementDirection.Decrease,
        _ => ImprovementDirection.Neutral,
    };

    private static SignalOutcome.Told Tell(Indicator indicator, OwnFigures figures, XmrChart chart, TargetSet standard)
    {
        var phase = chart.Phases[^1];
        var assurance = indicator.Polarity == Polarity.Range
            ? standard is { Lower: { } low, Upper: { } high } ? XmrChart.AssuranceOf(phase.Lower!.Value, phase.Upper!.Value, low, high) : null
            : chart.AssuranceOf(standard.Target);
        var headline = chart.Variation switch
        {
            Variation.CommonCause => "No sign of real change",
            Variation.ImprovementHigh or Variation.ImprovementLow => "A sign of real improvement",
            Variation.ConcernHigh or Variation.ConcernLow => "A sign of real decline",
            Variation.NeutralHigh or Variation.NeutralLow => "A sign of real change",
        };
        return new SignalOutcome.Told(
            chart,
            figures.Periods,
            assurance,
            indicator.Polarity == Polarity.Range ? null : chart.AssuranceOf(standard.Floor),
            headline,
            Reason(indicator, figures, chart),
            Outlook(indicator, figures, assurance, standard));
    }

    private static string Reason(Indicator indicator, OwnFigures figures, XmrChart chart)
    {
        var (last, phase) = (chart.Points[^1], chart.Phases[^1]);
        var noun = figures.Periods[^1].Calendar.Frequency.Several();
        string Usual(decimal? figure) => FigureText.Full(indicator, Rounding.To(figure!.Value, Places(figures)));
        return last.Cause switch
        {
            SpecialCause.CommonCause => $"the last {figures.HeldFrom(phase.Start)} {noun} vary by no more than chance explains",
            SpecialCause.AboveUpperLimit => $"{figures.Periods[^1].Label} is higher than chance explains, which goes up to {Usual(phase.Upper)}",
            SpecialCause.BelowLowerLimit => $"{figures.Periods[^1].Label} is lower than chance explains, which goes down to {Usual(phase.Lower)}",
            SpecialCause.TrendIncreasing => $"the figure has risen {Run(chart, (now, before) => now > before)} {noun} in a row",
            SpecialCause.TrendDecreasing => $"the figure has fallen {Run(chart, (now, before) => now < before)} {noun} in a row",
            SpecialCause.TwoInThreeAbove => $"two of the last three {noun} are higher than is usual",
            SpecialCause.TwoInThreeBelow => $"two of the last three {noun} are lower than is usual",
            SpecialCause.ShiftAbove => $"the last {Side(chart, 1)} {noun} are all above the average of {Usual(phase.Mean)}",
            SpecialCause.ShiftBelow => $"the last {Side(chart, -1)} {noun} are all below the average of {Usual(phase.Mean)}",
        };
    }

    private static string? Outlook(Indicator indicator, OwnFigures figures, TargetAssurance? assurance, TargetSet standard)
    {
        var frequency = figures.Periods[^1].Calendar.Frequency;
        var (aim, standardWord) = indicator.Polarity == Polarity.Range ? ("lie within the expected range", "range") : ("meet the target", "target");
        var held = figures.Values.Skip(figures.LastStart).OfType<decimal>().ToList();
        var met = held.Count(value => indicator.Polarity switch
        {
            Polarity.Higher => value >= standard.Target,
            Polarity.Lower => value <= standard.Target,
            _ => value >= standard.Lower && value <= standard.Upper,
        });
        return assurance switch
        {
            TargetAssurance.Pass => $"As it runs now, it will {aim} every {frequency.One()}.",
            TargetAssurance.Fail => $"As it runs now, it will not {aim} in any {frequency.One()}: only a change in how it is run will alter that.",
            TargetAssurance.Inconsistent =>
                $"As it runs now, chance decides in which {frequency.Several()} it will {aim}: by today's {standardWord}, it did in {met} of the last "
                    + $"{held.Count}.",
            null => null,
        };
    }

    /// <summary>How many times in a row the figure went one way, to the last.</summary>
    private static int Run(XmrChart chart, Func<decimal?, decimal?, bool> goes)
    {
        var steps = 0;
        for (var row = chart.Points.Count - 1; row > chart.Phases[^1].Start && goes(chart.Points[row].Value, chart.Points[row - 1].Value); row--)
        {
            steps++;
        }

        return steps;
    }

    private static int Side(XmrChart chart, int side) => chart.Points.Skip(chart.Phases[^1].Start).Reverse().TakeWhile(point => point.Side == side).Count();

    /// <summary>As many places as the figures have, and no more than are printed.</summary>
    private static int Places(OwnFigures figures) => Math.Min(1, figures.Values.Max(value => value is { } held ? (int)held.Scale : 0));
}
