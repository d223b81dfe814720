using System.Diagnostics;
using System.Globalization;

namespace Quarterdeck.Storage.Tests.Kills;

/// <summary>A writer in a process of its own, and the end it comes to.</summary>
internal sealed class WriterProcess : IDisposable
{
    /// <summary>Makes this program a writer.</summary>
    public const string Word = "writer";

    private readonly Process _process;

    public WriterProcess(params string[] asked)
    {
        var start = Start(asked);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = Process.Start(start) ?? throw new InvalidOperationException("The writer did not start.");
    }

    /// <summary>How this program is started as a writer.</summary>
    public static ProcessStartInfo Start(params string[] asked)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(WriterProcess).Assembly.Location, Word, .. asked]);

        // It lives for less than a second: what makes a program quick later only makes it slow to start.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TieredCompilation"] = "1";
        return start;
    }

    /// <summary>Waits for a line, and then so long, and kills it: no warning, no last words.</summary>
    /// <param name="line">What it must have said: a word, or any number for null.</param>
    /// <param name="delay">How long after that.</param>
    /// <returns>The last change it said was written, 0 for none, and whether it was killed before its end.</returns>
    public async Task<(long Acknowledged, bool InTime)> KillAfter(string? line, TimeSpan delay)
    {
        long acknowledged = 0;
        var wrong = _process.StandardError.ReadToEndAsync();
        while (await _process.StandardOutput.ReadLineAsync() is { } said)
        {
            acknowledged = Number(said) ?? acknowledged;
            if (said == line || (line is null && Number(said) is not null))
            {
                break;
            }
        }

        await Task.Delay(delay);
        _process.Kill();
        await _process.WaitForExitAsync();

        // What it said before it died is still to be read; the last line may be cut off, and was then not said.
        var rest = await _process.StandardOutput.ReadToEndAsync();
        foreach (var said in rest.Split('\n')[..^1])
        {
            acknowledged = Number(said) ?? acknowledged;
        }

        Assert.Equal(string.Empty, await wrong);
        return (acknowledged, _process.ExitCode != 0);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static long? Number(string said) => long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
