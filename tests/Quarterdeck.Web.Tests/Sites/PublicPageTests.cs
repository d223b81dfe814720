using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Hosting;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Tests.Sites;

/// <summary>What is kept for others: public pages, and nothing that does not say it is one.</summary>
public sealed partial class PublicPageTests(RunningSite running)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_added_without_a_word_about_caching_is_answered_to_each_visitor_alone()
    {
        await using var app = Website.Create(Provider(), Options, configure: routes =>
        {
            routes.MapGet("/my-tasks", context =>
            {
                var name = context.Request.Cookies["person"];
                context.Response.Cookies.Append("session", "secret of " + name);
                return context.Response.WriteAsync("Tasks of " + name, Stop);
            });
            routes.MapPost("/sign-in", context => context.Response.WriteAsync("Signed in", Stop));
        });
        await app.StartAsync(Stop);
        using var visitor = Visitor(app);

        foreach (var name in new[] { "alice", "bob", "alice" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/my-tasks") { Headers = { { "Cookie", "person=" + name } } };
            using var answer = await visitor.SendAsync(request, Stop);
            Assert.Equal("Tasks of " + name, await answer.Content.ReadAsStringAsync(Stop));
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
            Assert.Contains("secret%20of%20" + name, Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("ETag"));
        }

        using var posted = await visitor.PostAsync(new Uri("/sign-in", UriKind.Relative), new StringContent(string.Empty), Stop);
        Assert.Equal("Signed in", await posted.Content.ReadAsStringAsync(Stop));
        Assert.Equal("no-store", posted.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/", "GET", null, null, true)]
    [InlineData("/", "HEAD", null, null, true)]
    [InlineData("/api/v1/indicators", "GET", null, null, true)]
    [InlineData("/data/indicators/CS07.csv", "GET", null, null, true)]
    [InlineData("/?made=anew", "GET", null, null, false)]
    [InlineData("/", "GET", "Cookie", "a=b", false)]
    [InlineData("/", "GET", "Authorization", "Basic YTpi", false)]
    [InlineData("/none", "GET", null, null, false)]
    [InlineData("/health/ready", "GET", null, null, false)]
    public async Task Public_pages_are_kept_for_requests_that_could_be_anybodys(string address, string method, string? header, string? value, bool isKept)
    {
        await using var app = Website.Create(Provider(), Options);
        await app.StartAsync(Stop);
        using var visitor = Visitor(app);

        for (var time = 0; time < 2; time++)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
            if (header is not null)
            {
                request.Headers.TryAddWithoutValidation(header, value);
            }

            using var answer = await visitor.SendAsync(request, Stop);
            Assert.Equal(isKept && time == 1, answer.Headers.Age is not null);
        }
    }

    [Fact]
    public async Task Each_encoding_is_kept_as_it_is_and_says_the_same()
    {
        await using var app = Website.Create(Provider(), Options);
        await app.StartAsync(Stop);
        using var visitor = Visitor(app);
        var plain = await visitor.GetByteArrayAsync(new Uri("/", UriKind.Relative), Stop);

        for (var time = 0; time < 2; time++)
        {
            foreach (var (accepted, encoding) in new[]
            {
                ("br, gzip", "br"),
                ("gzip", "gzip"),
                ("gzip, br;q=0.5", "gzip"),
                ("br;q=0, gzip;q=0.1", "gzip"),
                ("zstd", null),
                ("*", "br")
            })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "/");
                request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
                using var answer = await visitor.SendAsync(request, Stop);
                Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
                Assert.Equal(plain, Decoded(await answer.Content.ReadAsByteArrayAsync(Stop), encoding));
            }
        }
    }

    /// <summary>A visitor can write any host into a request: no page may say it to others, or to them.</summary>
    [Theory]
    [InlineData("evil.example")]
    [InlineData("a&b.evil.example")]
    [InlineData("a'b.evil.example")]
    public async Task No_page_says_by_which_name_it_was_asked_for(string host)
    {
        await using var app = Website.Create(Provider(), Options);
        await app.StartAsync(Stop);
        var (seen, left) =
            (new HashSet<string> { "/", "/publications.atom", "/embed/indicators/CS07", "/indicators/CS07/card", "/api/v1/openapi.json" }, new Queue<string>());
        seen.ToList().ForEach(left.Enqueue);
        var site = new Uri(app.Urls.Single());
        while (left.TryDequeue(out var address))
        {
            var answer = await RawReader.Ask(site, $"GET {address} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
            Assert.DoesNotContain("evil.example", answer.Text, StringComparison.Ordinal);
            foreach (Match link in Link().Matches(answer.Text).Take(60))
            {
                if (seen.Add(link.Groups[1].Value))
                {
                    left.Enqueue(link.Groups[1].Value);
                }
            }
        }

        Assert.True(seen.Count > 40, $"Only {seen.Count} pages were found.");
    }

    [Fact]
    public async Task Absolute_links_begin_with_the_public_address()
    {
        await using var app = Website.Create(Provider(), Options with { PublicAddress = "https://performance.example.gov.uk" });
        await app.StartAsync(Stop);
        using var visitor = Visitor(app);

        Assert.Contains(
            "href=\"https://performance.example.gov.uk/indicators/CS07\"",
            await visitor.GetStringAsync(new Uri("/embed/indicators/CS07", UriKind.Relative), Stop),
            StringComparison.Ordinal);
        Assert.Contains(
            "https://performance.example.gov.uk/embed/indicators/CS07",
            await visitor.GetStringAsync(new Uri("/indicators/CS07/card", UriKind.Relative), Stop),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_nobody_links_to_do_not_fill_the_cache()
    {
        await using var app = Website.Create(Provider(), Options);
        await app.StartAsync(Stop);
        using var visitor = Visitor(app);

        foreach (var address in new[] { "/styles/made-up.css", "/styles/colours-made-up.css", "/scripts/made-up.js" })
        {
            for (var time = 0; time < 2; time++)
            {
                using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative), Stop);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
                Assert.Null(answer.Headers.Age);
            }
        }
    }

    [Fact]
    public async Task Another_snapshot_is_shown_at_once()
    {
        var provider = Provider();
        await using var app = Website.Create(provider, Options);
        await app.StartAsync(Stop);
        using var visitor = Visitor(app);
        using var before = await visitor.GetAsync(new Uri("/", UriKind.Relative), Stop);
        provider.Replace(new DashboardSnapshot(running.Site(Samples.First), [], "after"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "If-None-Match", before.Headers.ETag!.ToString() } } };
        using var after = await visitor.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(await before.Content.ReadAsStringAsync(Stop), await after.Content.ReadAsStringAsync(Stop));
        Assert.Null(after.Headers.Age);
    }

    [Fact]
    public async Task A_cache_of_no_megabytes_keeps_nothing()
    {
        await using var app = Website.Create(Provider(), Options with { Limits = new WebsiteLimits { CacheMegabytes = 0 } });
        await app.StartAsync(Stop);
        using var visitor = Visitor(app);
        await visitor.GetStringAsync(new Uri("/", UriKind.Relative), Stop);
        using var again = await visitor.GetAsync(new Uri("/", UriKind.Relative), Stop);

        Assert.Null(again.Headers.Age);
        Assert.Equal("public, max-age=60", again.Headers.CacheControl!.ToString());
    }

    private static WebsiteOptions Options => new("http://127.0.0.1:0", "1.2.3");

    private SnapshotProvider Provider() => new(new DashboardSnapshot(running.Site(Samples.Latest), [], "before"));

    private static HttpClient Visitor(WebApplication app) =>
        new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, UseCookies = false }) { BaseAddress = new Uri(app.Urls.Single()) };

    private static byte[] Decoded(byte[] sent, string? encoding)
    {
        using var output = new MemoryStream();
        using Stream input = encoding switch
        {
            "br" => new BrotliStream(new MemoryStream(sent), CompressionMode.Decompress),
            "gzip" => new GZipStream(new MemoryStream(sent), CompressionMode.Decompress),
            _ => new MemoryStream(sent),
        };
        input.CopyTo(output);
        return output.ToArray();
    }

    [GeneratedRegex("href=\"(/[^\"#?]*)")]
    private static partial Regex Link();
}
