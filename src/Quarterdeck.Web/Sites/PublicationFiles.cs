using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Quarterdeck.Web.Sites;

/// <summary>The files of a publication as it was, for good under the same address.</summary>
internal static class PublicationFiles
{
    public static void Map(WebApplication app) => app.MapRead("/publications/{id}/files/{file}", async context =>
        context.Shown().Archive is { } archive && archive.Find(context.Part("id")) is { } version && await archive.Open(version).ConfigureAwait(false) is { } opened
            ? Downloads.Answer(context.Part("file"), opened.Formats, format => format.Write(opened.Report))
            : Results.NotFound());
}
