using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Quarterdeck.Web.Sites;

/// <summary>
/// Answers that a reader already has are not sent again. The fingerprint of what is shown and
/// the address name the answer.
/// </summary>
internal sealed class Remembered(RequestDelegate next, SiteOptions options)
{
    private readonly string _public = string.Create(CultureInfo.InvariantCulture, $"public, max-age={options.Limits.CacheSeconds}");

    public async Task InvokeAsync(HttpContext context, ShownSite shown)
    {
        var request = context.Request;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || request.Path.StartsWithSegments("/health") || request.Path.StartsWithSegments("/metrics"))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var tag = new EntityTagHeaderValue($"\"{Tag(request, shown)}\"", isWeak: true);
        if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            context.Response.GetTypedHeaders().ETag = tag;
            context.Response.Headers.CacheControl = _public;
            return;
        }

        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status200OK)
            {
                context.Response.GetTypedHeaders().ETag = tag;
                if (context.Response.Headers.CacheControl.Count == 0)
                {
                    context.Response.Headers.CacheControl = _public;
                }
            }
            else
            {
                context.Response.Headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        await next(context).ConfigureAwait(false);
    }

    private string Tag(HttpRequest request, ShownSite shown) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{options.Version} {options.Name} {options.BarColour} {options.LinkColour} {shown.Fingerprint} {request.Path} {request.QueryString}")))[..24];
}
