using System.Net;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Sites;

namespace Quarterdeck.Web.Tests.Sites;

/// <summary>The web server starts while what it shows is still being read.</summary>
public sealed class OpeningTests(RunningSite running)
{
    [Fact]
    public async Task Who_comes_before_there_is_anything_to_show_waits_and_is_answered()
    {
        var source = new SiteSource();
        await using var app = SiteApp.Create(source, new SiteOptions("http://127.0.0.1:0", "1.2.3"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var reader = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var early = new[] { "/", "/health/ready", "/no-such" }.Select(address => reader.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)).ToList();
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.GetAsync(new Uri("/method", UriKind.Relative), impatient.Token));
        Assert.DoesNotContain(early, answer => answer.IsCompleted);
        source.Current = new ShownSite(running.Site(Samples.First), [], "pack");

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound], (await Task.WhenAll(early)).Select(answer => answer.StatusCode));
    }
}
