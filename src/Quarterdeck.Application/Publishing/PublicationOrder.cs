using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Reports;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Application.Publishing;

/// <summary>What is to be published, looked through before anything is made.</summary>
/// <param name="Reports">At least one, in the pack's order.</param>
/// <param name="Formats">The formats asked for.</param>
/// <param name="Refusal">Why it cannot be done as asked, and what is known instead; null when it can.</param>
internal sealed record PublicationOrder(IReadOnlyList<ReportDefinition> Reports, IReadOnlyList<ReportFormat> Formats, string? Refusal)
{
    /// <param name="pack">The pack.</param>
    /// <param name="report">Code of the report; null for every report of the pack.</param>
    /// <param name="formats">The formats there are.</param>
    /// <param name="asked">Names of formats; empty asks for all.</param>
    public static PublicationOrder From(Pack pack, string? report, IReadOnlyList<ReportFormat> formats, IReadOnlyList<string> asked)
    {
        var known = ReportBuilder.Definitions(pack);
        List<ReportDefinition> wanted = report is null ? [.. known] : [.. known.Where(one => Same(one.Code, report))];
        List<ReportFormat> chosen = [.. formats.Where(format => asked.Count == 0 || asked.Any(name => Same(format.Name, name)))];
        var refusal = wanted.Count == 0 ? $"No report of the pack is called '{report}'. Known reports: {string.Join(", ", known.Select(one => one.Code))}."
            : UnknownFormat([.. formats.Select(format => format.Name)], asked);
        return new PublicationOrder(wanted, chosen, refusal);
    }

    /// <summary>That a format is not among those there are; null where all are.</summary>
    public static string? UnknownFormat(IReadOnlyList<string> known, IReadOnlyList<string> asked) =>
        asked.FirstOrDefault(name => !known.Any(one => Same(one, name))) is { } unknown
            ? $"No format is called '{unknown}'. Known formats: {string.Join(", ", known)}." : null;

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
