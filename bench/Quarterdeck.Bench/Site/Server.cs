using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
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
        using var reader = new HttpClient();
        while (!process.HasExited)
        {
            try
            {
                using var answer = reader.GetAsync(new Uri(address, path)).GetAwaiter().GetResult();
                answer.EnsureSuccessStatusCode();
                return new Server(process, address, watch.Elapsed.TotalMilliseconds);
            }
            catch (HttpRequestException refused) when (refused.InnerException is SocketException)
            {
                process.WaitForExit(1);
            }
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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
