using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Sites;

namespace Quarterdeck.Web.Tests.Sites;

/// <summary>Answers are made once for all readers: so they must not depend on who asks.</summary>
public sealed partial class KeptTests(RunningSite running)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", "br, gzip", "br")]
    [InlineData("/", "gzip", "gzip")]
    [InlineData("/", "gzip;q=0, br;q=0", null)]
    [InlineData("/", "br;q=0, gzip;q=0.1", "gzip")]
    [InlineData("/", "zebra", null)]
    [InlineData("/api/v1/indicators", "br", "br")]
    [InlineData("/reports/cover/files/cover.pdf", "br, gzip", null)]
    public async Task Every_reader_gets_the_same_in_the_form_they_take(string address, string accepted, string? encoding)
    {
        var plain = await (await Ask(address, string.Empty)).Content.ReadAsByteArrayAsync(Stop);
        foreach (var answer in new[] { await Ask(address, accepted), await Ask(address, accepted), await Ask(address + "?made=anew", accepted) })
        {
            // What is made for one reader is compressed as gzip, or not.
            var form = answer.RequestMessage!.RequestUri!.Query.Length == 0 ? encoding : encoding is not null && accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip" : null;
            Assert.Equal(form, answer.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.Equal(plain, Decoded(await answer.Content.ReadAsByteArrayAsync(Stop), form));
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal(address.Contains("pdf", StringComparison.Ordinal) ? [] : ["Accept-Encoding"], answer.Headers.Vary);
            answer.Dispose();
        }
    }

    [Fact]
    public async Task However_an_address_is_written_its_answer_is_kept_once()
    {
        var shown = new ShownSite(running.Site(Samples.First), [], "pack");
        await using var app = SiteApp.Create(new SiteSource(shown), new SiteOptions("http://127.0.0.1:0", "1.2.3"));
        await app.StartAsync(Stop);
        using var reader = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        foreach (var address in new[] { "/method/", "/method", "/METHOD", "/%6Dethod" })
        {
            using var answer = await reader.GetAsync(new Uri(address, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(1, shown.Answers.Count);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/reports/dashboard")]
    [InlineData("/reports/dashboard?page=1")]
    [InlineData("/indicators")]
    [InlineData("/indicators?q=complaints")]
    [InlineData("/indicators/CS07")]
    [InlineData("/indicators/CS07/years")]
    [InlineData("/indicators/CS07/years?years=2")]
    [InlineData("/compare")]
    [InlineData("/plan")]
    [InlineData("/method")]
    [InlineData("/publications")]
    [InlineData("/publications/feed.atom")]
    [InlineData("/api/v1/indicators")]
    [InlineData("/data/results.csv")]
    [InlineData("/none")]
    public async Task What_is_made_for_each_reader_is_the_same_compressed_or_not(string address)
    {
        await using var app = await Start(running.Site(Samples.Latest), 0);
        using var reader = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var plain = await By(string.Empty);
        using var compressed = await By("br, gzip");
        var bytes = await compressed.Content.ReadAsByteArrayAsync(Stop);

        Assert.Equal("gzip", compressed.Content.Headers.ContentEncoding.Single());
        Assert.Equal(await plain.Content.ReadAsByteArrayAsync(Stop), Decoded(bytes, "gzip"));
        Assert.Equal(compressed.StatusCode, plain.StatusCode);
        Assert.Equal("Accept-Encoding", plain.Headers.Vary.Single());
        Assert.Equal("Accept-Encoding", compressed.Headers.Vary.Single());

        async Task<HttpResponseMessage> By(string accepted)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
            return await reader.SendAsync(request, Stop);
        }
    }

    [Fact]
    public async Task What_was_made_once_goes_out_as_it_was_compressed_once()
    {
        var shown = new ShownSite(running.Site(Samples.Latest), [], "pack");
        await using var app = SiteApp.Create(new SiteSource(shown), new SiteOptions("http://127.0.0.1:0", "1.2.3") { Limits = new SiteLimits { AnswerMegabytes = 0 } });
        await app.StartAsync(Stop);
        using var reader = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept-Encoding", "gzip" } } };

        using var answer = await reader.SendAsync(request, Stop);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Stop);

        Assert.True(bytes.AsSpan().IndexOf(shown.Pages.Report(shown.Site.Home).Deflated.Span) > 0, "The page was compressed anew.");
    }

    [Fact]
    public async Task A_head_has_what_the_answer_has_but_no_body()
    {
        foreach (var address in new[] { "/method", "/method" })
        {
            using var whole = await Ask(address, "gzip");
            using var head = await running.Reader(Samples.First).SendAsync(new HttpRequestMessage(HttpMethod.Head, address) { Headers = { { "Accept-Encoding", "gzip" } } }, Stop);

            Assert.Equal(whole.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
            Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(Stop));
        }
    }

    /// <summary>A page that names its own address must not be kept: it would be told to readers who know the site by another.</summary>
    [Fact]
    public async Task No_page_tells_a_reader_the_name_another_asked_by()
    {
        await using var app = await Start(running.Site(Samples.First), 128);
        using var reader = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var (seen, left) = (new HashSet<string> { "/" }, new Queue<string>(["/"]));
        while (left.TryDequeue(out var address))
        {
            var page = await By(reader, address, "one.example");
            Assert.DoesNotContain("one.example", await By(reader, address, "two.example"), StringComparison.Ordinal);
            foreach (Match link in Link().Matches(page))
            {
                if (seen.Add(link.Groups[1].Value))
                {
                    left.Enqueue(link.Groups[1].Value);
                }
            }
        }

        Assert.True(seen.Count > 40, $"Only {seen.Count} pages were found.");
    }

    /// <summary>Where spans are sent every answer is the site's, which gives those that are ready too.</summary>
    [Fact]
    public async Task Where_spans_are_sent_readers_get_the_same()
    {
        var shown = new ShownSite(running.Site(Samples.First), [], Samples.First);
        var environment = new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:9", ["OTEL_METRICS_EXPORTER"] = "none" };
        await using var app = SiteApp.Create(new SiteSource(shown), new SiteOptions("http://127.0.0.1:0", "1.2.3") { Environment = environment });
        await app.StartAsync(Stop);
        using var reader = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var usual = await Ask("/method", string.Empty);

        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var traced = await reader.GetAsync(new Uri("/method", UriKind.Relative), Stop);
            Assert.Equal(await usual.Content.ReadAsStringAsync(Stop), await traced.Content.ReadAsStringAsync(Stop));
            Assert.Equal(usual.Headers.ETag, traced.Headers.ETag);
        }

        Assert.Equal(1, shown.Answers.Count);
    }

    [Fact]
    public async Task What_is_published_takes_the_place_of_what_was_kept()
    {
        var source = new SiteSource(new ShownSite(running.Site(Samples.First), [], "before"));
        await using var app = SiteApp.Create(source, new SiteOptions("http://127.0.0.1:0", "1.2.3"));
        await app.StartAsync(Stop);
        using var reader = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var before = await reader.GetAsync(new Uri("/", UriKind.Relative), Stop);
        source.Current = new ShownSite(running.Site(Samples.Latest), [], "after");
        using var after = await reader.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "If-None-Match", before.Headers.ETag!.ToString() } } }, Stop);

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(await before.Content.ReadAsStringAsync(Stop), await after.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task What_does_not_fit_is_made_anew()
    {
        await using var app = await Start(running.Site(Samples.First), 1);
        using var reader = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var first = await By(reader, "/reports/quarterly", "one.example");

        Assert.Equal(first, await By(reader, "/reports/quarterly", "one.example"));
    }

    private static async Task<WebApplication> Start(Application.Sites.Site site, int megabytes)
    {
        var app = SiteApp.Create(new SiteSource(new ShownSite(site, [], "test")), new SiteOptions("http://127.0.0.1:0", "1.2.3") { Limits = new SiteLimits { AnswerMegabytes = megabytes } });
        await app.StartAsync(Stop);
        return app;
    }

    private static async Task<string> By(HttpClient reader, string address, string host)
    {
        using var answer = await reader.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative)) { Headers = { Host = host } }, Stop);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

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

    private Task<HttpResponseMessage> Ask(string address, string accepted)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (accepted.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        }

        return running.Reader(Samples.First).SendAsync(request, Stop);
    }

    [GeneratedRegex("href=\"(/[^\"#?]*)")]
    private static partial Regex Link();
}
