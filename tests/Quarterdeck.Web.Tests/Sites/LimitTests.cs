using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Hosting;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Tests.Sites;

/// <summary>What one reader can take, and that others are served meanwhile.</summary>
public sealed class LimitTests(RunningSite running)
{
    private const int Slow = 1000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Searches_and_files_are_limited_by_address_and_pages_are_not()
    {
        await using var app = await Start(new WebsiteLimits { SearchesPerMinute = 3, FilesPerMinute = 2 });
        using var reader = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        Assert.Equal([200, 200, 200, 429, 429], await Statuses(reader, "/indicators?q=a", 5));
        Assert.Equal([429], await Statuses(reader, "/api/v1/indicators?q=b", 1));
        Assert.Equal([200, 200, 429], await Statuses(reader, "/reports/cover/files/cover.pdf?made=anew", 3));
        Assert.All(await Statuses(reader, "/indicators", 20), status => Assert.Equal(200, status));

        using var refused = await reader.GetAsync(new Uri("/indicators?q=again", UriKind.Relative), Stop);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("Too many requests", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_can_be_taken_off()
    {
        await using var app = await Start(new WebsiteLimits { SearchesPerMinute = 0, FilesPerMinute = 0 });
        using var reader = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        Assert.All(await Statuses(reader, "/indicators?q=a", 300), status => Assert.Equal(200, status));
    }

    [Theory]
    [InlineData("127.0.0.1", "200 200 429")]
    [InlineData("10.0.0.0/8", "200 429 429")]
    public async Task Only_a_trusted_proxy_says_for_whom_it_asks(string trusted, string statuses)
    {
        await using var app = await Start(new WebsiteLimits { SearchesPerMinute = 1 }, trusted);
        var said = new List<int>();
        foreach (var reader in new[] { "192.0.2.1", "192.0.2.2", "192.0.2.1" })
        {
            said.Add((await RawReader.Ask(new Uri(app.Urls.Single()), RawReader.Get("/indicators?q=a", $"X-Forwarded-For: {reader}\r\n"))).Status);
        }

        Assert.Equal(statuses, string.Join(' ', said));
    }

    /// <summary>A thousand who never finish asking, and then a thousand who never read what they asked for.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_thousand_slow_readers_keep_nobody_else_from_the_site(bool isAsked)
    {
        await using var app = await Start(new WebsiteLimits { HeaderSeconds = 2, LeastBytesPerSecond = 240 });
        var site = new Uri(app.Urls.Single());
        var slow = new List<RawReader>();
        try
        {
            for (var one = 0; one < Slow; one++)
            {
                var reader = await RawReader.Connect(site, takes: 1024);
                await reader.Send(isAsked
                    ? string.Concat(Enumerable.Repeat("GET /reports/quarterly HTTP/1.1\r\nHost: localhost\r\n\r\n", 3))
                    : "GET / HTTP/1.1\r\nHost: local");
                slow.Add(reader);
            }

            using var quick = new HttpClient { BaseAddress = site, Timeout = TimeSpan.FromSeconds(20) };
            var watch = Stopwatch.StartNew();
            Assert.All(await Statuses(quick, "/", 50), status => Assert.Equal(200, status));
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));

            // Those who never finish asking are let go of.
            if (!isAsked)
            {
                Assert.Contains((await slow[0].Rest()).Status, new[] { 0, 408 });
            }
        }
        finally
        {
            foreach (var reader in slow)
            {
                await reader.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task More_connections_than_are_allowed_are_turned_away_and_come_back()
    {
        await using var app = await Start(new WebsiteLimits { Connections = 10, HeaderSeconds = 5 });
        var site = new Uri(app.Urls.Single());
        var held = new List<RawReader>();
        for (var one = 0; one < 10; one++)
        {
            held.Add(await RawReader.Connect(site));
            await held[^1].Send("GET ");
        }

        Assert.Equal(0, (await RawReader.Ask(site, RawReader.Get("/"))).Status);
        foreach (var reader in held)
        {
            await reader.Rest();
            await reader.DisposeAsync();
        }

        Assert.Equal(200, (await RawReader.Ask(site, RawReader.Get("/health/live"))).Status);
    }

    private async Task<WebApplication> Start(WebsiteLimits limits, string? proxy = null)
    {
        var shown = new DashboardSnapshot(
            running.Site(Samples.First),
            [new ReportFormat("pdf", report => [new ReportFile(report.Definition.Code + ".pdf", "%PDF"u8.ToArray())])],
            "test");
        var app = Website.Create(new SnapshotProvider(shown), new WebsiteOptions("http://127.0.0.1:0", "1.2.3")
        {
            Limits = limits,
            Proxies = proxy is null ? [] : [proxy.Contains('/', StringComparison.Ordinal) ? IPNetwork.Parse(proxy) : new IPNetwork(IPAddress.Parse(proxy), 32)],
        });
        await app.StartAsync(Stop);
        return app;
    }

    private static async Task<IReadOnlyList<int>> Statuses(HttpClient reader, string address, int times)
    {
        var statuses = new List<int>();
        for (var one = 0; one < times; one++)
        {
            using var answer = await reader.GetAsync(new Uri(address, UriKind.Relative), Stop);
            statuses.Add((int)answer.StatusCode);
        }

        return statuses;
    }
}
