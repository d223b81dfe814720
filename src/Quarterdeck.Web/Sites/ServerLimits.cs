using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Quarterdeck.Web.Sites;

/// <summary>What the web server takes from a connection before any page is asked: nobody keeps it from others by being slow or large.</summary>
internal static class ServerLimits
{
    /// <summary>Longer lines are answered by the server itself, in one word; up to here the site can say what is wrong.</summary>
    private const int LongestRequestLine = 32 * 1024;
    private const int LargestHeaders = 32 * 1024;
    private const int LargestBody = 64 * 1024;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public static void Apply(WebApplicationBuilder builder, SiteOptions options) => builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = options.IsAlone).ConfigureKestrel(kestrel =>
    {
        var limits = options.Limits;
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
        kestrel.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        kestrel.Limits.MaxConcurrentConnections = limits.Connections;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(limits.HeaderSeconds);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(limits.IdleSeconds);
        var rate = limits.LeastBytesPerSecond == 0 ? null : new MinDataRate(limits.LeastBytesPerSecond, Grace);
        kestrel.Limits.MinResponseDataRate = rate;
        kestrel.Limits.MinRequestBodyDataRate = rate;
    });

    /// <summary>Believes what trusted proxies, and nobody else, say of the reader they ask for.</summary>
    public static void UseProxies(WebApplication app, SiteOptions options)
    {
        if (options.Proxies.Count == 0)
        {
            return;
        }

        var believed = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = null };
        believed.KnownProxies.Clear();
        believed.KnownIPNetworks.Clear();
        foreach (var network in options.Proxies)
        {
            believed.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(believed);
    }
}
