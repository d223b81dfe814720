using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Packs;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Application.Publishing;

/// <summary>Asks for a publication again: its kept files, and proof that they can still be made where this version of the program made them.</summary>
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
        var state = await store.ReadTablesAsync(request.Organisation, [SystemTables.Publications], cancellationToken).ConfigureAwait(false);
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

        var again = await MakeAgainAsync(request, published, progress, cancellationToken).ConfigureAwait(false);
        if (await KeptFiles.ReadAsync(store, request.Organisation, published, request.Formats, cancellationToken).ConfigureAwait(false) is { } kept)
        {
            return new ReissueOutcome.Issued(new IssuedReport(published, kept), again.Proof);
        }

        if (again is { Proof: ReissueProof.Same, Made: { } made })
        {
            var formats = KeptFiles.Asked(published, request.Formats).Select(file => file.Format).ToHashSet(StringComparer.Ordinal);
            return new ReissueOutcome.Issued(
                new IssuedReport(published, made.WithManifest(formats.Contains, published.ProgramVersion, published.Id)),
                again.Proof);
        }

        return await WhyNotAsync(request, published, again, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the files asked for again from what they were made from, and compares them with those published.</summary>
    private async Task<Again> MakeAgainAsync(
        ReissueReport request, PublishedVersion published, IProgress<PublishStep>? progress, CancellationToken cancellationToken)
    {
        var isKept =
            (await store.PublicationFilesAsync(request.Organisation, published.Id, cancellationToken).ConfigureAwait(false)).Any(file => !file.IsErased);
        if (isKept && published.ProgramVersion != programVersion)
        {
            return new Again(ReissueProof.OtherProgram, null, []);
        }

        var state = await store.ReadAfterAsync(request.Organisation, published.Change, cancellationToken).ConfigureAwait(false);
        if (RowDigest.Of(state) != published.Inputs)
        {
            return new Again(ReissueProof.InputsGone, null, []);
        }

        if (StoredPack.Of(state, packs.Read, "store").Pack is not { } pack)
        {
            return new Again(ReissueProof.Different, null, []);
        }

        var formats = styles.Read(pack, new FilesInStore(state)).Formats;
        var order = PublicationOrder.From(pack, published.Report, formats, request.Formats);
        var made = RenderedReport.Of(ReportPublisher.Build(pack, order.Reports[0], published), order.Formats, progress, cancellationToken);
        List<string> different = [.. KeptFiles.Asked(published, request.Formats).Except(made.Files).Select(file => file.Name)];
        return new Again(different.Count == 0 ? ReissueProof.Same : ReissueProof.Different, made, different);
    }

    private async Task<ReissueOutcome> WhyNotAsync(ReissueReport request, PublishedVersion published, Again again, CancellationToken cancellationToken)
    {
        var entries = await store.PublicationFilesAsync(request.Organisation, published.Id, cancellationToken).ConfigureAwait(false);
        var asked = KeptFiles.Asked(published, request.Formats).Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        List<string> erased = [.. entries.Where(file => file.IsErased && asked.Contains(file.Name)).Select(file => file.Name)];
        return erased.Count > 0 ? new ReissueOutcome.Erased(published, erased)
            : again.Proof == ReissueProof.InputsGone ? new ReissueOutcome.Gone(published)
            : new ReissueOutcome.MadeOtherwise(published, programVersion, again.Different);
    }

    /// <param name="Proof">How it compares with what was published.</param>
    /// <param name="Made">What was made; null where nothing was.</param>
    /// <param name="Different">Names of the files that came out differently.</param>
    private sealed record Again(ReissueProof Proof, RenderedReport? Made, IReadOnlyList<string> Different);
}
