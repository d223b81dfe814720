using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Publishing;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Hosting;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;
using Quarterdeck.Web.Tests.Sites;

[assembly: AssemblyFixture(typeof(RunningSite))]

namespace Quarterdeck.Web.Tests.Sites;

/// <summary>Both samples as real sites on free ports, for all tests.</summary>
public sealed class RunningSite : IAsyncLifetime
{
    private readonly Dictionary<string, (PublicDashboard Site, WebApplication App, HttpClient Reader)> _running = [];

    public async ValueTask InitializeAsync()
    {
        foreach (var sample in new[] { Samples.Latest, Samples.First })
        {
            var site = new PublicDashboard(Samples.Read(sample));
            var app = Website.Create(new SnapshotProvider(new DashboardSnapshot(site, [new ReportFormat("pdf", report => [
                new ReportFile(report.Definition.Code + ".pdf", Encoding.ASCII.GetBytes("%PDF of " + report.Definition.Code))
            ])], sample)), new WebsiteOptions("http://127.0.0.1:0", "1.2.3"));
            await app.StartAsync();
            _running[sample] = (site, app, new HttpClient(new SocketsHttpHandler
            {
                AutomaticDecompression = DecompressionMethods.None,
                AllowAutoRedirect = false
            })
            { BaseAddress = new Uri(app.Urls.Single()) });
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, app, reader) in _running.Values)
        {
            reader.Dispose();
            await app.DisposeAsync();
        }
    }

    public PublicDashboard Site(string sample) => _running[sample].Site;

    public HttpClient Reader(string sample) => _running[sample].Reader;

    /// <summary>The text of a page that must be there.</summary>
    public async Task<string> Read(string sample, string address)
    {
        using var answer = await Reader(sample).GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answers {(int)answer.StatusCode}.");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
