using Quarterdeck.Domain.Reports;

namespace Quarterdeck.App.Publications;

/// <summary>A file as the manifest lists it.</summary>
/// <param name="Name">File name.</param>
/// <param name="Format">The format it belongs to.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Hexadecimal, lower case.</param>
public sealed record PublishedFile(string Name, string Format, long Bytes, string Sha256);

/// <summary>What came of asking for a publication.</summary>
public abstract record Publication
{
    private Publication()
    {
    }

    /// <param name="Report">The report published.</param>
    /// <param name="Directory">Where it lies now.</param>
    /// <param name="Files">Its files, the manifest not among them.</param>
    public sealed record Done(Dashboard Report, string Directory, IReadOnlyList<PublishedFile> Files) : Publication;

    /// <summary>Asked for wrongly: nothing was written.</summary>
    /// <param name="Message">What is wrong and what is known instead.</param>
    public sealed record Refused(string Message) : Publication;

    /// <summary>The disk would not take it: what was there before is still there.</summary>
    /// <param name="Message">Where and why.</param>
    public sealed record Failed(string Message) : Publication;
}
