using Quarterdeck.Cli.Output;
using Quarterdeck.Cli.Tests.Programs;
using Quarterdeck.TestKit;

namespace Quarterdeck.Cli.Tests.Output;

public sealed class TextTableTests
{
    private static readonly string[] Rate = ["rate", Samples.Folder(Samples.Latest)];

    [Theory]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("one two three", 100, "one two three")]
    [InlineData("unbreakable", 4, "unbr|eaka|ble")]
    [InlineData("", 5, "")]
    public void Words_wrap_at_a_width(string text, int width, string lines) =>
        Assert.Equal(lines.Split('|'), TextTable.Wrap(text, width));

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(120)]
    [InlineData(160)]
    public void A_table_stays_within_the_terminal(int width)
    {
        var answer = QuarterdeckInProcess.Run(Rate, width);

        Assert.All(answer.Data.Split('\n'), line => Assert.InRange(line.Length, 0, width));
    }

    [Fact]
    public void Colour_only_repeats_the_words()
    {
        var plain = QuarterdeckInProcess.Run(Rate, 160);
        var coloured = QuarterdeckInProcess.Run(Rate, 160, usesColour: true);

        Assert.Contains("\u001b[1;31mRed\u001b[0m", coloured.Data, StringComparison.Ordinal);
        Assert.Equal(plain.Data, System.Text.RegularExpressions.Regex.Replace(coloured.Data, "\u001b\\[[0-9;]*m", string.Empty));
    }
}
