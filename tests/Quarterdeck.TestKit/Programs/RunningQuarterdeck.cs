using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Quarterdeck.TestKit.Programs;

/// <summary>The real program as a site, from its start to the signal that ends it.</summary>
public sealed class RunningQuarterdeck : IDisposable
{
    private static readonly TimeSpan FirstLine = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Task<string> _said;

    private RunningQuarterdeck(Process process, Task<string> said, Uri address)
    {
        (_process, _said) = (process, said);
        Address = address;
        Reader = new HttpClient { BaseAddress = address };
    }

    /// <summary>Where it answers, as its first line says.</summary>
    public Uri Address { get; }

    public HttpClient Reader { get; }

    /// <exception cref="InvalidOperationException">It ended, or said something else than where it answers.</exception>
    public static RunningQuarterdeck StartIn(string folder, IReadOnlyDictionary<string, string?> variables, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var arg in new[] { "exec", Path.Combine(AppContext.BaseDirectory, "quarterdeck.dll") }.Concat(args))
        {
            start.ArgumentList.Add(arg);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        start.Environment.Remove(Soak.Variable);
        var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        var said = process.StandardError.ReadToEndAsync();
        var line = OtherProgram.NextLine(process, FirstLine);
        if (Uri.TryCreate(line, UriKind.Absolute, out var address) && address.Scheme == "http")
        {
            return new RunningQuarterdeck(process, said, address);
        }

        process.Kill();
        throw new InvalidOperationException($"'{string.Join(' ', args)}' says '{line}', not where it answers: {said.GetAwaiter().GetResult()}");
    }

    /// <summary>
    /// Sends SIGTERM, as a service manager does, and gives what the program wrote after its address. It is not SIGINT, because a
    /// program started by a background job ignores that.
    /// </summary>
    /// <exception cref="TimeoutException">It did not end in time, and was killed.</exception>
    public Answer Interrupt()
    {
        var pid = _process.Id.ToString(CultureInfo.InvariantCulture);
        OtherProgram.Run("sh", Environment.CurrentDirectory, new Dictionary<string, string?>(), ["-c", "kill -TERM " + pid]);
        return OtherProgram.End(_process, _process.StandardOutput.ReadToEndAsync(), _said);
    }

    public void Dispose()
    {
        Reader.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
