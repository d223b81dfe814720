using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Packs;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Reports;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Application.Erasure;

/// <summary>
/// Finds the publications whose kept files hold what is to be erased. A publication that was made from the row keeps its files only where
/// it is proved that they do not hold it: made again with the row and without it, they come out as they were published both times.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="packs">Makes a pack of rows.</param>
/// <param name="styles">The look of the documents.</param>
/// <param name="erasing">What is to be erased.</param>
/// <param name="versions">The versions of the row it concerns.</param>
internal sealed class PublicationsWithErased(IStore store, IPackFormat packs, IReportStyles styles, Erasing erasing, IReadOnlyList<long> versions)
{
    /// <param name="kept">The files that are kept.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<IReadOnlyList<string>> FindAsync(IReadOnlyList<PublicationFileEntry> kept, CancellationToken cancellationToken)
    {
        var ids = kept.Select(file => file.Publication).ToHashSet(StringComparer.Ordinal);
        var state = await store.ReadTablesAsync(erasing.Organisation, [SystemTables.Publications], cancellationToken).ConfigureAwait(false);
        var found = new List<string>();
        foreach (var version in PublishedVersion.All(state).Where(one => ids.Contains(one.Id)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var held = await store.ReadAfterAsync(erasing.Organisation, version.Change, cancellationToken).ConfigureAwait(false);
            if (held.Rows.Any(IsErased) && (erasing.Table == ResultBlock.Table || !MakesTheSame(version, held) || !MakesTheSame(version, Without(held))))
            {
                found.Add(version.Id);
            }
        }

        return found;
    }

    /// <summary>Whether a row says what is erased. Results are told series by series, so that one holds all that was stated before it.</summary>
    private bool IsErased(StoredRow row) => row.Table == erasing.Table && row.Key == erasing.Key
        && (row.Table == ResultBlock.Table ? row.Version >= versions.Min() : versions.Contains(row.Version));

    private StoredState Without(StoredState state) => state with
    {
        Rows = [.. state.Rows.Select(row => IsErased(row) && row.Body is { } body ? row with { Body = erasing.Remains(body) } : row)],
    };

    private bool MakesTheSame(PublishedVersion version, StoredState state)
    {
        if (StoredPack.Of(state, packs.Read, "store").Pack is not { } pack
            || ReportBuilder.Definitions(pack).FirstOrDefault(one => one.Code == version.Report) is not { } definition)
        {
            return false;
        }

        var formats = styles.Read(pack, new FilesInStore(state)).Formats;
        return RenderedReport.Of(ReportPublisher.Build(pack, definition, version), formats, null, CancellationToken.None).Files.SequenceEqual(version.Files);
    }
}
