using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Quarterdeck.Application.Publishing;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Programs;
using Quarterdeck.Web.Hosting;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Tests.Hosting;

/// <summary>The file docs/guide/nginx/quarterdeck.conf, run by nginx as the guide says, with ports and folders of the test.</summary>
public sealed class NginxTests : IAsyncLifetime
{
    private const string Name = "performance.example.gov.uk";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("quarterdeck-nginx-");
    private readonly int _plainPort = FreePort();
    private readonly int _securePort = FreePort();
    private readonly HttpClient _visitor = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=" + Name },
    });

    private WebApplication? _app;
    private Process? _nginx;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(OtherProgram.WhyNot("nginx", "nginx") is not null, OtherProgram.WhyNot("nginx", "nginx") ?? string.Empty);
        var options = new WebsiteOptions("http://127.0.0.1:0", "1.2.3") { Proxies = [IPNetwork.Parse("127.0.0.1/32")], PublicAddress = "https://" + Name };
        _app = Website.Create(new SnapshotProvider(new DashboardSnapshot(new PublicDashboard(Samples.Read(Samples.Latest)), [], "sample")), options);
        await _app.StartAsync(TestContext.Current.CancellationToken);
        WriteCertificate();
        await File.WriteAllTextAsync(
            Path.Combine(_folder.FullName, "nginx.conf"),
            Settings(new Uri(_app.Urls.Single()).Port),
            TestContext.Current.CancellationToken);
        _nginx = Process.Start(new ProcessStartInfo("nginx", ["-p", _folder.FullName, "-c", "nginx.conf", "-e", "error.log"]) { RedirectStandardError = true });
        await WaitUntilItAnswers();
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        if (_nginx is not null)
        {
            _nginx.Kill();
            await _nginx.WaitForExitAsync(CancellationToken.None);
            _nginx.Dispose();
        }

        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_public_page_comes_from_the_cache_in_each_encoding_and_says_it_is_secure()
    {
        var texts = new List<string>();
        foreach (var asked in new[] { "", "gzip", "br", "gzip;q=0, deflate", "gzip, deflate, br" })
        {
            await Get("/indicators", ("Accept-Encoding", asked));
            using var answer = await Get("/indicators", ("Accept-Encoding", asked));
            Assert.Equal((HttpStatusCode.OK, "HIT"), (answer.StatusCode, Status(answer)));
            Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
            texts.Add(await Text(answer));
        }

        Assert.Contains("<h1", texts[0], StringComparison.Ordinal);
        Assert.Single(texts.Distinct());
    }

    [Fact]
    public async Task Who_sends_a_cookie_or_a_credential_is_not_answered_from_the_cache()
    {
        await Get("/method");
        foreach (var header in new[] { ("Cookie", "session=1"), ("Authorization", "Bearer 1") })
        {
            using var answer = await Get("/method", header);
            Assert.Equal((HttpStatusCode.OK, "BYPASS"), (answer.StatusCode, Status(answer)));
        }
    }

    [Theory]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    public async Task What_is_not_a_public_page_is_never_kept(string address, HttpStatusCode status)
    {
        await Get(address);
        using var answer = await Get(address);

        Assert.Equal((status, "MISS"), (answer.StatusCode, Status(answer)));
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Links_name_the_public_address_whatever_the_visitor_says_of_it()
    {
        using var answer = await Get("/publications.atom", ("X-Forwarded-Host", "evil.example"), ("Host", "evil.example"));
        using var card = await Get("/embed/indicators/FN08", ("X-Forwarded-Host", "evil.example"));
        var text = await Text(card);

        Assert.Contains("https://" + Name + "/", text, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", text + await Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_http_is_sent_on_to_https_and_metrics_are_not_open()
    {
        using var plain = await _visitor.GetAsync(new Uri($"http://127.0.0.1:{_plainPort}/indicators?q=road"), TestContext.Current.CancellationToken);
        using var metrics = await Get("/metrics");

        Assert.Equal(HttpStatusCode.MovedPermanently, plain.StatusCode);
        Assert.Equal($"https://{Name}/indicators?q=road", plain.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, metrics.StatusCode);
    }

    private static string Status(HttpResponseMessage answer) => answer.Headers.GetValues("X-Cache-Status").Single();

    private static async Task<string> Text(HttpResponseMessage answer)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var plain = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<HttpResponseMessage> Get(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://127.0.0.1:{_securePort}{address}");
        request.Headers.Host = Name;
        foreach (var (name, value) in headers.Where(header => header.Value.Length > 0))
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _visitor.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task WaitUntilItAnswers()
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await Get("/health/live");
                return;
            }
            catch (HttpRequestException) when (waited.Elapsed < TimeSpan.FromSeconds(30) && _nginx is { HasExited: false })
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
            catch (HttpRequestException)
            {
                Assert.Fail("nginx did not start: "
                    + (_nginx!.HasExited ? await _nginx.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken) : "it does not answer."));
            }
        }
    }

    /// <summary>The guide's file within what Debian's nginx.conf has around it; ports, folders and the certificate are the test's.</summary>
    private string Settings(int port)
    {
        var file = File.ReadAllText(Path.Combine(Samples.Repository, "docs", "guide", "nginx", "quarterdeck.conf"));
        foreach (var (written, ours) in new[]
        {
            ("listen 80;", $"listen 127.0.0.1:{_plainPort};"),
            ("listen [::]:80;", string.Empty),
            ("listen 443 ssl;", $"listen 127.0.0.1:{_securePort} ssl;"),
            ("listen [::]:443 ssl;", string.Empty),
            ("127.0.0.1:5080", "127.0.0.1:" + port.ToString(CultureInfo.InvariantCulture)),
            ("/etc/ssl/quarterdeck/", _folder.FullName + "/"),
            ("/var/cache/nginx/", _folder.FullName + "/"),
        })
        {
            Assert.Contains(written, file, StringComparison.Ordinal);
            file = file.Replace(written, ours, StringComparison.Ordinal);
        }

        var temporary = string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(part => $"{part}_temp_path {part}; "));
        return $$"""
            daemon off;
            master_process off;
            pid nginx.pid;
            events { }
            http {
            access_log off;
            {{temporary}}
            {{file}}
            }
            """;
    }

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + Name, key, HashAlgorithmName.SHA256);
        using var certificate =
            request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        File.WriteAllText(Path.Combine(_folder.FullName, "fullchain.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder.FullName, "privkey.pem"), key.ExportPkcs8PrivateKeyPem());
    }
}
