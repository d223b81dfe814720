using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Application.Publishing;

/// <summary>Asks that what a store holds is published, and remembered as published.</summary>
/// <param name="Organisation">Code of the organisation.</param>
/// <param name="Report">Code of the report; null for every report of the pack.</param>
/// <param name="Formats">Names of the formats given out; empty for all. All are remembered.</param>
/// <param name="Author">Who answers for it.</param>
/// <param name="Reason">Why it is published.</param>
public sealed record PublishReport(string Organisation, string? Report, IReadOnlyList<string> Formats, string Author, string Reason)
{
    /// <summary>The errors that are accepted, by name: <c>dead-link:FN08</c>. The reason is that of the publication.</summary>
    public IReadOnlyList<string> Accept { get; init; } = [];

    /// <summary>What is written in the same change: with the publication, or not at all.</summary>
    public IReadOnlyList<RowWrite> AlsoWritten { get; init; } = [];

    /// <summary>The moment it is published at; null for now. Everything is made before it, and nothing written.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Awaited when everything is made, before anything is written.</summary>
    public Func<CancellationToken, Task> BeforeWriting { get; init; } = _ => Task.CompletedTask;
}

/// <param name="store">The store.</param>
/// <param name="packs">Makes a pack of rows.</param>
/// <param name="styles">The look of the documents.</param>
/// <param name="clock">Says when.</param>
/// <param name="programVersion">Recorded with the publication.</param>
public sealed class PublishReportHandler(IStore store, IPackFormat packs, IReportStyles styles, TimeProvider clock, string programVersion)
{
    /// <param name="request">What to publish.</param>
    /// <param name="progress">Told of each report and format as it is begun; null when nobody listens.</param>
    /// <param name="cancellationToken">Stops before anything is remembered.</param>
    public Task<PublishOutcome> HandleAsync(PublishReport request, IProgress<PublishStep>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new ReportPublisher(store, packs, styles, clock, programVersion).PublishAsync(request, isCorrection: false, progress, cancellationToken);
    }
}
