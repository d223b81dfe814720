using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Packs;
using Quarterdeck.Application.Reports;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Application.Publishing;

/// <summary>Asks that publications recorded without their files, by an earlier version of the program, are given them.</summary>
/// <param name="Organisation">Code of the organisation.</param>
public sealed record FillPublicationFiles(string Organisation);

/// <summary>Makes each publication's files with today's writers and keeps those whose fingerprints are the recorded ones.</summary>
public sealed class FillPublicationFilesHandler(IStore store, IPackFormat packs, IReportStyles styles)
{
    /// <param name="request">Whose publications.</param>
    /// <param name="cancellationToken">Stops between two publications; those before it keep their files.</param>
    public async Task<FilledPublicationFiles> HandleAsync(FillPublicationFiles request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var state = await store.ReadTablesAsync(request.Organisation, [SystemTables.Publications], cancellationToken).ConfigureAwait(false);
        var known = (await store.PublicationFilesAsync(request.Organisation, null, cancellationToken).ConfigureAwait(false))
            .Select(file => (file.Publication, file.Name)).ToHashSet();
        var (filled, without) = (new List<string>(), new List<string>());
        foreach (var version in PublishedVersion.All(state).Where(one => one.Files.Any(file => !known.Contains((one.Id, file.Name)))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var files = await MakeAsync(request.Organisation, version, cancellationToken).ConfigureAwait(false);
            if (files.Count > 0)
            {
                await store.AddPublicationFilesAsync(request.Organisation, files, cancellationToken).ConfigureAwait(false);
            }

            (files.Count == version.Files.Count ? filled : without).Add(version.Id);
        }

        return new FilledPublicationFiles(filled, without);
    }

    /// <summary>The files that come out as they were published.</summary>
    private async Task<IReadOnlyList<PublicationFile>> MakeAsync(string organisation, PublishedVersion version, CancellationToken cancellationToken)
    {
        var state = await store.ReadAfterAsync(organisation, version.Change, cancellationToken).ConfigureAwait(false);
        if (StoredPack.Of(state, packs.Read, "store").Pack is not { } pack
            || ReportBuilder.Definitions(pack).FirstOrDefault(one => one.Code == version.Report) is not { } definition)
        {
            return [];
        }

        var formats = styles.Read(pack, new FilesInStore(state)).Formats;
        var made = RenderedReport.Of(ReportPublisher.Build(pack, definition, version), formats, null, cancellationToken);
        var published = version.Files.Select(file => file.Sha256).ToHashSet(StringComparer.Ordinal);
        return [.. KeptFiles.Of(version.Id, made).Where(file => published.Contains(file.Digest))];
    }
}

/// <summary>What came of it.</summary>
/// <param name="Filled">The publications whose files are kept now.</param>
/// <param name="Without">Those of which not every file could be made as it was published.</param>
public sealed record FilledPublicationFiles(IReadOnlyList<string> Filled, IReadOnlyList<string> Without)
{
    /// <summary>What happened, in sentences; empty where there was nothing to do.</summary>
    public string Sentence =>
        (Filled.Count == 0 ? string.Empty : $"The files of {Filled.Count} publications are kept now. ")
        + (Without.Count == 0 ? string.Empty
            : $"This version of the program does not make every file of these as it was published, so they are not all kept: "
                + $"{string.Join(", ", Without)}. Issue them again with the version that made them.");
}
