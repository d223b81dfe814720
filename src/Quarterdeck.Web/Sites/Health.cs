using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Quarterdeck.Web.Sites;

/// <summary>What operators ask: is it alive, can it answer, how does it do.</summary>
internal static class Health
{
    public static void Map(WebApplication app)
    {
        app.MapRead("/health/live", _ => Results.Text("alive\n"));
        app.MapRead("/health/ready", context => Results.Text($"ready: {context.Shown().Site.Rated.Count} indicators\n"));
        app.MapRead("/metrics", context => Results.Text(context.RequestServices.GetRequiredService<SiteMetrics>().Text(), "text/plain; version=0.0.4"));
    }
}
