using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Quarterdeck.Web.Sites;

/// <summary>
/// Compresses answers that are made for one reader, as gzip, which every browser takes. Nothing secret is on these pages, so the length of an answer gives nothing
/// away.
/// </summary>
internal sealed class Compressing(RequestDelegate next)
{
    private static readonly string[] Kinds =
    [
        "text/", "application/json", "application/xml", "application/atom+xml", "application/openapi+json", "application/csvm+json", "application/problem+json", "application/javascript",
        "image/svg+xml",
    ];

    public async Task InvokeAsync(HttpContext context)
    {
        var response = context.Response;
        response.OnStarting(static state =>
        {
            var response = (HttpResponse)state;
            if (IsCompressible(response.Headers) && !response.Headers.Vary.Contains(HeaderNames.AcceptEncoding))
            {
                response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
            }

            return Task.CompletedTask;
        }, response);
        if (!AcceptedEncodings.Take(context.Request.Headers.AcceptEncoding.ToString(), "gzip"))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var sent = response.Body;
        await using var body = new GzipBody(response, sent);
        response.Body = body;
        try
        {
            await next(context).ConfigureAwait(false);
            await body.Finish().ConfigureAwait(false);
        }
        finally
        {
            response.Body = sent;
        }
    }

    /// <summary>Whether an answer is of a kind that becomes smaller.</summary>
    public static bool IsCompressible(IHeaderDictionary headers) => Array.Exists(Kinds, kind => headers.ContentType.ToString().StartsWith(kind, StringComparison.Ordinal));

    /// <summary>Whether an answer that has not begun should be compressed: not one that is already, nor a part of one.</summary>
    public static bool Helps(HttpResponse response) =>
        !response.HasStarted && IsCompressible(response.Headers) && response.Headers.ContentEncoding.Count == 0 && response.Headers.ContentRange.Count == 0;
}
