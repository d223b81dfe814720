using Quarterdeck.Cli.Output;
using Quarterdeck.TestKit;

namespace Quarterdeck.Cli.Tests.Programs;

/// <summary>A fault of the program itself ends as a sentence; its stack trace is for who asks for it.</summary>
public sealed class UnforeseenErrorTests
{
    private const string Details = "QUARTERDECK_DETAILS";

    [Fact]
    public async Task An_error_nobody_foresaw_ends_with_a_sentence_and_its_own_exit_code()
    {
        var (exit, said) = await CheckWithABrokenClockAsync();

        Assert.Equal(4, exit);
        Assert.Contains("This is a fault in the program, not in your figures.", said, StringComparison.Ordinal);
        Assert.Contains($"run the command again with the environment variable {Details}=1", said, StringComparison.Ordinal);
        Assert.DoesNotContain("The clock is broken.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_details_are_written_where_the_variable_asks_for_them()
    {
        Environment.SetEnvironmentVariable(Details, "1");
        try
        {
            var (exit, said) = await CheckWithABrokenClockAsync();

            Assert.Equal(4, exit);
            Assert.Contains("InvalidOperationException: The clock is broken.", said, StringComparison.Ordinal);
            Assert.Contains("   at ", said, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Details, null);
        }
    }

    private static async Task<(int Exit, string Said)> CheckWithABrokenClockAsync()
    {
        using var data = new MemoryStream();
        await using var said = new StringWriter();
        using var terminal = new Terminal(data, said, width: null, usesColour: false);
        var exit = await QuarterdeckProgram.RunAsync(["check", Samples.Folder(Samples.Latest)], terminal, new BrokenClock());
        return (exit, said.ToString());
    }

    private sealed class BrokenClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new InvalidOperationException("The clock is broken.");
    }
}
