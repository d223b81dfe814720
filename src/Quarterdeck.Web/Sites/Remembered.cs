using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Quarterdeck.Web.Sites;

/// <summary>
/// Answers that a reader already has are not sent again. The fingerprint of what is shown and
/// the address name the answer.
/// </summary>
internal sealed class Remembered(RequestDelegate next, SiteOptions options)
{
    public async Task InvokeAsync(HttpContext context, ShownSite shown)
    {
        var request = context.Request;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || request.Path.StartsWithSegments("/health") || request.Path.StartsWithSegments("/metrics"))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        if (request.Headers.IfNoneMatch.Count > 0)
        {
            var tag = EntityTagHeaderValue.Parse(Tag(request, options, shown));
            if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                Name(context, options, shown);
                return;
            }
        }

        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status200OK)
            {
                Name(context, options, shown);
            }
            else
            {
                context.Response.Headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        await next(context).ConfigureAwait(false);
    }

    /// <summary>Says by which name a reader can ask whether an answer changed, and how long it need not; where it has been said, it stays.</summary>
    public static void Name(HttpContext context, SiteOptions options, ShownSite shown)
    {
        var headers = context.Response.Headers;
        if (headers.ETag.Count == 0)
        {
            headers.ETag = Tag(context.Request, options, shown);
        }

        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={options.Limits.CacheSeconds}");
        }
    }

    private static string Tag(HttpRequest request, SiteOptions options, ShownSite shown) =>
        "W/\"" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{options.Version} {options.Name} {options.BarColour} {options.LinkColour} {shown.Fingerprint} {request.Path} {request.QueryString}")))[..24] + "\"";
}
