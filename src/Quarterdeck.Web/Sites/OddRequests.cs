using Microsoft.AspNetCore.Http;

namespace Quarterdeck.Web.Sites;

/// <summary>Requests no reader makes by following links are told so before any page sees them.</summary>
internal sealed class OddRequests(RequestDelegate next)
{
    /// <summary>In characters of an address: far more than any page of the site has.</summary>
    public const int LongestPath = 1000;

    /// <summary>In characters of all that stands behind the question mark.</summary>
    public const int LongestQuery = 2000;

    public Task InvokeAsync(HttpContext context)
    {
        var (path, query) = (context.Request.Path.Value ?? string.Empty, context.Request.QueryString.Value ?? string.Empty);
        if (!(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || (HttpMethods.IsOptions(context.Request.Method) && context.Request.Path.StartsWithSegments("/api"))))
        {
            // The page that says so is asked for as any page is.
            context.Request.Method = HttpMethods.Get;
            context.Response.Headers.Allow = "GET, HEAD";
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        }

        if (path.Length > LongestPath || query.Length > LongestQuery)
        {
            context.Response.StatusCode = StatusCodes.Status414UriTooLong;
            return Task.CompletedTask;
        }

        if (path.AsSpan().ContainsAnyInRange('\0', '\u001f') || path.Contains('\\', StringComparison.Ordinal) || query.Contains("%00", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
