using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Reports;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Publications;

namespace Quarterdeck.Application.Publishing;

/// <summary>The check list before a publication from a store: what stands in its way, and what somebody accepts.</summary>
internal sealed class StoreGate(IStore store, IPackFormat packs, string programVersion)
{
    /// <param name="request">What is to be published.</param>
    /// <param name="pack">What is stored.</param>
    /// <param name="definitions">The reports that are not published already as they are stored.</param>
    /// <param name="today">The day of publication.</param>
    /// <returns>The results by report; the decisions to record first; or why nothing is published.</returns>
    public static (IReadOnlyDictionary<string, GateResult> Results, IReadOnlyList<CheckDecision> Decisions, PublishOutcome? Refused) Check(
        PublishReport request, Pack pack, IReadOnlyList<ReportDefinition> definitions, DateOnly today)
    {
        var reports = definitions.Select(definition => ReportBuilder.Build(pack, definition)).ToList();
        var results = reports.ConvertAll(new PublicationGate(pack, today, []).Of);
        var (decisions, refusal) = GateWords.Accepting(request.Accept, request.Reason, ErrorsOf(results));
        if (refusal is not null)
        {
            return (new Dictionary<string, GateResult>(), [], new PublishOutcome.Refused(refusal));
        }

        var left = decisions.Count == 0 ? results : reports.ConvertAll(new PublicationGate(pack, today, decisions).Of);
        return (left.ToDictionary(result => result.Report), decisions, ErrorsOf(left) is { Count: > 0 } errors ? new PublishOutcome.Blocked(errors) : null);
    }

    /// <summary>Records the decisions as a change of its own.</summary>
    /// <returns>Whether it is recorded; else somebody changed the table meanwhile.</returns>
    public async Task<bool> RecordAsync(PublishReport request, StoredState state, IReadOnlyList<CheckDecision> decisions, CancellationToken cancellationToken)
    {
        var rows = packs.RowsOf(new Pack { Settings = new Settings([]), Indicators = [], Results = [], Decisions = decisions });
        var plan = Import.Plan(state with { Rows = [.. state.Rows.Where(row => row.Table == Table)] }, rows, keepsMissing: true);
        var change = new Change(request.Organisation, request.Author, request.Reason, "accept", programVersion, plan.Statements);
        return await store.WriteAsync(change, cancellationToken).ConfigureAwait(false) is WriteOutcome.Written;
    }

    private const string Table = "checks";

    private static IReadOnlyList<Finding> ErrorsOf(IEnumerable<GateResult> results) =>
        [.. GateResult.All(results).Where(finding => finding.Severity == Severity.Error)];
}
