using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Statistics.ControlCharts;

namespace Quarterdeck.Domain.Assessment;

/// <summary>What statistical process control says of the latest figure.</summary>
public abstract record SignalOutcome
{
    private SignalOutcome()
    {
    }

    /// <summary>Nothing, and why.</summary>
    public sealed record NotTold(string Reason) : SignalOutcome;

    /// <param name="Chart">Of every figure up to the latest; a break begins a phase.</param>
    /// <param name="Periods">One for each row of the chart.</param>
    /// <param name="Assurance">Whether chance alone lets it meet its target; null without one.</param>
    /// <param name="Floor">The same of its floor.</param>
    /// <param name="Headline"><c>No sign of real change</c>.</param>
    /// <param name="Reason">Why, as a sentence goes on after a colon.</param>
    /// <param name="Outlook">What becomes of the target as it runs now, in a sentence; null without a target.</param>
    public sealed record Told(
        XmrChart Chart, IReadOnlyList<Period> Periods, TargetAssurance? Assurance, TargetAssurance? Floor, string Headline, string Reason, string? Outlook)
        : SignalOutcome
    {
        /// <summary>All of it: <c>No sign of real change: the last 14 months vary by no more than chance explains.</c></summary>
        public string Sentence => Outlook is { } outlook ? $"{Headline}: {Reason}. {outlook}" : $"{Headline}: {Reason}.";

        /// <summary>Whether it is a sign that things get worse.</summary>
        public bool IsDecline => Chart.Variation is Variation.ConcernHigh or Variation.ConcernLow;

        /// <summary>As records say it: <c>no sign of change</c>, <c>improvement</c>, <c>concern</c>, <c>change</c>.</summary>
        public string Word => Chart.Variation switch
        {
            Variation.CommonCause => "no sign of change",
            Variation.ImprovementHigh or Variation.ImprovementLow => "improvement",
            Variation.ConcernHigh or Variation.ConcernLow => "concern",
            Variation.NeutralHigh or Variation.NeutralLow => "change",
        };
    }

    /// <summary>As records say it: <c>pass</c>, <c>fail</c>, <c>inconsistent</c>.</summary>
    public static string Of(TargetAssurance assurance) => assurance switch
    {
        TargetAssurance.Pass => "pass",
        TargetAssurance.Fail => "fail",
        TargetAssurance.Inconsistent => "inconsistent",
    };
}
