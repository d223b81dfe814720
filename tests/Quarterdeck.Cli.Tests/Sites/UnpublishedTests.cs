using Quarterdeck.Cli.Tests.Programs;

namespace Quarterdeck.Cli.Tests.Sites;

/// <summary>What was not published is never served where other computers could open it.</summary>
public sealed class UnpublishedTests
{
    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://loopback:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://*:0")]
    [InlineData("http://127.0.0.1:0;http://10.0.0.1:0")]
    public void An_address_that_others_can_open_is_refused(string urls)
    {
        foreach (var asked in new[] { new[] { "--drafts" }, ["--known-at", "2099-12-31"] })
        {
            var answer = QuarterdeckInProcess.Run(["serve", "--store", "none.db", "--urls", urls, .. asked]);

            Assert.Equal(2, answer.Exit);
            Assert.Contains("is for this computer alone", answer.Said, StringComparison.Ordinal);
            Assert.Empty(answer.Data);
        }
    }
}
