using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Quarterdeck.Web.Options;

namespace Quarterdeck.Web.Diagnostics;

/// <summary>
/// One log line for each request, on standard output. None says who asked, from where, or for which words: it has the route, not the address.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, TimeProvider clock, ILogger<RequestLog> log)
{
    public static void Add(WebApplicationBuilder builder, WebsiteOptions options)
    {
        builder.Logging.ClearProviders().SetMinimumLevel(options.LogLevel);

        // The framework's own lines about a request have its whole address in them.
        builder.Logging.AddFilter("Microsoft", options.LogLevel < LogLevel.Warning ? LogLevel.Warning : options.LogLevel);

        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);

        // Whoever starts the website says in a sentence why it did not start.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);

        // Keys in a store are guarded as its figures are, by who may read the store; a warning at every start says nothing new.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        if (options.LogsJson)
        {
            builder.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        }
        else
        {
            builder.Logging.AddSimpleConsole(
                console => (console.UseUtcTimestamp, console.TimestampFormat, console.SingleLine) = (true, "yyyy-MM-dd'T'HH:mm:ss'Z' ", true));
        }
    }

    public async Task InvokeAsync(HttpContext context)
    {
        var start = clock.GetTimestamp();
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            if (log.IsEnabled(LogLevel.Information) || Activity.Current is not null)
            {
                var (method, route) = (Method(context.Request.Method), (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none");
                Telemetry.Answered(method, route, context.Response.StatusCode);
                var milliseconds = (long)clock.GetElapsedTime(start).TotalMilliseconds;
                Answered(log, method, route, context.Response.StatusCode, milliseconds);
            }
        }
    }

    /// <summary>A method is a word the visitor sends, and may be anything.</summary>
    private static string Method(string sent) => HttpMethods.IsGet(sent) ? "GET" : HttpMethods.IsHead(sent) ? "HEAD" : "other";

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "{Method} of {Route} answered with {Status} in {Milliseconds} ms")]
    private static partial void Answered(ILogger log, string method, string route, int status, long milliseconds);
}
