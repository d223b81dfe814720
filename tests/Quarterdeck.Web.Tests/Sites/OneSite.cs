using System.Net;
using Microsoft.AspNetCore.Builder;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Web.Hosting;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Tests.Sites;

/// <summary>A pack of one test as a site on a free port.</summary>
internal sealed record OneSite(WebApplication App, HttpClient Reader) : IAsyncDisposable
{
    public static async Task<OneSite> Of(Pack pack, IReadOnlyList<ReportFormat>? formats = null, Brand? brand = null, DateOnly? today = null)
    {
        var app = Website.Create(
            new SnapshotProvider(new DashboardSnapshot(new PublicDashboard(pack), formats ?? [], "pack", brand: brand)),
            new WebsiteOptions("http://127.0.0.1:0", "1.2.3") { Today = today });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new OneSite(app, new HttpClient { BaseAddress = new Uri(app.Urls.Single()) });
    }

    /// <summary>The text of a page that must be there.</summary>
    public async Task<string> Read(string address)
    {
        var (status, page) = await Answer(address);
        Assert.True(status == HttpStatusCode.OK, $"{address} answers {(int)status}.");
        return page;
    }

    public async Task<(HttpStatusCode Status, string Page)> Answer(string address)
    {
        using var answer = await Reader.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        Reader.Dispose();
        await App.DisposeAsync();
    }
}
