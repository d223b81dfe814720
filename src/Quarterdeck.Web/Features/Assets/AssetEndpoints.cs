using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Quarterdeck.Web.Branding;
using Quarterdeck.Web.Caching;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Features.Assets;

/// <summary>Style sheets, letters, the script and the logo. Their names change with their content, so browsers keep them for good.</summary>
internal static class AssetEndpoints
{
    private const string Css = "text/css; charset=utf-8";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPublic("/styles/colours-{file}", context =>
        {
            var (address, content) = StyleSheets.ColoursOf(context.Snapshot().Colours.With(context.RequestServices.GetRequiredService<WebsiteOptions>()));
            return File(context, address, Encoding.UTF8.GetBytes(content), Css);
        });
        app.MapPublic("/styles/font-{file}", context =>
        {
            var (address, content) = FontFiles.Find(context.Request.Path);
            return File(context, address, content, "font/woff2");
        });
        app.MapPublic("/styles/{file}", context => File(context, context.Snapshot().Styles.Address, context.Snapshot().Styles.Content, Css));
        app.MapPublic("/scripts/{file}", context => File(context, ScriptFile.Address, ScriptFile.Content, "text/javascript; charset=utf-8"));
        app.MapPublic("/brand/{file}", context => context.Snapshot().Logo is { } logo && context.Request.Path == logo.Address
            ? File(context, logo.Address, logo.Content, "image/png") : Results.NotFound());
    }

    /// <summary>
    /// The file, also under a name it had before: a page that a browser or proxy kept still asks for that one. Only under its own name is it kept, so
    /// that nobody can fill the cache with names.
    /// </summary>
    private static IResult File(HttpContext context, string address, ReadOnlyMemory<byte> content, string type)
    {
        var isCurrent = context.Request.Path == address;
        context.Response.Headers.CacheControl = isCurrent ? "public, max-age=31536000, immutable" : "no-cache";
        if (!isCurrent && context.Features.Get<IOutputCacheFeature>() is { } cache)
        {
            cache.Context.AllowCacheStorage = false;
        }

        return Results.Bytes(content, type);
    }
}
