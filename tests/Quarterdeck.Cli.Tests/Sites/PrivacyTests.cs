using System.Net;
using System.Text;
using System.Text.Json;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Cli.Tests.Sites;

/// <summary>What is logged, traced and counted, and that none of it says who asked for what.</summary>
public sealed class PrivacyTests
{
    private const string Word = "zebracrossing";
    private const string Browser = "SecretBrowser";
    private const string Reader = "192.0.2.77";

    private static readonly string[] Secrets = [Word, Browser, Reader, "secretmethod", "secretstate", "secretpage", "127.0.0.1"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("json")]
    [InlineData("text")]
    public async Task A_log_line_tells_of_an_answer_but_not_of_its_reader(string format)
    {
        using var running = RunningQuarterdeck.StartIn(
            Environment.CurrentDirectory,
            new Dictionary<string, string?>(),
            Asked("--log-level", "information", "--log-format", format));
        await Visit(running.Reader);
        var lines = running.Interrupt().Data.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains(lines, line => line.Contains("GET of /indicators answered with 200", StringComparison.Ordinal)
            || line.Contains("GET of indicators answered with 200", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.All(Secrets, secret => Assert.DoesNotContain(secret, line, StringComparison.OrdinalIgnoreCase)));
        if (format == "json")
        {
            Assert.All(lines, line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind));
        }
    }

    [Fact]
    public async Task Traces_and_metrics_go_to_the_collector_that_is_named_and_tell_as_little()
    {
        using var collector = new HttpListener();
        var address = Listen(collector);
        var got = new List<(string Path, string Text)>();
        var collecting = Task.Run(() => Collect(collector, got), Stop);
        var variables = new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
        };
        using (var running = RunningQuarterdeck.StartIn(Environment.CurrentDirectory, variables, Asked()))
        {
            await Visit(running.Reader);
            Assert.Equal(0, running.Interrupt().Exit);
        }

        collector.Stop();
        await collecting;
        Assert.Contains(got, one => one.Path == "/v1/traces" && one.Text.Contains("indicators/{reference}", StringComparison.Ordinal));
        Assert.Contains(got, one => one.Path == "/v1/metrics" && one.Text.Contains("http.server.request.duration", StringComparison.Ordinal));

        // The site's own address is no reader's.
        Assert.All(got, one => Assert.All(Secrets.SkipLast(1), secret => Assert.DoesNotContain(secret, one.Text, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Metrics_to_read_tell_as_little()
    {
        using var running = RunningQuarterdeck.StartIn(Environment.CurrentDirectory, new Dictionary<string, string?>(), Asked());
        await Visit(running.Reader);
        var metrics = await running.Reader.GetStringAsync(new Uri("/metrics", UriKind.Relative), Stop);

        Assert.Matches("http_server_request_duration_seconds_count\\{[^}]*http_response_status_code=\"404\"", metrics);

        // The site's own address is no visitor's.
        Assert.All(Secrets.SkipLast(1), secret => Assert.DoesNotContain(secret, metrics, StringComparison.OrdinalIgnoreCase));
    }

    private static string[] Asked(params string[] more) =>
        ["serve", Samples.Folder(Samples.First), "--urls", "http://127.0.0.1:0", "--proxies", "127.0.0.1", .. more];

    private static async Task Visit(HttpClient reader)
    {
        foreach (var address in new[] { "/indicators?q=" + Word, "/indicators/lac", "/api/v1/indicators?q=" + Word, "/secretpage", "/reports/quarterly" })
        {
            foreach (var method in new[] { HttpMethod.Get, new HttpMethod("SECRETMETHOD") })
            {
                using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
                request.Headers.Add("X-Forwarded-For", Reader);
                request.Headers.Add("User-Agent", Browser);
                request.Headers.Add("Referer", "https://example.org/" + Word);
                request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
                request.Headers.Add("tracestate", "a=secretstate");
                using var answer = await reader.SendAsync(request, Stop);
            }
        }
    }

    private static string Listen(HttpListener collector)
    {
        using var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        free.Stop();
        collector.Prefixes.Add(address);
        collector.Start();
        return address;
    }

    private static async Task Collect(HttpListener collector, List<(string Path, string Text)> got)
    {
        while (collector.IsListening)
        {
            try
            {
                var context = await collector.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                got.Add((context.Request.Url!.AbsolutePath, Encoding.Latin1.GetString(body.ToArray())));
                context.Response.Close();
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
