using Microsoft.AspNetCore.Http;

namespace Quarterdeck.Web.Security;

/// <summary>Headers that keep a page to what it is: no script in the page, no frames, nothing from elsewhere.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>Of a page that other sites may show in a frame. It has no script at all.</summary>
    public const string Framed = "default-src 'none'; " + Own + "*";

    private const string Own = "style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors ";
    private const string Policy = "default-src 'none'; script-src 'self'; " + Own + "'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    }
}
