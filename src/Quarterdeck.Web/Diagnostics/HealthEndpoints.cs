using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Diagnostics;

/// <summary>What operators ask: is it alive, can it answer, how does it do.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", Answering(_ => "alive\n"));
        app.MapHealthChecks("/health/ready", Answering(context => $"ready: {context.Snapshot().Site.Rated.Count} indicators\n"));
        app.MapPrometheusScrapingEndpoint();
    }

    private static HealthCheckOptions Answering(Func<HttpContext, string> words) => new()
    {
        ResponseWriter = (context, _) =>
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            return context.Response.WriteAsync(words(context));
        },
    };
}
