using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Packs;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Application.Publishing;

/// <summary>Asks for a publication again.</summary>
/// <param name="Organisation">Code of the organisation.</param>
/// <param name="Id">Its identity.</param>
/// <param name="Formats">Names of formats; empty asks for all.</param>
public sealed record ReissueReport(string Organisation, string Id, IReadOnlyList<string> Formats);

/// <param name="store">The store.</param>
/// <param name="packs">Makes a pack of rows.</param>
/// <param name="styles">The look of the documents.</param>
/// <param name="programVersion">The program's version.</param>
public sealed class ReissueReportHandler(IStore store, IPackFormat packs, IReportStyles styles, string programVersion)
{
    /// <param name="request">Which publication.</param>
    /// <param name="progress">Told of each format as it is begun; null when nobody listens.</param>
    /// <param name="cancellationToken">Stops between two formats.</param>
    public async Task<ReissueOutcome> HandleAsync(ReissueReport request, IProgress<PublishStep>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var state = await store.ReadTables(request.Organisation, [OwnTables.Publications], cancellationToken).ConfigureAwait(false);
        var all = PublishedVersion.All(state);
        if (all.FirstOrDefault(one => string.Equals(one.Id, request.Id, StringComparison.OrdinalIgnoreCase)) is not { } published)
        {
            return new ReissueOutcome.Unknown(request.Id, all.Count == 0 ? null : all[^1].Id);
        }

        var known = published.Files.Select(file => file.Format).Distinct(StringComparer.Ordinal).ToList();
        if (PublicationOrder.UnknownFormat(known, request.Formats) is { } refusal)
        {
            return new ReissueOutcome.Refused(refusal);
        }

        return await MakeAgainAsync(request, published, progress, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ReissueOutcome> MakeAgainAsync(
        ReissueReport request, PublishedVersion published, IProgress<PublishStep>? progress, CancellationToken cancellationToken)
    {
        var state = await store.ReadAfter(request.Organisation, published.Change, cancellationToken).ConfigureAwait(false);
        if (RowDigest.Of(state) != published.Inputs)
        {
            return new ReissueOutcome.Gone(published);
        }

        if (StoredPack.Of(state, packs.Read, "store").Pack is not { } pack)
        {
            return new ReissueOutcome.MadeOtherwise(published, programVersion, []);
        }

        var formats = styles.Read(pack, new FilesInStore(state)).Formats;
        var order = PublicationOrder.From(pack, published.Report, formats, request.Formats);
        var made = MadeReport.Of(ReportPublisher.Build(pack, order.Reports[0], published), formats, progress, cancellationToken);
        var different = made.Files.Where(file => order.Formats.Any(format => format.Name == file.Format) && !published.Files.Contains(file));
        return different.Select(file => file.Name).ToList() is { Count: > 0 } names
            ? new ReissueOutcome.MadeOtherwise(published, programVersion, names)
            : new ReissueOutcome.Issued(new IssuedReport(published, made.WithManifest(order.Formats, published.ProgramVersion, published.Id)));
    }
}
