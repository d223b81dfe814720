using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Quarterdeck.Bench.Documents;

namespace Quarterdeck.Bench.Site;

/// <summary>A web server in a process of its own, and what it takes of the machine.</summary>
internal sealed class Server : IDisposable
{
    private readonly Process _process;

    private Server(Process process, Uri address, double first) => (_process, Address, First) = (process, address, first);

    public Uri Address { get; }

    /// <summary>Milliseconds from the start of the program to its first answer, whole.</summary>
    public double First { get; }

    /// <summary>What it holds of the machine's memory, with the processes below it, in megabytes.</summary>
    public double Megabytes
    {
        get
        {
            var memory = new MemoryWatch();
            memory.Look(_process.Id);
            return memory.Peak / 1e6;
        }
    }

    /// <summary>Starts a server that says nothing, and asks it until it answers.</summary>
    /// <param name="path">What is asked for first.</param>
    /// <param name="program">The program.</param>
    /// <param name="args">Its arguments, given the free port it is to answer on.</param>
    public static Server Start(string path, string program, Func<int, IEnumerable<string>> args)
    {
        var port = FreePort();
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var watch = Stopwatch.StartNew();
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var arg in args(port))
        {
            start.ArgumentList.Add(arg);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (!process.HasExited)
        {
            if (Connected(port) is { } connection)
            {
                using (connection)
                {
                    Ask(connection, path);
                    return new Server(process, address, watch.Elapsed.TotalMilliseconds);
                }
            }

            process.WaitForExit(1);
        }

        throw new InvalidOperationException($"{program} ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)} in place of answering.");
    }

    /// <summary>Seconds of processor it has used.</summary>
    public double Processor()
    {
        _process.Refresh();
        return _process.TotalProcessorTime.TotalSeconds;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Null where nobody listens yet. Told without an exception: making them would take a processor from the program that is starting.</summary>
    private static Socket? Connected(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using var connecting = new SocketAsyncEventArgs { RemoteEndPoint = new IPEndPoint(IPAddress.Loopback, port) };
        using var done = new ManualResetEventSlim();
        connecting.Completed += (_, _) => done.Set();
        if (socket.ConnectAsync(connecting))
        {
            done.Wait();
        }

        if (connecting.SocketError == SocketError.Success)
        {
            return socket;
        }

        socket.Dispose();
        return null;
    }

    /// <summary>Asks for a page and reads it to its end.</summary>
    private static void Ask(Socket connection, string path)
    {
        connection.Send(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        var (read, begin) = (new byte[64 * 1024], string.Empty);
        for (var length = connection.Receive(read); length > 0; length = connection.Receive(read))
        {
            begin = begin.Length > 0 ? begin : Encoding.ASCII.GetString(read, 0, Math.Min(length, 64));
        }

        if (!begin.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"'{path}' is answered with '{begin}'.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
