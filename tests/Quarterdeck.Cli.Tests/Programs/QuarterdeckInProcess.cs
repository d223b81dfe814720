using System.Text;
using Quarterdeck.Cli.Output;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Cli.Tests.Programs;

/// <summary>The same program without starting a process, for many small questions and for terminals a test cannot open.</summary>
internal static class QuarterdeckInProcess
{
    public static Answer Run(IReadOnlyList<string> args, int? width = null, bool usesColour = false, DateOnly? today = null)
    {
        using var data = new MemoryStream();
        using var said = new StringWriter { NewLine = "\n" };
        int exit;
        using (var terminal = new Terminal(data, said, width, usesColour))
        {
            exit = QuarterdeckProgram.RunAsync(args, terminal, new StoppedClock(today ?? new DateOnly(2025, 11, 26))).GetAwaiter().GetResult();
        }

        return new Answer(exit, Encoding.UTF8.GetString(data.ToArray()), said.ToString());
    }

    private sealed class StoppedClock(DateOnly today) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(today, new TimeOnly(12, 0), TimeSpan.Zero);
    }
}
