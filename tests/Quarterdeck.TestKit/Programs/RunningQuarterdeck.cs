using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Quarterdeck.TestKit.Programs;

/// <summary>The real program as a site, from its start to Ctrl+C.</summary>
public sealed class RunningQuarterdeck : IDisposable
{
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

        var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        var said = process.StandardError.ReadToEndAsync();
        var line = process.StandardOutput.ReadLine();
        if (Uri.TryCreate(line, UriKind.Absolute, out var address) && address.Scheme == "http")
        {
            return new RunningQuarterdeck(process, said, address);
        }

        process.Kill();
        throw new InvalidOperationException($"'{string.Join(' ', args)}' says '{line}', not where it answers: {said.GetAwaiter().GetResult()}");
    }

    /// <summary>Ctrl+C, and what it answered by its end: data are what it wrote after the address.</summary>
    public Answer Interrupt()
    {
        using (var sent = Process.Start("sh", ["-c", "kill -INT " + _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            sent.WaitForExit();
        }

        var data = _process.StandardOutput.ReadToEnd();
        _process.WaitForExit();
        return new Answer(_process.ExitCode, data, _said.GetAwaiter().GetResult());
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
