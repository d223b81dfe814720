using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Abstractions;

/// <summary>A file of a publication.</summary>
/// <param name="Name">A file name without folders: <c>dashboard.html</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ReportFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>What could not be shown as it was typed.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}

/// <summary>One of the formats a report can be published in. Writers live outside; the program hands them in.</summary>
/// <param name="Name">As asked for: <c>html</c>.</param>
/// <param name="Write">Turns a report into the files of this format.</param>
public sealed record ReportFormat(string Name, Func<Report, IReadOnlyList<ReportFile>> Write);
