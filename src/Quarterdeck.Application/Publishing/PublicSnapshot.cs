using System.Globalization;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Packs;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Publishing;

/// <summary>What the public may see of an organisation: what was published, and nothing that was not.</summary>
/// <param name="Pack">What was published of the pack, as of the last publication.</param>
/// <param name="Stored">What the store held then; only for the files beside the pack.</param>
/// <param name="Reports">Each report as it was last published, by its code in any case; made when it is first asked for.</param>
/// <param name="Archive">Every publication, what corrects what, and each of them again.</param>
/// <param name="Fingerprint">Changes whenever anything in it does: with a publication, and with an erasure.</param>
public sealed record PublicSnapshot(
    Pack Pack, StoredState Stored, IReadOnlyDictionary<string, Lazy<Report>> Reports, PublicationArchive Archive, string Fingerprint)
{
    /// <summary>What is published next, the first first: no more of it than its day, its minute and what it is called.</summary>
    public IReadOnlyList<PlannedRelease> Awaited { get; init; } = [];
}

/// <summary>Reads what the public may see, and says when it is to be read again.</summary>
/// <param name="store">Where it was published from.</param>
/// <param name="organisation">Code of the organisation.</param>
/// <param name="packs">Makes a pack of rows.</param>
/// <param name="styles">The look of the documents.</param>
public sealed class PublicSnapshotReader(IStore store, string organisation, IPackFormat packs, IReportStyles styles)
{
    /// <summary>Number of the last change that was looked at.</summary>
    public long Seen { get; private set; }

    /// <summary>
    /// Whether anything was recorded since it was last read, but for what people do on the desk all day. Cheap; what was recorded need not be a
    /// publication.
    /// </summary>
    public async Task<bool> HasChangedAsync(CancellationToken cancellationToken)
    {
        var end = (await store.EndAsync(organisation, cancellationToken).ConfigureAwait(false)).Change;
        return end < Seen
            || (end > Seen && await store.HasChangedSinceAsync(organisation, Seen, SystemTables.DeskSource, cancellationToken).ConfigureAwait(false));
    }

    /// <returns>Null when nothing was published.</returns>
    public async Task<PublicSnapshot?> ReadAsync(CancellationToken cancellationToken)
    {
        // An erasure changes what earlier publications show and leaves their identities as they are, so it is part of the fingerprint.
        // It is looked up first: one recorded while the rest is read is then found the next time.
        var erased = await store.LastErasingAsync(organisation, cancellationToken).ConfigureAwait(false);
        var state =
            await store.ReadTablesAsync(organisation, [SystemTables.Publications, SystemTables.PublishedRecords], cancellationToken).ConfigureAwait(false);
        var archive = PublicationArchive.Of(store, organisation, packs.Read, (pack, held) => styles.Read(pack, new FilesInStore(held)).Formats, state);
        var shown = await archive.ShownAsync(cancellationToken).ConfigureAwait(false);

        var planned = await PlannedRelease.AllAsync(store, organisation, cancellationToken).ConfigureAwait(false);
        List<PlannedRelease> awaited = [.. planned.Where(one => one.IsAwaited)];
        var calendar = string.Join(' ', awaited.Select(one => $"{one.Month}.{one.Version}"));

        // Set last: what could not be read is to be read again.
        Seen = state.Change;
        return shown is not var (pack, stored, reports) ? null
            : new PublicSnapshot(pack, stored, reports, archive, string.Create(
                CultureInfo.InvariantCulture, $"{archive.Versions[0].Id} {archive.Versions[0].Inputs} {archive.Versions.Count} {erased} {calendar}"))
            {
                Awaited = awaited,
            };
    }
}
