using System.Text;
using Microsoft.AspNetCore.Http;

namespace Quarterdeck.Web.Sites;

/// <summary>
/// Makes an answer once for all its readers. What stands behind a question mark is made anew each time, and so is what names the site's own
/// address; of all else the path says everything.
/// </summary>
internal sealed class Kept(RequestDelegate next, SiteSource source, SiteOptions options)
{
    private const int Megabyte = 1024 * 1024;
    private const int LargestShare = 8;

    private readonly long _most = (long)options.Limits.AnswerMegabytes * Megabyte;

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.Value!;
        var shown = source.Current;
        if (shown.Answers.For(request) is { } answer)
        {
            context.Features.Set(answer);
            return answer.Answer(context);
        }

        return _most > 0 && IsKept(request, path) ? Make(context, shown, path) : next(context);
    }

    /// <summary>An address with a stroke at its end answers like the same without, which is kept.</summary>
    private static bool IsKept(HttpRequest request, string path) =>
        HttpMethods.IsGet(request.Method) && !request.QueryString.HasValue && path.Length <= OddRequests.LongestPath && (path.Length == 1 || path[^1] != '/') && path != PublicationFeed.Address && path != "/metrics" && !path.StartsWith("/health", StringComparison.Ordinal);

    private async Task Make(HttpContext context, ShownSite shown, string path)
    {
        var (response, sent) = (context.Response, context.Response.Body);
        var (accepted, had) = (context.Request.Headers.AcceptEncoding, context.Request.Headers.IfNoneMatch);
        using var made = new MemoryStream();

        // The whole answer is asked for, as plain as it is made, whatever this reader takes or has.
        (context.Request.Headers.AcceptEncoding, context.Request.Headers.IfNoneMatch) = (default, default);
        response.Body = made;
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            response.Body = sent;
            (context.Request.Headers.AcceptEncoding, context.Request.Headers.IfNoneMatch) = (accepted, had);
        }

        if (response.StatusCode == StatusCodes.Status200OK && made.Length <= _most / LargestShare)
        {
            Remembered.Name(context, options, shown);
            var answer = new KeptAnswer(made.ToArray(), response.Headers, SiteLogs.Route(context));
            if (made.GetBuffer().AsSpan(0, (int)made.Length).IndexOf(Encoding.UTF8.GetBytes(context.Request.Host.ToUriComponent())) < 0)
            {
                // One that names the host is right for those alone who ask by that name.
                shown.Answers.Keep(path, answer, _most);
            }

            await answer.Answer(context).ConfigureAwait(false);
            return;
        }

        made.Position = 0;
        await made.CopyToAsync(sent, context.RequestAborted).ConfigureAwait(false);
    }
}
