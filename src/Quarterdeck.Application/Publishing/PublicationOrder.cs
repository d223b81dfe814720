using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Reports;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Publishing;

/// <summary>What is to be published, looked through before anything is made.</summary>
internal sealed class PublicationOrder
{
    private readonly string _directory;
    private readonly bool _isFolderEach;

    private PublicationOrder(string directory, bool isFolderEach, IReadOnlyList<ReportDefinition> reports, IReadOnlyList<ReportFormat> formats)
    {
        (_directory, _isFolderEach, Reports, Formats) = (directory, isFolderEach, reports, formats);
    }

    /// <summary>At least one, in the pack's order.</summary>
    public IReadOnlyList<ReportDefinition> Reports { get; }

    public IReadOnlyList<ReportFormat> Formats { get; }

    /// <summary>Why it cannot be done as asked, and what is known instead; null when it can.</summary>
    public string? Refusal { get; private init; }

    /// <param name="directory">Where the files go: of one report in the folder itself, of several each in a folder of its code.</param>
    /// <param name="pack">The pack.</param>
    /// <param name="report">Code of the report; null for every report of the pack.</param>
    /// <param name="formats">The formats there are.</param>
    /// <param name="asked">Names of formats; empty asks for all.</param>
    public static PublicationOrder Of(string directory, Pack pack, string? report, IReadOnlyList<ReportFormat> formats, IReadOnlyList<string> asked)
    {
        var known = ReportBuilder.Definitions(pack);
        List<ReportDefinition> wanted = report is null ? [.. known] : [.. known.Where(one => Same(one.Code, report))];
        List<ReportFormat> chosen = [.. formats.Where(format => asked.Count == 0 || asked.Any(name => Same(format.Name, name)))];
        var unknown = asked.FirstOrDefault(name => !formats.Any(format => Same(format.Name, name)));
        return new PublicationOrder(directory, report is null && known.Count > 1, wanted, chosen)
        {
            Refusal = wanted.Count == 0 ? $"No report of the pack is called '{report}'. Known reports: {string.Join(", ", known.Select(one => one.Code))}."
                : unknown is not null ? $"No format is called '{unknown}'. Known formats: {string.Join(", ", formats.Select(format => format.Name))}."
                : File.Exists(directory) ? $"'{directory}' is a file. Name a folder for the report, new or existing."
                : null,
        };
    }

    public string FolderOf(ReportDefinition report) => _isFolderEach ? Path.Combine(_directory, report.Code) : _directory;

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
