using System.Net;
using System.Net.Sockets;
using System.Text;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Cli.Tests.Sites;

/// <summary>Slow visitors and those who go away do not keep the program from others.</summary>
public sealed class SlowReaderTests
{
    private const string Made = "/reports/dashboard?made=anew";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Pages made for those who do not take them stay half sent; others are answered meanwhile, and then those too.</summary>
    [Fact]
    public async Task Who_does_not_take_what_they_asked_for_holds_nobody_up()
    {
        using var running = RunningQuarterdeck.StartIn(
            AppContext.BaseDirectory,
            new Dictionary<string, string?>(),
            "serve",
            Samples.Folder(Samples.First),
            "--urls",
            "http://127.0.0.1:0");
        var whole = await running.Reader.GetByteArrayAsync(new Uri(Made, UriKind.Relative), Stop);
        var slow = new List<Socket>();
        try
        {
            for (var one = 0; one < 40; one++)
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 1024 };
                slow.Add(socket);
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, running.Address.Port), Stop);
                await socket.SendAsync(Encoding.Latin1.GetBytes($"GET {Made} HTTP/1.0\r\nHost: {running.Address.Authority}\r\n\r\n"), Stop);
            }

            foreach (var address in Enumerable.Repeat(new[] { "/", "/indicators?q=a", Made }, 10).SelectMany(three => three))
            {
                using var answer = await running.Reader.GetAsync(new Uri(address, UriKind.Relative), Stop);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }

            foreach (var socket in slow)
            {
                Assert.Equal(whole, await Body(socket));
            }
        }
        finally
        {
            slow.ForEach(socket => socket.Dispose());
        }

        Assert.Equal(0, running.Interrupt().Exit);
    }

    /// <summary>Others are answered, and nothing is told of it as a fault.</summary>
    [Theory]
    [InlineData("/")]
    [InlineData(Made)]
    public async Task Who_goes_away_without_waiting_is_no_fault(string address)
    {
        using var running = RunningQuarterdeck.StartIn(
            AppContext.BaseDirectory,
            new Dictionary<string, string?>(),
            "serve",
            Samples.Folder(Samples.First),
            "--urls",
            "http://127.0.0.1:0");
        for (var one = 0; one < 200; one++)
        {
            // Closed at once, with what was not read thrown away: the other side is told so in the middle of its answer.
            using var socket = new Socket(
                AddressFamily.InterNetwork,
                SocketType.Stream,
                ProtocolType.Tcp)
            { LingerState = new LingerOption(enable: true, seconds: 0) };
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, running.Address.Port), Stop);
            await socket.SendAsync(
                Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat($"GET {address} HTTP/1.1\r\nHost: {running.Address.Authority}\r\n\r\n", 20))),
                Stop);
            if (one % 2 == 0)
            {
                await socket.ReceiveAsync(new byte[100], Stop);
            }
        }

        Assert.NotEmpty(await running.Reader.GetByteArrayAsync(new Uri(address, UriKind.Relative), Stop));
        var ended = running.Interrupt();
        Assert.Equal(0, ended.Exit);
        Assert.DoesNotContain("\"LogLevel\"", ended.Data, StringComparison.Ordinal);
    }

    private static async Task<byte[]> Body(Socket socket)
    {
        using var all = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await socket.ReceiveAsync(buffer, Stop) is var count and > 0)
        {
            all.Write(buffer, 0, count);
        }

        var text = all.ToArray();
        return text[(text.AsSpan().IndexOf("\r\n\r\n"u8) + 4)..];
    }
}
