using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Quarterdeck.Web.Api;

namespace Quarterdeck.Web.Sites;

/// <summary>The web application: pages, downloads, open data and what operators watch, over one site.</summary>
public static class SiteApp
{
    /// <param name="source">What is shown, now and later.</param>
    /// <param name="options">Where and how it is served.</param>
    public static WebApplication Create(SiteSource source, SiteOptions options) => Create(source, options, new SiteServer(source, options));

    /// <param name="source">What is shown, now and later.</param>
    /// <param name="options">How it is served.</param>
    /// <param name="server">What takes its readers, which may be listening already; it goes with the site.</param>
    public static WebApplication Create(SiteSource source, SiteOptions options, SiteServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(SiteApp).Assembly.GetName().Name });
        builder.Services.AddSingleton<IServer>(_ => server).AddSingleton(server.Logs);
        SiteTelemetry.Add(builder.Services, options.Version, options.Environment);
        CostlyAnswers.Add(builder.Services, options.Limits);
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Features").AddApplicationPart(typeof(SiteApp).Assembly);
        builder.Services.AddProblemDetails();

        // There is no form that changes anything, so no key is worth keeping on the machine's disk.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton<IHttpResponseStreamWriterFactory, PageWriter.Factory>();
        builder.Services.AddSingleton(options).AddSingleton(source).AddSingleton(TimeProvider.System).AddSingleton(server.Metrics);

        // One answer shows one state of things, whatever is published while it is made.
        builder.Services.AddScoped(_ => source.Current);
        builder.Services.AddScoped(services => services.GetRequiredService<ShownSite>().Site);
        builder.Services.AddScoped(services => services.GetRequiredService<ShownSite>().Pages);
        builder.Services.AddScoped(services => services.GetRequiredService<ShownSite>().Downloads);

        // Whoever stops it by a signal, from a terminal or not, has the answers under way finished first.
        builder.Services.AddSingleton<IHostLifetime, ConsoleLifetime>();

        // What looks for keys at the start would make one on the disk where there is none.
        foreach (var keys in builder.Services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Name == "DataProtectionHostedService").ToList())
        {
            builder.Services.Remove(keys);
        }

        var app = builder.Build();
        ServerLimits.UseProxies(app, options);
        app.UseMiddleware<Counted>();
        app.UseMiddleware<Kept>();
        app.UseMiddleware<Compressing>();
        app.UseMiddleware<SafeHeaders>();
        app.UseExceptionHandler("/errors/500");
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/api"), pages => pages.UseStatusCodePagesWithReExecute("/errors/{0}"));
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), data => data.UseStatusCodePages());
        app.UseMiddleware<OddRequests>();
        app.UseRouting();

        // Nobody signs in to read. Unsaid, the framework would ask before all else, also for answers that are ready.
        app.UseAuthorization();
        app.UseMiddleware<Remembered>();
        app.UseRateLimiter();
        app.MapRazorPages();
        StyleFiles.Map(app);
        ScriptFile.Map(app);
        SiteLogo.Map(app);
        PublicationFiles.Map(app);
        IndicatorFiles.Map(app);
        PublicationFeed.Map(app);
        DataApi.Map(app);
        Health.Map(app);
        app.MapRead("/reports/{code}/files/{file}", context => context.Shown().Downloads.Answer(context.Part("code"), context.Part("file")));
        return app;
    }
}
