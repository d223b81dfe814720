using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Reports;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Application.Publishing;

/// <summary>Asks for reports of a pack as files; no store remembers them.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Report">Code of the report; null for every report of the pack.</param>
/// <param name="Formats">Names of formats; empty asks for all.</param>
/// <param name="Directory">Where the files go: of one report in the folder itself, of several each in a folder of its code.</param>
public sealed record PublishPack(Pack Pack, string? Report, IReadOnlyList<string> Formats, string Directory);

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

        var done = new List<PublishedReport>();
        foreach (var definition in order.Reports)
        {
            var folder = order.Reports.Count > 1 ? Path.Combine(request.Directory, definition.Code) : request.Directory;
            var made = RenderedReport.Of(ReportBuilder.Build(request.Pack, definition), order.Formats, progress, cancellationToken);
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

        return new PublishPackOutcome.Written(done);
    }
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
        public override string Sentence => $"Written: {string.Join(", ", Reports.Select(one => one.Report.Definition.Code))}.";
    }

    /// <summary>Asked for wrongly; nothing was written.</summary>
    /// <param name="Why">What is wrong and what is known instead.</param>
    public sealed record Refused(string Why) : PublishPackOutcome
    {
        public override string Sentence => Why;
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
