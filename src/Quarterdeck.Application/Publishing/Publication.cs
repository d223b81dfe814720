using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Publishing;

/// <summary>A file as the manifest lists it.</summary>
/// <param name="Name">File name.</param>
/// <param name="Format">The format it belongs to.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Hexadecimal, lower case.</param>
public sealed record PublishedFile(string Name, string Format, long Bytes, string Sha256);

/// <summary>A report that lies in its folder.</summary>
/// <param name="Report">The report published.</param>
/// <param name="Directory">Where it lies now.</param>
/// <param name="Files">Its files, the manifest not among them.</param>
public sealed record PublishedReport(Report Report, string Directory, IReadOnlyList<PublishedFile> Files)
{
    /// <summary>What could not be shown as it was typed, file by file.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>As the store remembers it; null where no store does.</summary>
    public PublishedVersion? Version { get; init; }

    /// <summary>Whether the store remembers it from now on; else it did already, or no store does.</summary>
    public bool IsNew { get; init; }

    /// <summary>Names of the files that are not as they were when it was published.</summary>
    public IReadOnlyList<string> Different { get; init; } = [];
}

/// <summary>What is being made now.</summary>
public sealed record PublishStep(string Report, string Format);

/// <summary>What came of asking for a publication.</summary>
public abstract record Publication
{
    private Publication()
    {
    }

    /// <param name="Reports">In the pack's order; at least one.</param>
    public sealed record Done(IReadOnlyList<PublishedReport> Reports) : Publication;

    /// <summary>Asked for wrongly: nothing was written.</summary>
    /// <param name="Message">What is wrong and what is known instead.</param>
    public sealed record Refused(string Message) : Publication;

    /// <summary>The disk would not take it: what was there before is still there.</summary>
    /// <param name="Message">Where and why, and which reports were finished before it.</param>
    public sealed record Failed(string Message) : Publication;
}
