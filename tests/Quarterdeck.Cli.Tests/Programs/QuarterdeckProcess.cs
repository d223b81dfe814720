using System.Diagnostics;
using System.Text;

namespace Quarterdeck.Cli.Tests.Programs;

/// <summary>What the program answered.</summary>
internal sealed record Answer(int Exit, string Data, string Said);

/// <summary>The real program, started as its users start it.</summary>
internal static class QuarterdeckProcess
{
    public static Answer Run(params string[] args) => RunIn(Environment.CurrentDirectory, args);

    public static Answer RunIn(string folder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var arg in (string[])["exec", Path.Combine(AppContext.BaseDirectory, "quarterdeck.dll"), .. args])
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var said = process.StandardError.ReadToEndAsync();
        var data = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Answer(process.ExitCode, data, said.GetAwaiter().GetResult());
    }
}
