using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Store;
using Quarterdeck.Browser.Tests.Sites;
using Quarterdeck.Cli.Sites;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.Web.Hosting;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

[assembly: AssemblyFixture(typeof(RunningSites))]

namespace Quarterdeck.Browser.Tests.Sites;

/// <summary>Both samples as real sites on free ports, over real stores: published, corrected once, with every download the program has.</summary>
public sealed class RunningSites : IAsyncLifetime
{
    private readonly Dictionary<string, (PublicDashboard Site, WebApplication App, Lazy<Task<IReadOnlyList<FoundPage>>> Pages)> _running = [];
    private readonly TemporaryPack _folder = new();
    private readonly List<IStore> _stores = [];
    private readonly HttpClient _reader = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public async ValueTask InitializeAsync()
    {
        foreach (var sample in ShownPacks.All)
        {
            var store = await PublishedSample.Open(_folder[sample + ".db"], Samples.Read(sample));
            _stores.Add(store);
            var shown = (await new PublicationWatcher(store, PublishedSample.Organisation, TimeProvider.System).ReadAsync(CancellationToken.None))!;
            var app = Website.Create(new SnapshotProvider(shown), new WebsiteOptions("http://127.0.0.1:0", "1.2.3"));
            await app.StartAsync();
            _running[sample] = (shown.Site, app, new Lazy<Task<IReadOnlyList<FoundPage>>>(() => FoundPages.Of(_reader, new Uri(app.Urls.Single()))));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        foreach (var (_, app, _) in _running.Values)
        {
            await app.DisposeAsync();
        }

        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }

        _folder.Dispose();
    }

    public PublicDashboard Site(string sample) => _running[sample].Site;

    public Uri Address(string sample, string path = "/") => new(new Uri(_running[sample].App.Urls.Single()), path);

    /// <summary>Every page a reader can reach by links, in the order of a walk from the first page.</summary>
    public Task<IReadOnlyList<FoundPage>> Found(string sample) => _running[sample].Pages.Value;

    /// <summary>
    /// The routes of the public pages the program has, as they are declared: <c>reports/{code}</c>. Signed-in people, and the page of one person's own
    /// files, have tests of their own.
    /// </summary>
    public IReadOnlyList<string> Routes(string sample) =>
    [
        .. _running[sample].App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => (endpoint.RoutePattern.RawText ?? string.Empty).Trim('/'))
            .Where(route => route != "start" && !route.StartsWith("desk", StringComparison.Ordinal))
            .Distinct(),
    ];
}

/// <summary>The samples, as rows of a test.</summary>
public static class ShownPacks
{
    public static string[] All { get; } = [Samples.Latest, Samples.First];

    public static TheoryData<string> Rows => [.. All];
}
