using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Quarterdeck.Web.Tests.Sites;

/// <summary>A reader that sends whatever it is told, byte for byte.</summary>
internal sealed class RawReader : IAsyncDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<RawReader> Connect(Uri site, int? takes = null)
    {
        var reader = new RawReader();
        if (takes is { } bytes)
        {
            reader._socket.ReceiveBufferSize = bytes;
        }

        await reader._socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, site.Port), Stop);
        return reader;
    }

    /// <summary>Asks, and reads until the server closes.</summary>
    /// <returns>The status, and all that came; status 0 where the server only closed.</returns>
    public static async Task<(int Status, string Text)> Ask(Uri site, string request)
    {
        await using var reader = await Connect(site);
        await reader.Send(request);
        return await reader.Rest();
    }

    /// <summary>A request line and headers as a well-behaved reader closes them.</summary>
    public static string Get(string target, string headers = "", string method = "GET") =>
        $"{method} {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n";

    public async Task Send(string text) => await _socket.SendAsync(Encoding.Latin1.GetBytes(text), Stop);

    /// <summary>What comes until the server closes.</summary>
    public async Task<(int Status, string Text)> Rest()
    {
        using var all = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            while (await _socket.ReceiveAsync(buffer, Stop) is var count and > 0)
            {
                all.Write(buffer, 0, count);
            }
        }
        catch (SocketException)
        {
            // Reset in place of closed: it will not read the rest of what it was sent.
        }

        var text = Encoding.UTF8.GetString(all.ToArray());
        return (text.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture) : 0, text);
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
