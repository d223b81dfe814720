using System.Net;
using System.Net.Http.Headers;
using Quarterdeck.TestKit;

namespace Quarterdeck.Web.Tests.Sites;

/// <summary>How the site answers, whatever the page.</summary>
public sealed class AnswerTests(RunningSite running)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/reports/cover")]
    [InlineData("/api/v1/indicators")]
    public async Task What_a_reader_has_is_not_sent_again(string address)
    {
        using var first = await Get(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await running.Reader(Samples.First).SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal("public, max-age=60", second.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing-here")]
    [InlineData("/api/v1/indicators/none")]
    public async Task Every_answer_keeps_scripts_and_frames_out(string address)
    {
        using var answer = await Get(address);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));

        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("; script-src 'self'; ", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Pages_travel_compressed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/reports/quarterly", UriKind.Relative));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var answer = await running.Reader(Samples.First).SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        Assert.True((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length * 4
            < (await running.Read(Samples.First, "/reports/quarterly")).Length);
    }

    [Fact]
    public async Task The_style_sheet_is_kept_for_good_and_borrows_no_typeface()
    {
        var page = await running.Read(Samples.First, "/");
        var address = page[(page.IndexOf("stylesheet\" href=\"/styles/", StringComparison.Ordinal) + 18)..].Split('"')[0];
        using var answer = await Get(address);
        var css = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("max-age=31536000", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("GDS Transport", css, StringComparison.Ordinal);
        Assert.Contains(".tint-00703c{background:", css, StringComparison.Ordinal);
        Assert.Contains(".chip.rated-a4182b{background:#fbe8ea", css, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_is_kept_for_good_and_says_what_it_is()
    {
        var page = await running.Read(Samples.First, "/");
        using var answer = await Get(page[(page.IndexOf("src=\"/scripts/", StringComparison.Ordinal) + 5)..].Split('"')[0]);
        using var old = await Get("/scripts/of-an-earlier-version.js");

        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-cache", old.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Operators_can_see_that_it_is_well()
    {
        Assert.Equal("alive\n", await running.Read(Samples.First, "/health/live"));
        Assert.StartsWith("ready: ", await running.Read(Samples.First, "/health/ready"), StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_count", await running.Read(Samples.First, "/metrics"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/reports/cover/files/cover.pdf", HttpStatusCode.OK)]
    [InlineData("/reports/cover/files/cover.exe", HttpStatusCode.NotFound)]
    [InlineData("/reports/cover/files/quarterly.pdf", HttpStatusCode.NotFound)]
    [InlineData("/reports/none/files/none.pdf", HttpStatusCode.NotFound)]
    [InlineData("/reports/cover/files/..%2f..%2fetc%2fpasswd", HttpStatusCode.NotFound)]
    public async Task Only_the_files_of_a_report_can_be_had(string address, HttpStatusCode status)
    {
        using var answer = await Get(address);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_that_is_sent_here_is_refused()
    {
        using var answer = await running.Reader(Samples.First)
            .PostAsync(new Uri("/indicators", UriKind.Relative), new StringContent("x"), TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode is 400 or 405, answer.StatusCode.ToString());
    }

    private Task<HttpResponseMessage> Get(string address) =>
        running.Reader(Samples.First).GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
}
