using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Quarterdeck.Web.Security;

/// <summary>Refuses requests that no visitor makes by following links.</summary>
internal static class RequestValidation
{
    /// <summary>In characters of an address: far more than any page has.</summary>
    public const int LongestPath = 1000;

    /// <summary>In characters of all that stands behind the question mark.</summary>
    public const int LongestQuery = 2000;

    public static Task CheckAddressAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            // The page that says what is wrong is read, whatever was tried. Razor Pages would answer OPTIONS by itself.
            context.Request.Method = HttpMethods.Get;
            return next(context);
        }

        var (path, query) = (context.Request.Path.Value ?? string.Empty, context.Request.QueryString.Value ?? string.Empty);
        if (path.Length > LongestPath || query.Length > LongestQuery)
        {
            context.Response.StatusCode = StatusCodes.Status414UriTooLong;
            return Task.CompletedTask;
        }

        if (path.AsSpan().ContainsAnyInRange('\0', '\u001f')
            || path.Contains('\\', StringComparison.Ordinal)
            || query.Contains("%00", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next(context);
    }

    /// <summary>Public pages can only be read.</summary>
    public static Task CheckMethodAsync(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            return next(context);
        }

        context.Response.Headers.Allow = "GET, HEAD";
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }
}
