using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Quarterdeck.Web.Snapshots;

/// <summary>What an endpoint reads from its request.</summary>
internal static class SnapshotRequest
{
    /// <summary>The part of the address that the route pattern calls by this name.</summary>
    public static string RouteValue(this HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    /// <summary>The snapshot this request is answered from.</summary>
    public static DashboardSnapshot Snapshot(this HttpContext context) => context.RequestServices.GetRequiredService<DashboardSnapshot>();

    /// <summary>
    /// Lets pages of other websites read an answer that is open data: the API, the data files, and reports as CSV or JSON. Everything else, and
    /// every draft, is for the council's own pages.
    /// </summary>
    public static void AllowAnyOriginToReadData(this HttpContext context)
    {
        var path = context.Request.Path;
        var isData = path.StartsWithSegments("/api", StringComparison.Ordinal) || path.StartsWithSegments("/data", StringComparison.Ordinal)
            || path.Value is { } address && (address.EndsWith(".csv", StringComparison.Ordinal) || address.EndsWith(".json", StringComparison.Ordinal));
        if (isData && !context.Snapshot().IsDraft)
        {
            context.Response.Headers.AccessControlAllowOrigin = "*";
        }
    }
}
