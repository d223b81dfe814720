using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Application.Publishing;

/// <summary>Asks that what was published wrongly is published again as a correction.</summary>
/// <param name="Organisation">Code of the organisation.</param>
/// <param name="Report">Code of the report; null for every report of the pack.</param>
/// <param name="Formats">Names of the formats given out; empty for all. All are remembered.</param>
/// <param name="Author">Who answers for it.</param>
/// <param name="Reason">What was wrong, for readers: it stands on the first page.</param>
public sealed record CorrectReport(string Organisation, string? Report, IReadOnlyList<string> Formats, string Author, string Reason)
{
    /// <inheritdoc cref="PublishReport.Accept"/>
    public IReadOnlyList<string> Accept { get; init; } = [];
}

/// <inheritdoc cref="PublishReportHandler"/>
public sealed class CorrectReportHandler(IStore store, IPackFormat packs, IReportStyles styles, TimeProvider clock, string programVersion)
{
    /// <inheritdoc cref="PublishReportHandler.HandleAsync"/>
    public Task<PublishOutcome> HandleAsync(CorrectReport request, IProgress<PublishStep>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var corrected = new PublishReport(request.Organisation, request.Report, request.Formats, request.Author, request.Reason) { Accept = request.Accept };
        return new ReportPublisher(store, packs, styles, clock, programVersion).PublishAsync(corrected, isCorrection: true, progress, cancellationToken);
    }
}
