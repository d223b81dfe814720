using System.Security.Cryptography;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Publishing;

/// <summary>A report in all its formats, made and not yet put anywhere.</summary>
/// <param name="Report">The report.</param>
/// <param name="Files">Its files as the manifest lists them.</param>
/// <param name="Contents">The same files with their bytes.</param>
internal sealed record RenderedReport(Report Report, IReadOnlyList<PublishedFile> Files, IReadOnlyList<ReportFile> Contents)
{
    /// <param name="report">The report.</param>
    /// <param name="formats">The formats asked for.</param>
    /// <param name="progress">Told of each format as it is begun; null when nobody listens.</param>
    /// <param name="cancellationToken">Stops between two formats.</param>
    public static RenderedReport Of(Report report, IReadOnlyList<ReportFormat> formats, IProgress<PublishStep>? progress, CancellationToken cancellationToken)
    {
        var (files, contents) = (new List<PublishedFile>(), new List<ReportFile>());
        foreach (var format in formats)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new PublishStep(report.Definition.Code, format.Name));
            foreach (var file in format.Write(report))
            {
                files.Add(new PublishedFile(file.Name, format.Name, file.Content.Length, Convert.ToHexStringLower(SHA256.HashData(file.Content.Span))));
                contents.Add(file);
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        return new RenderedReport(report, files, contents);
    }

    /// <summary>The files of these formats, then the manifest that vouches for them.</summary>
    /// <param name="formats">The formats asked for.</param>
    /// <param name="version">The program's version.</param>
    /// <param name="publication">Its identity in the store that remembers it; null when none does.</param>
    public IReadOnlyList<ReportFile> WithManifest(IReadOnlyList<ReportFormat> formats, string version, string? publication = null) =>
        WithManifest(name => formats.Any(format => format.Name == name), version, publication);

    /// <inheritdoc cref="WithManifest(IReadOnlyList{ReportFormat}, string, string?)"/>
    public IReadOnlyList<ReportFile> WithManifest(Func<string, bool> isAsked, string version, string? publication = null)
    {
        var kept = Files.Zip(Contents).Where(file => isAsked(file.First.Format)).ToList();
        var manifest = Manifest.Write(ManifestSubject.From(Report), version, [.. kept.Select(file => file.First)], publication);
        return [.. kept.Select(file => file.Second), new ReportFile(Manifest.Name, manifest)];
    }
}
