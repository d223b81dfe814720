using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Caching;

/// <summary>
/// Says of every answer who may keep it: of a public page everybody, for a time; of all else nobody. A public page that the visitor's
/// browser still has is not sent again.
/// </summary>
internal sealed class CacheHeaders(RequestDelegate next, WebsiteOptions options, SiteDay day)
{
    private readonly string _publicly = string.Create(CultureInfo.InvariantCulture, $"public, max-age={options.Limits.CacheSeconds}");

    public Task InvokeAsync(HttpContext context, DashboardSnapshot snapshot)
    {
        var headers = context.Response.Headers;
        if (!context.IsPublic() || snapshot.IsDraft || !PublicPageAttribute.IsReading(context.Request))
        {
            context.Response.OnStarting(() =>
            {
                headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
            return next(context);
        }

        var tag = Tag(context.Request, snapshot);
        if (context.Request.Headers.IfNoneMatch.Count > 0 && IsKnown(context.Request, tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            headers.ETag = tag;
            headers.CacheControl = _publicly;
            return Task.CompletedTask;
        }

        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status200OK && headers.SetCookie.Count == 0)
            {
                headers.ETag = tag;
                headers.CacheControl = headers.CacheControl.Count > 0 ? headers.CacheControl : _publicly;
            }
            else
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    private static bool IsKnown(HttpRequest request, string tag)
    {
        var ours = EntityTagHeaderValue.Parse(tag);
        return request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(ours, useStrongComparison: false));
    }

    /// <summary>Names the answer by the snapshot and the address. Weak, since the bytes differ by encoding.</summary>
    private string Tag(HttpRequest request, DashboardSnapshot snapshot)
    {
        var named =
            $"{options.Version} {options.Name} {options.BarColour} {options.LinkColour} {day.Fingerprint(snapshot)} {request.Path} {request.QueryString}";
        return "W/\"" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(named)))[..24] + "\"";
    }
}
