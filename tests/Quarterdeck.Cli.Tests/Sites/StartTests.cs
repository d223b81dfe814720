using System.Net;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Cli.Tests.Sites;

/// <summary>The page of one person's own files, as the program opens it.</summary>
public sealed class StartTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_the_browser_that_has_the_key_sees_it_and_nothing_is_left_when_it_ends()
    {
        using var folder = new TemporaryPack();
        using var started = RunningQuarterdeck.StartIn(folder.Path, new Dictionary<string, string?> { ["TMPDIR"] = folder.Path }, "start");
        Assert.True(started.Address.IsLoopback);
        var place = new Uri(started.Address, "/start");
        using var stranger = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("council", "Another")]);

        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync(place, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.PostAsync(new Uri(place, "?handler=New"), form, Stop)).StatusCode);
        Assert.Contains("Start with your own files", await started.Reader.GetStringAsync(started.Address, Stop), StringComparison.Ordinal);
        Assert.Equal(place, (await started.Reader.GetAsync(new Uri(place, "/"), Stop)).RequestMessage!.RequestUri);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync(started.Address, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await started.Reader.PostAsync(new Uri(place, "?handler=New"), form, Stop)).StatusCode);
        Assert.Single(Directory.GetDirectories(folder.Path, "quarterdeck-*"));

        Assert.Equal(0, started.Interrupt().Exit);
        Assert.Empty(Directory.GetDirectories(folder.Path, "quarterdeck-*"));
    }

    [Fact]
    public async Task A_site_for_readers_has_no_such_page()
    {
        using var folder = new TemporaryPack();
        using var demo = RunningQuarterdeck.StartIn(folder.Path, new Dictionary<string, string?>(), "demo", "--sample", "district");

        Assert.Equal(HttpStatusCode.NotFound, (await demo.Reader.GetAsync(new Uri("/start", UriKind.Relative), Stop)).StatusCode);
    }
}
