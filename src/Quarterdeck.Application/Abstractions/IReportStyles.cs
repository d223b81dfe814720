using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Application.Abstractions;

/// <summary>The look of an organisation's documents. The writers live outside; the program hands them in.</summary>
public interface IReportStyles
{
    /// <param name="pack">Its settings name the colour, the font and the logo.</param>
    /// <param name="files">Where the logo is.</param>
    ReportStyle Read(Pack pack, IPackFiles files);
}

/// <summary>The look of an organisation's documents, and the formats they can be had in.</summary>
/// <param name="Formats">Every format, in that look.</param>
/// <param name="Logo">The logo's file with nothing in it but the picture; null where there is none.</param>
/// <param name="Findings">Why the logo is not in it where it should be.</param>
public sealed record ReportStyle(IReadOnlyList<ReportFormat> Formats, ReadOnlyMemory<byte>? Logo, IReadOnlyList<Finding> Findings);
