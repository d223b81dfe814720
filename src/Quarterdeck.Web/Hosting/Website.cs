using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Web.Api;
using Quarterdeck.Web.Caching;
using Quarterdeck.Web.Diagnostics;
using Quarterdeck.Web.Features.Assets;
using Quarterdeck.Web.Features.Publications;
using Quarterdeck.Web.Features.Start;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Security;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Hosting;

/// <summary>The web application: pages, downloads, open data and what operators watch.</summary>
public static class Website
{
    private const int Megabyte = 1024 * 1024;
    private const int LargestShare = 8;

    /// <param name="provider">What is shown.</param>
    /// <param name="options">Where and how it is served.</param>
    /// <param name="keys">Where the keys of data protection are kept; null keeps them in the process.</param>
    /// <param name="configure">Adds endpoints of other parts.</param>
    /// <param name="desk">The store people sign in to work on; null where nobody does.</param>
    /// <param name="own">The files of the one person the site is for; null where it is for readers.</param>
    public static WebApplication Create(
        SnapshotProvider provider,
        WebsiteOptions options,
        IDataProtectionKeyStore? keys = null,
        Action<IEndpointRouteBuilder>? configure = null,
        DeskSetup? desk = null,
        IOwnFiles? own = null)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(options);

        // Settings come from the program's own file, variables and flags, and not from a file that lies where it happens to be started.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(Website).Assembly.GetName().Name });
        builder.Configuration.AddInMemoryCollection(options.Environment.Where(one => one.Key.StartsWith("OTEL_", StringComparison.Ordinal))
            .Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)));
        builder.WebHost.UseKestrelCore().UseUrls(Urls(options));
        ServerLimits.Apply(builder, options);
        RequestLog.Add(builder, options);
        AddServices(builder.Services, provider, options, keys ?? new ProcessKeys());
        DeskServices.Add(builder.Services, desk, formsOf: own is null ? DeskAccess.Root : StartModel.Address);
        if (own is not null)
        {
            builder.Services.AddSingleton(own);
        }

        var app = builder.Build();
        Use(app, options);
        Map(app);
        configure?.Invoke(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, SnapshotProvider provider, WebsiteOptions options, IDataProtectionKeyStore keys)
    {
        // A signal to stop lets the answers under way finish.
        services.AddSingleton<IHostLifetime, ConsoleLifetime>();
        services.AddWindowsService(service => service.ServiceName = "Quarterdeck");
        Telemetry.Add(services, options.Version, options.Environment);
        RateLimits.Add(services, options.Limits);
        services.AddRouting();
        services.AddRazorPages(pages => pages.RootDirectory = "/Features").AddApplicationPart(typeof(Website).Assembly);
        services.AddProblemDetails();
        services.AddDataProtection().SetApplicationName("quarterdeck");
        services.Configure<KeyManagementOptions>(management => management.XmlRepository = new StoredKeys(keys));
        services.AddOutputCache(cache =>
        {
            cache.SizeLimit = (long)options.Limits.CacheMegabytes * Megabyte;
            cache.MaximumBodySize = cache.SizeLimit / LargestShare;
        });
        services.AddResponseCompression(compression =>
        {
            // Only public pages are compressed (see Use), which hold nothing secret.
            compression.EnableForHttps = true;
            compression.MimeTypes = [
                .. ResponseCompressionDefaults.MimeTypes,
                "application/atom+xml",
                "application/openapi+json",
                "application/problem+json",
                "image/svg+xml"
            ];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
        services.AddHealthChecks();
        services.AddHostedService<CacheEviction>();
        services.AddSingleton(TimeProvider.System).AddSingleton(options).AddSingleton(provider).AddSingleton<PublicAddress>().AddSingleton<SiteDay>();

        // One answer shows one state of things, whatever is published while it is made.
        services.AddScoped(_ => provider.Current);
        services.AddScoped(scope => scope.GetRequiredService<DashboardSnapshot>().Site);
        services.AddScoped(scope => scope.GetRequiredService<DashboardSnapshot>().Pages);
        services.AddScoped(scope => scope.GetRequiredService<DashboardSnapshot>().Downloads);
    }

    private static void Use(WebApplication app, WebsiteOptions options)
    {
        ServerLimits.UseProxies(app, options);
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        if (options.DraftKey is not null)
        {
            app.UseMiddleware<DraftAccess>();
        }

        app.UseExceptionHandler("/errors/500");
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/api"), pages => pages.UseStatusCodePagesWithReExecute("/errors/{0}"));
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), data => data.UseStatusCodePages());

        // Within what gives every answer its headers, and before long addresses are refused: what the council's sign-in sends back is long. Of public
        // pages it sees nothing, since the desk's cookie is not sent to them.
        app.UseAuthentication();
        app.Use(RequestValidation.CheckAddressAsync);
        DeskServices.Use(app);
        if (app.Services.GetService<IOwnFiles>() is { } own)
        {
            app.Use((context, next) =>
            {
                // There is nothing to see before something was read.
                var leads = own.Reading?.Snapshot is null && context.Request.Path == "/" ? StartModel.Address
                    : context.Request.ContentLength > StartModel.MostBytes ? StartModel.TooLargeAddress : null;
                if (leads is null)
                {
                    return next(context);
                }

                // A browser hears the answer once all it sends was taken.
                context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
                context.Response.Redirect(leads);
                return context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            });
        }

        app.UseRouting();
        app.UseAuthorization();
        app.UseMiddleware<CacheHeaders>();
        app.UseWhen(context => context.IsPublic(), pages =>
        {
            pages.Use(RequestValidation.CheckMethodAsync);
            if (options.Limits.CacheMegabytes > 0)
            {
                pages.UseOutputCache();
            }

            pages.UseResponseCompression();
        });
        app.UseRateLimiter();
    }

    private static void Map(WebApplication app)
    {
        app.MapRazorPages();
        AssetEndpoints.Map(app);
        DownloadEndpoints.Map(app);
        PublicationFeed.Map(app);
        DataApi.Map(app);
        HealthEndpoints.Map(app);
    }

    /// <summary>The web server takes a free port of an address, not of a name.</summary>
    private static string[] Urls(WebsiteOptions options) =>
        [.. options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(url => url.Replace("://localhost:0", "://127.0.0.1:0", StringComparison.OrdinalIgnoreCase))];
}
