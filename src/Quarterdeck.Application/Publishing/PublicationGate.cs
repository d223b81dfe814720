using Quarterdeck.Application.Statistics;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Checks;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Publications;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Publishing;

/// <summary>
/// Runs the check list on reports that are to be published, each as at its round. An error that nobody accepted stops the publication. Age is
/// left out: a publication never changes by the clock.
/// </summary>
/// <param name="pack">What the reports are made from.</param>
/// <param name="today">The day of publication: what is dated later is wrong.</param>
/// <param name="accepted">Decisions beside those of the pack.</param>
internal sealed class PublicationGate(Pack pack, DateOnly today, IReadOnlyList<CheckDecision> accepted)
{
    private readonly Dictionary<Month, IReadOnlyList<RatedIndicator>> _rated = [];
    private readonly Rater _rater = new(pack, MathNetDistributions.Instance);

    /// <param name="report">One of the pack's reports, as it would be published.</param>
    public GateResult Of(Report report)
    {
        var round = report.Title.ResultsTo;
        var refs = report.Rated.Select(one => one.Indicator.Ref.Value).ToHashSet(StringComparer.Ordinal);
        var rated = _rated.TryGetValue(round, out var known) ? known : _rated[round] = _rater.RateAll(round);
        var shown = Shown(report, round);
        var found = CheckList.Run(shown, rated, today, isAgeLeftOut: true, MathNetDistributions.Instance)
            .Where(finding => finding.Ref is null || refs.Contains(finding.Ref)).ToList();
        return new GateResult(report.Definition.Code, CheckDecisions.Apply(found, [.. pack.Decisions, .. accepted], round));
    }

    /// <summary>The pack as far as the report shows it: its own definition, its own round's texts, and the tables only if it prints them.</summary>
    private Pack Shown(Report report, Month round)
    {
        var texts = pack.Commentary.Where(entry => entry.Round <= round).ToList();
        var last = texts.Count == 0 ? round : texts.Max(entry => entry.Round);
        return pack with
        {
            Reports = [report.Definition],
            Commentary = [.. texts.Where(entry => entry.Round == last)],
            Tables = report.Parts.Any(part => part is FreeTablesPart) ? pack.Tables : [],
        };
    }
}

/// <summary>What the check list says of one report.</summary>
/// <param name="Report">Its code.</param>
/// <param name="Findings">What is left once the council's decisions are applied.</param>
internal sealed record GateResult(string Report, IReadOnlyList<Finding> Findings)
{
    public IEnumerable<Finding> Errors => Findings.Where(finding => finding.Severity == Severity.Error);

    public IReadOnlyList<AcceptedError> Accepted =>
    [
        .. Findings.Where(finding => finding.Accepted is not null)
            .Select(finding => new AcceptedError(finding.Code, finding.Ref, finding.Found, finding.Accepted!)),
    ];

    /// <summary>The findings of several reports, each once.</summary>
    public static IReadOnlyList<Finding> All(IEnumerable<GateResult> results) => [.. results.SelectMany(result => result.Findings).Distinct()];
}

/// <summary>What a person may do about errors that stop a publication.</summary>
internal static class GateWords
{
    public static string Name(Finding finding) => finding.Ref is null ? finding.Code : $"{finding.Code}:{finding.Ref}";

    /// <summary>That nothing was published, and the two ways on.</summary>
    public static string Blocked(IReadOnlyList<Finding> errors) =>
        $"Nothing was published: the check list found {(errors.Count == 1 ? "an error" : $"{errors.Count} errors")}. Correct "
        + $"{(errors.Count == 1 ? "it" : "them")}. "
        + $"If you know of {(errors.Count == 1 ? "it" : "them")} and want to publish all the same, accept each by name and say why: "
        + $"{string.Join(' ', errors.Select(Name).Distinct().Select(name => $"--accept {name}"))} --reason \"...\". The publication prints the reason.";

    /// <summary>Warnings and notes in one sentence; null where there are none.</summary>
    public static string? Lesser(IReadOnlyList<Finding> findings)
    {
        var (warnings, notes) = (findings.Count(finding => finding.Severity == Severity.Warning), findings.Count(finding => finding.Severity == Severity.Note));
        return warnings == 0 ? null
            : $"The check list has {Count(warnings, "warning")}{(notes == 0 ? string.Empty : $" and {Count(notes, "note")}")} on what was published.";
    }

    /// <summary>The decisions that accept these names; or why one of them cannot be accepted.</summary>
    /// <param name="names">As typed: <c>dead-link:FN08</c>, or <c>total-differs</c> for every error of the code.</param>
    /// <param name="reason">Why.</param>
    /// <param name="errors">What stands in the way.</param>
    public static (IReadOnlyList<CheckDecision> Decisions, string? Refusal) Accepting(
        IReadOnlyList<string> names, string? reason, IReadOnlyList<Finding> errors)
    {
        if (names.Count > 0 && string.IsNullOrWhiteSpace(reason))
        {
            return ([], "To accept an error, say why with --reason: the publication prints it.");
        }

        var decisions = new List<CheckDecision>();
        foreach (var name in names)
        {
            var colon = name.IndexOf(':', StringComparison.Ordinal);
            var (code, reference) = colon < 0 ? (name, null) : (name[..colon], name[(colon + 1)..]);
            if (errors.FirstOrDefault(error => Same(error.Code, code) && (reference is null || Same(error.Ref, reference))) is not { } error)
            {
                return ([], errors.Count == 0 ? $"There is no error '{name}' to accept: the check list found none."
                    : $"There is no error '{name}' to accept. The errors are: {string.Join(", ", errors.Select(Name).Distinct())}.");
            }

            decisions.Add(new CheckDecision
            {
                Code = error.Code,
                Ref = reference is null ? null : new Domain.Indicators.IndicatorRef(error.Ref!),
                State = DecisionState.Accepted,
                Reason = reason!.Trim(),
            });
        }

        return (decisions, null);
    }

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
