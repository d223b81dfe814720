using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Caching;

/// <summary>
/// The page or endpoint is the same for everybody, so it may be kept and given to others. Without this nothing is: see
/// <see cref="CacheHeaders"/>. The output cache keeps answers to GET and HEAD that come without a cookie, authorization or query,
/// until another snapshot is shown.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicPageAttribute : Attribute, IOutputCachePolicy
{
    /// <summary>Marks everything kept of public pages in the output cache.</summary>
    public const string Tag = "public";

    // Another snapshot has another key, so this only bounds how long what nobody asks for stays in memory.
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    ValueTask IOutputCachePolicy.CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var request = http.Request;
        var snapshot = http.Snapshot();
        var isKept = !snapshot.IsDraft && IsReading(request) && !request.QueryString.HasValue
            && request.Headers.Cookie.Count == 0 && request.Headers.Authorization.Count == 0;
        context.EnableOutputCaching = isKept;
        context.AllowCacheLookup = isKept;
        context.AllowCacheStorage = isKept;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Lifetime;
        context.Tags.Add(Tag);

        // No page says by which name it was asked for.
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.VaryByValues["snapshot"] = http.RequestServices.GetRequiredService<SiteDay>().Fingerprint(snapshot);
        if (isKept)
        {
            // One encoding is asked for, so that the kept bytes have the encoding they are kept under.
            var encoding = Encoding(request);
            context.CacheVaryByRules.VaryByValues["encoding"] = encoding;
            request.Headers.AcceptEncoding = encoding;
        }

        return ValueTask.CompletedTask;
    }

    ValueTask IOutputCachePolicy.ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    ValueTask IOutputCachePolicy.ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0)
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }

    internal static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>The encoding the visitor likes best of those the compression middleware has; the smaller where two are liked alike.</summary>
    private static string Encoding(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        var (brotli, gzip) = (Quality("br"), Quality("gzip"));
        return brotli > 0 && brotli >= gzip ? "br" : gzip > 0 ? "gzip" : "identity";

        double Quality(string name) =>
            (accepted.FirstOrDefault(one => one.Value == name) ?? accepted.FirstOrDefault(one => one.Value == "*")) is { } found ? found.Quality ?? 1 : 0;
    }
}

/// <summary>Routes to endpoints that everybody may read.</summary>
internal static class PublicRoutes
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps GET and HEAD to a public answer.</summary>
    public static void MapPublic(this IEndpointRouteBuilder app, string pattern, Func<HttpContext, IResult> answer) =>
        app.MapPublic(pattern, context => Task.FromResult(answer(context)));

    /// <inheritdoc cref="MapPublic(IEndpointRouteBuilder, string, Func{HttpContext, IResult})"/>
    public static void MapPublic(this IEndpointRouteBuilder app, string pattern, Func<HttpContext, Task<IResult>> answer) =>
        app.MapMethods(pattern, Methods, async context =>
        {
            context.AllowAnyOriginToReadData();
            await (await answer(context).ConfigureAwait(false)).ExecuteAsync(context).ConfigureAwait(false);
        }).WithMetadata(new PublicPageAttribute());

    public static bool IsPublic(this HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not null;
}
