using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;

using Quarterdeck.Web.Options;

namespace Quarterdeck.Web.Hosting;

/// <summary>What the web server takes from one connection, so that slow or large requests do not keep it from others.</summary>
internal static class ServerLimits
{
    /// <summary>The server refuses longer lines itself, without a page that says what is wrong.</summary>
    private const int LongestRequestLine = 32 * 1024;
    private const int LargestHeaders = 32 * 1024;
    private const int LargestBody = 64 * 1024;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public static void Apply(WebApplicationBuilder builder, WebsiteOptions options) => builder.WebHost.ConfigureKestrel(kestrel =>
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

    /// <summary>Takes the visitor's address and scheme from trusted proxies, and from nobody else.</summary>
    public static void UseProxies(WebApplication app, WebsiteOptions options)
    {
        if (options.Proxies.Count == 0)
        {
            return;
        }

        var trusted = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        trusted.KnownProxies.Clear();
        trusted.KnownIPNetworks.Clear();
        foreach (var network in options.Proxies)
        {
            trusted.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(trusted);
    }
}
