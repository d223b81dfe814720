using System.Security.Cryptography;
using Quarterdeck.App.Reports;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.App.Publications;

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
        var known = ReportBuilder.Definitions(pack);
        List<ReportDefinition> wanted = report is null ? [.. known] : [.. known.Where(one => Same(one.Code, report))];
        if (wanted.Count == 0)
        {
            return new Publication.Refused($"No report of the pack is called '{report}'. Known reports: {string.Join(", ", known.Select(one => one.Code))}.");
        }

        var unknown = asked.Where(name => !formats.Any(format => Same(format.Name, name))).ToList();
        if (unknown.Count > 0)
        {
            return new Publication.Refused($"No format is called '{unknown[0]}'. Known formats: {string.Join(", ", formats.Select(format => format.Name))}.");
        }

        if (File.Exists(directory))
        {
            return new Publication.Refused($"'{directory}' is a file. Name a folder for the report, new or existing.");
        }

        List<ReportFormat> chosen = [.. formats.Where(format => asked.Count == 0 || asked.Any(name => Same(format.Name, name)))];
        var done = new List<PublishedReport>();
        foreach (var definition in wanted)
        {
            var folder = report is null && known.Count > 1 ? Path.Combine(directory, definition.Code) : directory;
            try
            {
                done.Add(One(folder, ReportBuilder.Build(pack, definition), chosen, progress, stop));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return new Publication.Failed($"The report '{definition.Code}' could not be written to '{folder}': {problem.Message}{Before(done)}");
            }
        }

        return new Publication.Done(done);
    }

    private PublishedReport One(string folder, Report report, List<ReportFormat> chosen, IProgress<PublishStep>? progress, CancellationToken stop)
    {
        var written = new List<(string Format, ReportFile File)>();
        foreach (var format in chosen)
        {
            stop.ThrowIfCancellationRequested();
            progress?.Report(new PublishStep(report.Definition.Code, format.Name));
            written.AddRange(format.Write(report).Select(file => (format.Name, file)));
        }

        List<PublishedFile> listed = [.. written.Select(one => Listed(one.Format, one.File))];
        stop.ThrowIfCancellationRequested();
        Shelf.Put(folder, [.. written.Select(one => one.File), new ReportFile(Manifest.Name, Manifest.Write(report, version, listed))]);
        return new PublishedReport(report, folder, listed) { Findings = [.. written.SelectMany(one => one.File.Findings)] };
    }

    private static string Before(List<PublishedReport> done) =>
        done.Count == 0 ? string.Empty : $" Published before that: {string.Join(", ", done.Select(one => one.Report.Definition.Code))}.";

    private static PublishedFile Listed(string format, ReportFile file) =>
        new(file.Name, format, file.Content.Length, Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)));

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
