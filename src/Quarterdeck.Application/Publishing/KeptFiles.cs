using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Application.Publishing;

/// <summary>The finished files of a publication, as the store keeps them.</summary>
internal static class KeptFiles
{
    private const string Settings = "settings";

    /// <summary>The files as they are kept: what a publication is recorded with, and nothing else.</summary>
    public static IEnumerable<PublicationFile> Of(string publication, RenderedReport made) =>
        made.Files.Zip(made.Contents, (file, content) => new PublicationFile(publication, file.Name, file.Format, content.Content));

    /// <summary>The kept files of these formats, then the manifest that vouches for them; null where one of them is not kept.</summary>
    /// <param name="store">Where they are kept.</param>
    /// <param name="organisation">Code of the organisation.</param>
    /// <param name="published">The publication.</param>
    /// <param name="formats">Names of formats; empty asks for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<IReadOnlyList<ReportFile>?> ReadAsync(
        IStore store, string organisation, PublishedVersion published, IReadOnlyList<string> formats, CancellationToken cancellationToken)
    {
        var (asked, files) = (Asked(published, formats), new List<ReportFile>());
        foreach (var file in asked)
        {
            if (await store.ReadPublicationFileAsync(organisation, published.Id, file.Name, cancellationToken).ConfigureAwait(false) is not { } content)
            {
                return null;
            }

            files.Add(new ReportFile(file.Name, content));
        }

        // The manifest names the organisation as its settings did then.
        var state = await store.ReadAfterAsync(organisation, published.Change, [], cancellationToken).ConfigureAwait(false);
        var settings = new Settings([.. state.Of(Settings).Select(row => RowBody.Read(row.Body!))
            .Select(cells => new PackSetting(cells.GetValueOrDefault("key", string.Empty), cells.GetValueOrDefault("value", string.Empty)))]);
        var subject = new ManifestSubject(published.Report, published.Title, settings.Organisation, published.ResultsTo, published.Accepted);
        files.Add(new ReportFile(Manifest.Name, Manifest.Write(subject, published.ProgramVersion, asked, published.Id)));
        return files;
    }

    /// <summary>The files of a publication in these formats.</summary>
    public static List<PublishedFile> Asked(PublishedVersion published, IReadOnlyList<string> formats) =>
        [.. published.Files.Where(file => formats.Count == 0 || formats.Contains(file.Format, StringComparer.OrdinalIgnoreCase))];
}
