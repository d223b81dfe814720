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

    /// <summary>Lets pages of other websites read this answer, which is open data. Drafts are nobody else's.</summary>
    public static void AllowAnyOrigin(this HttpContext context)
    {
        if (!context.Snapshot().IsDraft)
        {
            context.Response.Headers.AccessControlAllowOrigin = "*";
        }
    }
}
