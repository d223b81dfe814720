using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

using Quarterdeck.Web.Options;

namespace Quarterdeck.Web.Security;

/// <summary>Limits searches and files made on request, which cost more than pages, for each address and minute.</summary>
internal static class RateLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void Add(IServiceCollection services, WebsiteLimits limits) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, (string, IPAddress?)>(context => Kind(context.Request) switch
        {
            Cost.Search when limits.SearchesPerMinute > 0 => Limited("search", context, limits.SearchesPerMinute),
            Cost.File when limits.FilesPerMinute > 0 => Limited("file", context, limits.FilesPerMinute),
            _ => RateLimitPartition.GetNoLimiter<(string, IPAddress?)>((string.Empty, null)),
        });
        limiter.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    });

    private static RateLimitPartition<(string, IPAddress?)> Limited(string kind, HttpContext context, int perMinute) =>
        RateLimitPartition.GetFixedWindowLimiter(
            (kind, Visitor(context.Connection.RemoteIpAddress)),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = Window, QueueLimit = 0 });

    /// <summary>One household has many IPv6 addresses, all alike in their first half.</summary>
    private static IPAddress? Visitor(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
        {
            return address?.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    private static Cost Kind(HttpRequest request) =>
        request.Query.TryGetValue("q", out var words) && !string.IsNullOrWhiteSpace(words) ? Cost.Search
        : request.Path.Value!.Contains("/files/", StringComparison.Ordinal)
            || (request.Path.StartsWithSegments("/data") && Path.HasExtension(request.Path.Value)) ? Cost.File
        : Cost.Low;

    private enum Cost
    {
        Low,
        Search,
        File,
    }
}
