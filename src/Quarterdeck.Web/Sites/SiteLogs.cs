using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Quarterdeck.Web.Sites;

/// <summary>
/// Log lines on standard output. None says who asked, from where, or for which words: of an answer the route is told, not the address.
/// </summary>
internal static partial class SiteLogs
{
    public static void Add(WebApplicationBuilder builder, SiteOptions options)
    {
        builder.Logging.ClearProviders().SetMinimumLevel(options.LogLevel);

        // What the framework tells of every request has its whole address in it.
        builder.Logging.AddFilter("Microsoft", options.LogLevel < LogLevel.Warning ? LogLevel.Warning : options.LogLevel);

        // The host would begin a span and a log scope for each request, whoever listens.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        if (options.LogsJson)
        {
            builder.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        }
        else
        {
            builder.Logging.AddSimpleConsole(console => (console.UseUtcTimestamp, console.TimestampFormat, console.SingleLine) = (true, "yyyy-MM-dd'T'HH:mm:ss'Z' ", true));
        }
    }

    /// <summary>Says how a request was answered, in the log and in its span.</summary>
    public static void Answered(ILogger log, HttpContext context, TimeSpan took)
    {
        if (log.IsEnabled(LogLevel.Information) || Activity.Current is not null)
        {
            Answered(log, context, Route(context), took);
        }
    }

    /// <inheritdoc cref="Answered(ILogger, HttpContext, TimeSpan)"/>
    public static void Answered(ILogger log, HttpContext context, string route, TimeSpan took)
    {
        var (isLogged, isTraced) = (log.IsEnabled(LogLevel.Information), Activity.Current is not null);
        if (isLogged || isTraced)
        {
            var method = Method(context.Request.Method);
            SiteTelemetry.Answered(method, route, context.Response.StatusCode);
            Answered(log, method, route, context.Response.StatusCode, (long)took.TotalMilliseconds);
        }
    }

    /// <summary>The kind of page that answered, as its address is made.</summary>
    public static string Route(HttpContext context) => context.Features.Get<KeptAnswer>()?.Route ?? (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";

    /// <summary>A method is a word the reader sends, and may be anything.</summary>
    private static string Method(string sent) => HttpMethods.IsGet(sent) ? "GET" : HttpMethods.IsHead(sent) ? "HEAD" : "other";

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "{Method} of {Route} answered with {Status} in {Milliseconds} ms")]
    private static partial void Answered(ILogger log, string method, string route, int status, long milliseconds);
}
