using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Reports;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Publications;

namespace Quarterdeck.Application.Publishing;

/// <summary>Asks for reports of a pack as files; no store remembers them.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Report">Code of the report; null for every report of the pack.</param>
/// <param name="Formats">Names of formats; empty asks for all.</param>
/// <param name="Directory">Where the files go: of one report in the folder itself, of several each in a folder of its code.</param>
/// <param name="Today">The day of publication: what is dated later is wrong.</param>
public sealed record PublishPack(Pack Pack, string? Report, IReadOnlyList<string> Formats, string Directory, DateOnly Today)
{
    /// <summary>Whether it is only to be looked at, which no error stops.</summary>
    public bool IsDraft { get; init; }

    /// <summary>The errors that are accepted, by name: <c>dead-link:FN08</c>.</summary>
    public IReadOnlyList<string> Accept { get; init; } = [];

    /// <summary>Why they are accepted.</summary>
    public string? Reason { get; init; }

    /// <summary>Keeps the decisions in the pack; gives why it cannot, and null when it could.</summary>
    public Func<IReadOnlyList<CheckDecision>, string?> Keep { get; init; } = _ => "The decision cannot be kept in this pack.";
}

/// <param name="formats">The formats there are.</param>
/// <param name="version">The program's version, for the manifest.</param>
public sealed class PublishPackHandler(IReadOnlyList<ReportFormat> formats, string version)
{
    /// <param name="request">What to publish.</param>
    /// <param name="progress">Told of each report and format as it is begun; null when nobody listens.</param>
    /// <param name="cancellationToken">Stops between two formats; what is not finished is not put in the folder.</param>
    public PublishPackOutcome Handle(PublishPack request, IProgress<PublishStep>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var order = PublicationOrder.From(request.Pack, request.Report, formats, request.Formats);
        if ((order.Refusal ?? ReportFolder.Refusal(request.Directory)) is { } refusal)
        {
            return new PublishPackOutcome.Refused(refusal);
        }

        var (results, refused) = Gate(request, order.Reports);
        if (refused is not null)
        {
            return refused;
        }

        var done = new List<PublishedReport>();
        foreach (var (definition, result) in order.Reports.Zip(results))
        {
            var folder = order.Reports.Count > 1 ? Path.Combine(request.Directory, definition.Code) : request.Directory;
            var report = ReportBuilder.Build(request.Pack, definition, accepted: result.Accepted);
            var made = RenderedReport.Of(report, order.Formats, progress, cancellationToken);
            try
            {
                ReportFolder.Write(folder, made.WithManifest(order.Formats, version));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return new PublishPackOutcome.NotWritten(definition.Code, folder, problem.Message, done);
            }

            done.Add(new PublishedReport(made.Report, folder, made.Files) { Findings = [.. made.Contents.SelectMany(file => file.Findings)] });
        }

        return new PublishPackOutcome.Written(done) { Lesser = GateWords.Lesser(GateResult.All(results)) };
    }

    /// <summary>The check list's results for each report; or why nothing is published.</summary>
    private static (IReadOnlyList<GateResult> Results, PublishPackOutcome? Refused) Gate(PublishPack request, IReadOnlyList<ReportDefinition> definitions)
    {
        var reports = definitions.Select(definition => ReportBuilder.Build(request.Pack, definition)).ToList();
        IReadOnlyList<GateResult> results = Run([]);
        if (request.IsDraft)
        {
            return (results, null);
        }

        var (decisions, refusal) = GateWords.Accepting(request.Accept, request.Reason, ErrorsOf(results));
        if (refusal is not null)
        {
            return ([], new PublishPackOutcome.Refused(refusal));
        }

        results = decisions.Count == 0 ? results : Run(decisions);
        return ErrorsOf(results) is { Count: > 0 } errors ? ([], new PublishPackOutcome.Blocked(errors))
            : decisions.Count > 0 && request.Keep(decisions) is { } why ? ([], new PublishPackOutcome.Refused(why))
            : (results, null);

        List<GateResult> Run(IReadOnlyList<CheckDecision> accepted)
        {
            var gate = new PublicationGate(request.Pack, request.Today, accepted);
            return reports.ConvertAll(gate.Of);
        }
    }

    private static IReadOnlyList<Finding> ErrorsOf(IEnumerable<GateResult> results) =>
        [.. GateResult.All(results).Where(finding => finding.Severity == Severity.Error)];
}

/// <summary>What came of asking for the reports of a pack.</summary>
public abstract record PublishPackOutcome
{
    private PublishPackOutcome()
    {
    }

    /// <summary>What happened, in a sentence.</summary>
    public abstract string Sentence { get; }

    /// <param name="Reports">In the pack's order; at least one.</param>
    public sealed record Written(IReadOnlyList<PublishedReport> Reports) : PublishPackOutcome
    {
        /// <summary>How many warnings and notes the check list has; null where there are no warnings.</summary>
        public string? Lesser { get; init; }

        public override string Sentence => $"Written: {string.Join(", ", Reports.Select(one => one.Report.Definition.Code))}.";
    }

    /// <summary>Asked for wrongly; nothing was written.</summary>
    /// <param name="Why">What is wrong and what is known instead.</param>
    public sealed record Refused(string Why) : PublishPackOutcome
    {
        public override string Sentence => Why;
    }

    /// <summary>The check list found errors that nobody accepted; nothing was written.</summary>
    /// <param name="Errors">Each once.</param>
    public sealed record Blocked(IReadOnlyList<Finding> Errors) : PublishPackOutcome
    {
        public override string Sentence => GateWords.Blocked(Errors);
    }

    /// <summary>The disk would not take it; what was there before is still there.</summary>
    /// <param name="Report">Code of the report.</param>
    /// <param name="Directory">Where it was to be written.</param>
    /// <param name="Why">Why not.</param>
    /// <param name="Before">The reports that were written before it.</param>
    public sealed record NotWritten(string Report, string Directory, string Why, IReadOnlyList<PublishedReport> Before) : PublishPackOutcome
    {
        public override string Sentence => $"The report '{Report}' could not be written to '{Directory}': {Why}"
            + (Before.Count == 0 ? string.Empty : $" Published before that: {string.Join(", ", Before.Select(one => one.Report.Definition.Code))}.");
    }
}
