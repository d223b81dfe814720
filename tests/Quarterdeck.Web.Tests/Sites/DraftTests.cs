using System.Net;
using Microsoft.AspNetCore.Builder;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Hosting;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Tests.Sites;

/// <summary>What was not published is seen in one browser on one computer, and in no other way.</summary>
public sealed class DraftTests(RunningSite running)
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    private static readonly string[] Addresses =
        [
            "/", "/indicators/CS07", "/api/v1/indicators", "/data/indicators/CS07.csv", "/reports/dashboard", "/publications.atom", "/metrics", "/health/ready",
            "/styles/x.css", "/none"
        ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_answered_without_the_cookie_and_the_key_gives_it_once()
    {
        await using var app = await StartAsync();
        using var first = Visitor(app);
        using var second = Visitor(app);
        foreach (var address in Addresses)
        {
            Assert.Equal((HttpStatusCode.Forbidden, true), await Ask(first, address));
            Assert.Equal((HttpStatusCode.Forbidden, true), await Ask(first, address + "?key=" + new string('0', Key.Length)));
        }

        using var opened = await first.GetAsync(new Uri("/?key=" + Key, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        Assert.Equal("/", opened.Headers.Location!.ToString());
        var cookie = Assert.Single(opened.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);

        Assert.Equal((HttpStatusCode.OK, true), await Ask(first, "/"));
        Assert.Equal((HttpStatusCode.Forbidden, true), await Ask(second, "/?key=" + Key));
        Assert.Equal((HttpStatusCode.Forbidden, true), await Ask(second, "/"));
    }

    [Fact]
    public async Task Drafts_are_kept_by_nobody_and_given_to_no_other_website()
    {
        await using var app = await StartAsync();
        using var visitor = Visitor(app);
        using var opened = await visitor.GetAsync(new Uri("/?key=" + Key, UriKind.Relative), Stop);
        foreach (var address in Addresses)
        {
            for (var time = 0; time < 2; time++)
            {
                using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative), Stop);
                Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
                Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
                Assert.Null(answer.Headers.Age);
                Assert.Null(answer.Headers.ETag);
            }
        }
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("localhost:5080", true)]
    [InlineData("[::1]", true)]
    [InlineData("rebind.example", false)]
    [InlineData("localhost.example", false)]
    [InlineData("loopback", false)]
    [InlineData("10.0.0.1", false)]
    public async Task The_host_asked_for_must_be_this_computer(string host, bool isTaken)
    {
        await using var app = await StartAsync();
        var answer = await RawReader.Ask(new Uri(app.Urls.Single()), $"GET /?key={Key} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");

        Assert.Equal(isTaken ? 302 : 421, answer.Status);
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.9.9.9", true)]
    [InlineData("[::1]", true)]
    [InlineData("loopback", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("[::]", false)]
    [InlineData("any", false)]
    [InlineData("192.168.0.1", false)]
    public void Only_numbers_of_this_computer_and_one_name_are_this_computer(string host, bool isThis)
    {
        Assert.Equal(isThis, WebsiteOptions.IsThisComputer(host));
        Assert.Equal(isThis, WebsiteOptions.ListensOnThisComputer($"http://{host}:5080"));
    }

    private async Task<WebApplication> StartAsync()
    {
        var snapshot = new DashboardSnapshot(running.Site(Samples.Latest), [], "draft") { IsDraft = true };
        var app = Website.Create(new SnapshotProvider(snapshot), new WebsiteOptions("http://127.0.0.1:0", "1.2.3") { DraftKey = Key });
        await app.StartAsync(Stop);
        return app;
    }

    private static HttpClient Visitor(WebApplication app) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };

    private static async Task<(HttpStatusCode Status, bool IsUnkept)> Ask(HttpClient visitor, string address)
    {
        using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative), Stop);
        return (answer.StatusCode, answer.Headers.CacheControl?.NoStore == true);
    }
}
