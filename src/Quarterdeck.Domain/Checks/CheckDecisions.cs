using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Publications;

namespace Quarterdeck.Domain.Checks;

/// <summary>What is left of the findings when the council's decisions about them are applied.</summary>
public static class CheckDecisions
{
    public const string NotSwitchedOff = "error-switched-off";
    public const string Unused = "decision-unused";

    /// <param name="findings">Everything found.</param>
    /// <param name="decisions">The table <c>checks</c>.</param>
    /// <param name="round">The reporting round; a decision that ended before it no longer holds.</param>
    public static IReadOnlyList<Finding> Apply(IReadOnlyList<Finding> findings, IReadOnlyList<CheckDecision> decisions, Month round)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(decisions);
        if (decisions.Count == 0)
        {
            return findings;
        }

        var inForce = decisions.Where(decision => decision.Until is not { } until || round <= until).ToList();
        var left = findings.Select(finding => Judged(finding, inForce.FindAll(decision => decision.IsAbout(finding)))).OfType<Finding>().ToList();
        left.AddRange(inForce.Where(decision => decision.State == DecisionState.Off && left.Exists(finding => IsOpenError(finding)
            && decision.IsAbout(finding)))
            .Select(TellNotSwitchedOff).ToList());
        left.AddRange(inForce.Where(decision => decision.State == DecisionState.Accepted && !findings.Any(decision.IsAbout)).Select(TellUnused));
        return left;
    }

    private static bool IsOpenError(Finding finding) => finding.Severity == Severity.Error;

    /// <summary>The finding as it is reported; null where it is switched off.</summary>
    private static Finding? Judged(Finding finding, List<CheckDecision> decisions)
    {
        if (decisions.Find(decision => decision.State == DecisionState.Accepted) is { } accepted)
        {
            return finding.AcceptedBecause(accepted.Reason);
        }

        return finding.Severity != Severity.Error && decisions.Count > 0 ? null : finding;
    }

    private static Finding TellNotSwitchedOff(CheckDecision decision) => new(
        NotSwitchedOff,
        Severity.Warning,
        $"The table checks switches {decision.Name} off, but it is an error. Errors cannot be switched off, so it is still reported.",
        "Correct the error, or write accepted in the column state if it is known and you publish it all the same.")
    {
        Ref = decision.Ref?.Value,
        File = "checks.csv",
        Row = decision.At.Row == 0 ? null : decision.At.Row,
        Column = "state",
        Value = "off",
        Expected = "accepted",
    };

    private static Finding TellUnused(CheckDecision decision) => new(
        Unused,
        Severity.Note,
        $"The table checks accepts {decision.Name}, and nothing of that name was found.",
        "Remove the row if the fault was corrected. Correct the code or the reference if it is mistyped.")
    {
        Ref = decision.Ref?.Value,
        File = "checks.csv",
        Row = decision.At.Row == 0 ? null : decision.At.Row,
        Column = "code",
        Value = decision.Code,
    };
}
