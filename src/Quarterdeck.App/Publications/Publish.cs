using System.Security.Cryptography;
using Quarterdeck.App.Reports;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.App.Publications;

/// <summary>Publishes a report of a pack: every format asked for, and the manifest, in one folder.</summary>
/// <param name="formats">The formats there are.</param>
/// <param name="version">The program's version, for the manifest.</param>
public sealed class Publish(IReadOnlyList<ReportFormat> formats, string version)
{
    /// <param name="pack">The pack.</param>
    /// <param name="report">Code of the report; null where the pack leaves no choice.</param>
    /// <param name="asked">Names of formats; empty asks for all.</param>
    /// <param name="directory">Where the files go.</param>
    public Publication To(string directory, Pack pack, string? report, IReadOnlyList<string> asked)
    {
        var known = DashboardBuilder.Definitions(pack);
        var dashboards = known.Where(one => one.Kind == ReportKind.Dashboard).ToList();
        var (definition, refusal) = Choose(known, dashboards, report);
        if (definition is null)
        {
            return new Publication.Refused(refusal!);
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

        var dashboard = DashboardBuilder.Build(pack, definition);
        var written = formats
            .Where(format => asked.Count == 0 || asked.Any(name => Same(format.Name, name)))
            .SelectMany(format => format.Write(dashboard).Select(file => (Format: format.Name, File: file)))
            .ToList();
        List<PublishedFile> listed = [.. written.Select(one => Listed(one.Format, one.File))];
        try
        {
            Shelf.Put(directory, [.. written.Select(one => one.File), new ReportFile(Manifest.Name, Manifest.Write(dashboard, version, listed))]);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new Publication.Failed($"The report could not be written to '{directory}': {problem.Message}");
        }

        return new Publication.Done(dashboard, directory, listed);
    }

    private static (ReportDefinition? Definition, string? Refusal) Choose(IReadOnlyList<ReportDefinition> known, List<ReportDefinition> dashboards, string? code)
    {
        var codes = dashboards.Count == 0 ? "none" : string.Join(", ", dashboards.Select(one => one.Code));
        if (code is null)
        {
            return dashboards.Count == 1 ? (dashboards[0], null) : (null, $"The pack has {dashboards.Count} dashboards. Say which with its code. Known dashboards: {codes}.");
        }

        var definition = known.FirstOrDefault(one => Same(one.Code, code));
        return definition switch
        {
            null => (null, $"No report of the pack is called '{code}'. Known dashboards: {codes}."),
            { Kind: not ReportKind.Dashboard } => (null, $"The report '{code}' is not a dashboard, and only dashboards can be published. Known dashboards: {codes}."),
            _ => (definition, null),
        };
    }

    private static PublishedFile Listed(string format, ReportFile file) =>
        new(file.Name, format, file.Content.Length, Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)));

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
