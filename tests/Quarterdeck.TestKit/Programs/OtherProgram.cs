using System.Diagnostics;
using System.Text;

namespace Quarterdeck.TestKit.Programs;

/// <summary>What a program answered.</summary>
public sealed record Answer(int Exit, string Data, string Said);

/// <summary>Programs that some tests need beside the SDK.</summary>
public static class OtherProgram
{
    /// <summary>
    /// Why a test cannot be run here, by the program's name; null where it can. The build machine installs every program
    /// first, so there it is always null, and a program that is missing after all fails the test.
    /// </summary>
    public static string? WhyNot(string program, string package) =>
        Environment.GetEnvironmentVariable("CI") is "true" || IsInstalled(program) ? null : $"'{program}' is not installed here: it is in the Debian package {package}.";

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

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var said = process.StandardError.ReadToEndAsync();
        var data = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Answer(process.ExitCode, data, said.GetAwaiter().GetResult());
    }

    /// <summary>Where a program is, by the search path; null when it is not there.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            .SelectMany(folder => new[] { Path.Combine(folder, program), Path.Combine(folder, program + ".exe") })
            .FirstOrDefault(File.Exists);

    private static bool IsInstalled(string program) => Find(program) is not null;
}
