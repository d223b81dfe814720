using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Reports;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Application.Publishing;

/// <summary>Publishes reports of a pack: every format asked for, and the manifest, in one folder a report.</summary>
/// <param name="formats">The formats there are.</param>
/// <param name="version">The program's version, for the manifest.</param>
public sealed class Publish(IReadOnlyList<ReportFormat> formats, string version)
{
    /// <param name="directory">Where the files go: of one report in the folder itself, of several each in a folder of its code.</param>
    /// <param name="pack">The pack.</param>
    /// <param name="report">Code of the report; null for every report of the pack.</param>
    /// <param name="asked">Names of formats; empty asks for all.</param>
    /// <param name="progress">Told of each report and format as it is begun; null when nobody listens.</param>
    /// <param name="stop">Stops between two formats; what is not finished is not put in the folder.</param>
    public Publication To(string directory, Pack pack, string? report, IReadOnlyList<string> asked, IProgress<PublishStep>? progress = null, CancellationToken stop = default)
    {
        var order = PublicationOrder.Of(directory, pack, report, formats, asked);
        if (order.Refusal is { } refusal)
        {
            return new Publication.Refused(refusal);
        }

        var done = new List<PublishedReport>();
        foreach (var definition in order.Reports)
        {
            var folder = order.FolderOf(definition);
            try
            {
                done.Add(MadeReport.Of(ReportBuilder.Build(pack, definition), order.Formats, progress, stop).Put(folder, version));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return new Publication.Failed($"The report '{definition.Code}' could not be written to '{folder}': {problem.Message}{Before(done)}");
            }
        }

        return new Publication.Done(done);
    }

    private static string Before(List<PublishedReport> done) =>
        done.Count == 0 ? string.Empty : $" Published before that: {string.Join(", ", done.Select(one => one.Report.Definition.Code))}.";
}
