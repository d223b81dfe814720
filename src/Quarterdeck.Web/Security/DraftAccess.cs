using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Quarterdeck.Web.Options;

namespace Quarterdeck.Web.Security;

/// <summary>
/// Keeps drafts to the person who started the program. The address that is printed has a key that works once and gives the browser a
/// cookie; without the cookie nothing is shown. The Host header must name this computer, so that no other website can read
/// drafts by having its own name lead here.
/// </summary>
internal sealed class DraftAccess(RequestDelegate next, WebsiteOptions options)
{
    private const string Cookie = "quarterdeck-draft";

    private readonly string _session = WebsiteOptions.NewDraftKey();
    private int _isUsed;

    public Task InvokeAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = "no-store";
        if (!WebsiteOptions.IsThisComputer(request.Host.Host))
        {
            return RefuseAsync(
                response,
                StatusCodes.Status421MisdirectedRequest,
                "Drafts answer to localhost and 127.0.0.1 only. Open the address that the program printed.");
        }

        if (request.Query.TryGetValue(WebsiteOptions.DraftKeyName, out var key)
            && IsSame(key.ToString(), options.DraftKey!)
            && Interlocked.Exchange(ref _isUsed, 1) == 0)
        {
            response.Cookies.Append(Cookie, _session, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true });
            response.Redirect(request.Path.Value!);
            return Task.CompletedTask;
        }

        return request.Cookies.TryGetValue(Cookie, out var session) && IsSame(session, _session) ? next(context)
            : RefuseAsync(
                response,
                StatusCodes.Status403Forbidden,
                "These are drafts. Open the address that the program printed, in one browser: its key works once. To open them in another browser, "
                + "stop the program and start it again.");
    }

    private static bool IsSame(string given, string known) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(known));

    private static Task RefuseAsync(HttpResponse response, int status, string why)
    {
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(why + "\n");
    }
}
