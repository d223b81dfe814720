using System.Net;
using System.Text.RegularExpressions;
using Quarterdeck.TestKit;

namespace Quarterdeck.Web.Tests.Sites;

/// <summary>Whatever is sent: a plain answer with the right status, nothing of how the program is made, and the next reader is served.</summary>
public sealed partial class UglyRequestTests(RunningSite running)
{
    private static readonly string Long = new('a', 10_000);

    private Uri Address => running.Reader(Samples.First).BaseAddress!;

    public static TheoryData<string, string> Targets => new()
    {
        { "/indicators/NOT-THERE", "404" },
        { "/indicators/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "404" },
        { "/indicators/KPI%201", "404" },
        { "/reports/none", "404" },
        { "/publications/dashboard-9999-99", "404" },
        { "/publications/dashboard-2025-10/files/..%2F..%2Fquarterdeck.dll", "404" },
        { "/indicators?q=" + Long, "414" },
        { "/api/v1/indicators?q=" + Long, "414" },
        { "/indicators?q=" + new string('a', 1_900), "200" },
        { "/indicators?q=%F0%9F%94%A5%20%27%20OR%201=1--", "200" },
        { "/indicators?q=%FF%FE", "200" },
        { "/indicators?q=%00", "400" },
        { "/indicators?rating=Purple&area=NOWHERE&page=-1", "404" },
        { "/api/v1/indicators?page=99999999999999999999", "400" },
        { "/api/v1/indicators?page=-1", "400" },
        { "/api/v1/indicators?per_page=1000000", "400" },
        { "/api/v1/indicators/NOT-THERE/periods", "404" },
        { "/" + Long, "414" },
        { "/indicators/" + Long, "414" },
        { "/" + new string('/', 500), "404" },
        { "/../../../etc/passwd", "404" },
        { "/%2e%2e/%2e%2e/etc/passwd", "404" },
        { "/..%2f..%2fetc%2fpasswd", "404" },
        { "/..%5c..%5cwindows", "400" },
        { "/..\\..\\windows", "400" },
        { "/styles/..%2f..%2fquarterdeck.dll", "200|404" },
        { "/styles/colours-..%2f.css", "200|404" },
        { "/brand/..%2f..%2flogo.png", "404" },
        { "/reports/cover/files/%00.pdf", "400" },
        { "/indicators/%00", "400" },
        { "/indicators/%0d%0aSet-Cookie:%20a=b", "400|404" },
        { "/indicators/%", "400|404" },
        { "/indicators/%zz", "400|404" },
        { "*", "405" },
        { "http://evil.example/", "400" },
        { "/errors/200", "404" },
        { "/errors/abc", "404" },
        { "/" + new string('b', 40_000), "414" },
    };

    public static TheoryData<string, string, string> Headers => new()
    {
        { "GET", "Range: bytes=9999999999-\r\n", "200|416" },
        { "GET", "Range: bytes=5-1,abc\r\n", "200|416" },
        { "GET", "If-None-Match: not a tag\r\n", "200" },
        { "GET", "If-None-Match: \"\xFF\xFE\"\r\n", "200|400" },
        { "GET", "If-Modified-Since: Thursday in a month of Sundays\r\n", "200" },
        { "GET", "Accept-Encoding: \xFF\r\n", "200|400" },
        { "GET", "Accept-Encoding: gzip;q=zebra, br;q=-1\r\n", "200" },
        { "GET", "Accept: " + new string('x', 20_000) + "\r\n", "200" },
        { "GET", "X-Long: " + new string('x', 40_000) + "\r\n", "431" },
        { "GET", string.Concat(Enumerable.Range(0, 200).Select(one => $"X-{one}: 1\r\n")), "431" },
        { "GET", "No colon here\r\n", "400" },
        { "GET", "X: a\0b\r\n", "400" },
        { "GET", "Cookie: a=b; .AspNetCore.Antiforgery=zzz\r\n", "200" },
        { "GET", "X-Forwarded-Host: evil.example\r\nX-Forwarded-For: nonsense\r\nX-Original-URL: /errors/500\r\n", "200" },
        { "GET", "Content-Length: 10\r\nTransfer-Encoding: chunked\r\n", "200|400" },
        { "GET", "Content-Length: -1\r\n", "400" },
        { "GET", "Expect: 200-maybe\r\n", "200|417" },
        { "HEAD", "", "200" },
        { "POST", "Content-Length: 0\r\n", "405" },
        { "PUT", "Content-Length: 0\r\n", "405" },
        { "DELETE", "", "405" },
        { "OPTIONS", "", "405" },
        { "TRACE", "", "405" },
        { "QUARTERDECK", "", "405" },
        { "G\u00E9T", "", "400" },
    };

    [Theory]
    [MemberData(nameof(Targets))]
    public Task An_address_nobody_would_follow_gets_a_plain_answer(string target, string statuses) => Answers(RawReader.Get(target), statuses);

    [Theory]
    [MemberData(nameof(Headers))]
    public Task Odd_methods_and_headers_get_a_plain_answer(string method, string headers, string statuses) =>
        Answers(RawReader.Get("/", headers, method), statuses);

    [Theory]
    [InlineData("GET / HTTP/9.9\r\n\r\n", "505|400")]
    [InlineData("GET /\r\n\r\n", "400")]
    [InlineData("\0\0\0\0\r\n\r\n", "400")]
    [InlineData("GET / HTTP/1.1\r\n\r\n", "400")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "400")]
    [InlineData("GET / HTTP/1.1\r\nHost: a b c/../\r\n\r\n", "400")]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "400|505|0")]
    public Task What_is_hardly_a_request_gets_a_plain_answer(string request, string statuses) => Answers(request, statuses);

    private async Task Answers(string request, string statuses)
    {
        var (status, text) = await RawReader.Ask(Address, request);

        Assert.Contains(status.ToString(System.Globalization.CultureInfo.InvariantCulture), statuses.Split('|'));
        Assert.DoesNotMatch(Leaks(), text);
        Assert.DoesNotContain("evil.example", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", text, StringComparison.OrdinalIgnoreCase);
        using var next = await running.Reader(Samples.First).GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    /// <summary>Names of the server, of types and files, and headers that were made up by the reader.</summary>
    [GeneratedRegex(@"Kestrel|Microsoft|AspNetCore|Exception|\.cs:line|   at |\.dll|^Set-Cookie:|^Server:", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Leaks();
}
