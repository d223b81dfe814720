using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quarterdeck.Documents.Data;
using Quarterdeck.Web.Caching;
using Quarterdeck.Web.Downloads;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Features.Assets;

/// <summary>Reports, publications and indicators as files.</summary>
internal static class DownloadEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPublic("/reports/{code}/files/{file}", context => context.Snapshot().Downloads.Answer(context.RouteValue("code"), context.RouteValue("file")));
        app.MapPublic("/publications/{id}/files/{file}", async context =>
            context.Snapshot().Archive is { } archive
                && archive.Find(context.RouteValue("id")) is { } version
                && await archive.OpenAsync(version).ConfigureAwait(false) is { } opened
                ? ReportDownloads.Answer(context.RouteValue("file"), opened.Formats, format => format.Write(opened.Report))
                : Results.NotFound());
        app.MapPublic("/data/indicators/{file}", Indicator);
        app.MapPublic(
            "/data/pack.zip",
            context => context.Snapshot().Pack is { } pack ? Results.Bytes(pack.Value, "application/zip", "pack.zip") : Results.NotFound());
    }

    private static IResult Indicator(HttpContext context)
    {
        if (context.Snapshot().Indicators.Find(context.RouteValue("file")) is not { } found)
        {
            return Results.NotFound();
        }

        if (found.Name.EndsWith(".csv", StringComparison.Ordinal))
        {
            context.Response.Headers.Link = $"<{Uri.EscapeDataString(CsvwMetadata.PathOf(found.Name))}>; rel=\"describedby\"; type=\"application/csvm+json\"";
        }

        return Results.Bytes(found.Content, ReportDownloads.Type(found.Name), found.Name);
    }
}
