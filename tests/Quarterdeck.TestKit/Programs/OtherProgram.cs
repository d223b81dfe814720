using System.Diagnostics;
using System.Text;

namespace Quarterdeck.TestKit.Programs;

/// <summary>What a program answered.</summary>
public sealed record Answer(int Exit, string Data, string Said);

/// <summary>Programs that some tests need beside the SDK.</summary>
public static class OtherProgram
{
    /// <summary>How long a started program may take before the test stops it and fails.</summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Why a test cannot be run here, by the program's name; null where it can. The build machine installs every program
    /// first, so there it is always null, and a program that is missing after all fails the test.
    /// </summary>
    public static string? WhyNot(string program, string package) =>
        Environment.GetEnvironmentVariable("CI") is "true" || IsInstalled(program)
            ? null
            : $"'{program}' is not installed here: it is in the Debian package {package}.";

    public static Answer Run(string program, string folder, IReadOnlyDictionary<string, string?> variables, IEnumerable<string> args)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        start.Environment.Remove(Soak.Variable);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        return End(process, process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    /// <summary>Waits for the end of a program and of its output. One that takes longer than the limit is killed with its children.</summary>
    internal static Answer End(Process process, Task<string> data, Task<string> said)
    {
        // A child that outlives the program may hold its output open, so the output has its own limit.
        if (process.WaitForExit(Limit) && Task.WaitAll([data, said], Limit))
        {
            return new Answer(process.ExitCode, data.GetAwaiter().GetResult(), said.GetAwaiter().GetResult());
        }

        process.Kill(entireProcessTree: true);
        var asked = string.Join(' ', process.StartInfo.ArgumentList);
        throw new TimeoutException(
            $"'{process.StartInfo.FileName} {asked}' did not end within {Limit.TotalMinutes} minutes and was stopped.");
    }

    /// <summary>The next line a program writes; null at its end.</summary>
    /// <exception cref="TimeoutException">It wrote none within the limit, and was stopped.</exception>
    internal static string? NextLine(Process process, TimeSpan limit)
    {
        var line = process.StandardOutput.ReadLineAsync();
        if (line.Wait(limit))
        {
            return line.GetAwaiter().GetResult();
        }

        process.Kill(entireProcessTree: true);
        throw new TimeoutException(
            $"'{process.StartInfo.FileName}' wrote no line within {limit.TotalMinutes} minutes and was stopped.");
    }

    /// <summary>Where a program is, by the search path; null when it is not there.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            .SelectMany(folder => new[] { Path.Combine(folder, program), Path.Combine(folder, program + ".exe") })
            .FirstOrDefault(File.Exists);

    private static bool IsInstalled(string program) => Find(program) is not null;
}
