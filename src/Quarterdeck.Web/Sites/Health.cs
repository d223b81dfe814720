using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Quarterdeck.App.Sites;

namespace Quarterdeck.Web.Sites;

/// <summary>What operators ask: is it alive, can it answer, how does it do.</summary>
internal static class Health
{
    public static void Map(WebApplication app)
    {
        app.MapRead("/health/live", () => Results.Text("alive\n"));
        app.MapRead("/health/ready", (Site site) => Results.Text($"ready: {site.Rated.Count} indicators\n"));
        app.MapRead("/metrics", (SiteMetrics metrics) => Results.Text(metrics.Text(), "text/plain; version=0.0.4"));
    }
}
