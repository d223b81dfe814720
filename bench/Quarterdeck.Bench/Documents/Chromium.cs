using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Quarterdeck.Bench.Documents;

/// <summary>Chromium printing a web page as PDF: started anew for each, or kept open and driven over its DevTools protocol.</summary>
public sealed class Chromium : IDisposable
{
    private static readonly string[] Always = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"];

    private readonly Process _process;
    private readonly ClientWebSocket _socket = new();
    private readonly string _session;
    private int _number;

    private Chromium(Process process, Uri address)
    {
        _process = process;
        _socket.ConnectAsync(address, CancellationToken.None).GetAwaiter().GetResult();
        var target = Ask("Target.createTarget", new JsonObject { ["url"] = "about:blank" }, null)["targetId"]!.GetValue<string>();
        _session = Ask("Target.attachToTarget", new JsonObject { ["targetId"] = target, ["flatten"] = true }, null)["sessionId"]!.GetValue<string>();
        Ask("Page.enable", [], _session);
    }

    public static string? Program { get; } = OtherProcess.Find("chromium", "chromium-browser", "google-chrome");

    public int Id => _process.Id;

    public static byte[] PrintCold(string program, string folder, Uri page, MemoryWatch? memory)
    {
        var pdf = Path.Combine(folder, "chromium-cold.pdf");
        OtherProcess.Run(
            program,
            memory,
            [.. Always, $"--user-data-dir={Path.Combine(folder, "chromium-cold")}", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", page.AbsoluteUri]);
        return File.ReadAllBytes(pdf);
    }

    /// <summary>A browser that stays open.</summary>
    public static Chromium Open(string program, string folder)
    {
        var process =
            OtherProcess.Start(program, [.. Always, $"--user-data-dir={Path.Combine(folder, "chromium-warm")}", "--remote-debugging-port=0", "about:blank"]);
        const string Listening = "DevTools listening on ";
        while (process.StandardError.ReadLine() is { } line)
        {
            if (line.StartsWith(Listening, StringComparison.Ordinal))
            {
                // What it says from now on is read away, or it would wait for a reader.
                _ = process.StandardError.ReadToEndAsync();
                return new Chromium(process, new Uri(line[Listening.Length..]));
            }
        }

        throw new InvalidOperationException($"{program} ended without opening its DevTools port.");
    }

    /// <summary>Loads the page and prints it, tagged, as the writer beside it does.</summary>
    public byte[] Print(Uri page)
    {
        Ask("Page.navigate", new JsonObject { ["url"] = page.AbsoluteUri }, _session, untilEvent: "Page.loadEventFired");
        var answer =
            Ask("Page.printToPDF", new JsonObject { ["preferCSSPageSize"] = true, ["printBackground"] = true, ["generateTaggedPDF"] = true }, _session);
        return Convert.FromBase64String(answer["data"]!.GetValue<string>());
    }

    public void Dispose()
    {
        Ask("Browser.close", [], null);
        _process.WaitForExit();
        _socket.Dispose();
        _process.Dispose();
    }

    /// <param name="method">Of the protocol.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="session">Whom it is for; null for the browser itself.</param>
    /// <param name="untilEvent">Waits for this event besides the answer.</param>
    private JsonNode Ask(string method, JsonObject parameters, string? session, string? untilEvent = null)
    {
        var number = ++_number;
        var message = new JsonObject { ["id"] = number, ["method"] = method, ["params"] = parameters };
        if (session is not null)
        {
            message["sessionId"] = session;
        }

        _socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, CancellationToken.None).GetAwaiter().GetResult();
        JsonNode? answer = null;
        var happened = untilEvent is null;
        while (answer is null || !happened)
        {
            using var heard = Hear();
            var root = heard.RootElement;
            if (root.TryGetProperty("id", out var id) && id.GetInt32() == number)
            {
                answer = root.TryGetProperty("result", out var result)
                    ? JsonNode.Parse(result.GetRawText())
                    : throw new InvalidOperationException(
                        $"Chromium refused {method}, message {number.ToString(CultureInfo.InvariantCulture)}: {root.GetRawText()}");
            }
            else if (root.TryGetProperty("method", out var told) && told.GetString() == untilEvent)
            {
                happened = true;
            }
        }

        return answer;
    }

    private JsonDocument Hear()
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 20);
        while (true)
        {
            var received = _socket.ReceiveAsync(buffer.GetMemory(1 << 16), CancellationToken.None).AsTask().GetAwaiter().GetResult();
            if (received.MessageType == WebSocketMessageType.Close)
            {
                throw new InvalidOperationException("Chromium closed the connection.");
            }

            buffer.Advance(received.Count);
            if (received.EndOfMessage)
            {
                return JsonDocument.Parse(buffer.WrittenMemory);
            }
        }
    }
}
