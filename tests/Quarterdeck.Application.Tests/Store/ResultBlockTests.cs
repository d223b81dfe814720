using Quarterdeck.Application.Store;

namespace Quarterdeck.Application.Tests.Store;

public sealed class ResultBlockTests
{
    [Fact]
    public void A_block_is_written_as_lists_in_the_order_of_parts_and_periods()
    {
        var block = new ResultBlock();
        block.Set(new ResultKey("North", "2025-04"), Cells("value", "1.0"));
        block.Set(new ResultKey("", "2025-12"), Cells("value", "97.50", "note", "A \"note\" with £"));
        block.Set(new ResultKey("", "2025-04"), Cells("value", "96"));
        block.Set(new ResultKey("North", "2026-01"), null);

        Assert.Equal(
            """{"v":2,"period":[24303,8,-8,9],"breakdown":"  North North","note":[null,"A \"note\" with £",null,null],"value":"96 97.50 1.0 ","withdrawn":[3]}""",
            block.Write());
    }

    [Fact]
    public void A_block_is_read_as_it_was_written()
    {
        var block = new ResultBlock();
        block.Set(new ResultKey("", "0001-01"), Cells("value", "0"));
        block.Set(new ResultKey("", "9999-12"), Cells());
        block.Set(new ResultKey("a|b", "2025-10"), null);

        var read = ResultBlock.Read(block.Write());

        Assert.Equal(block.Write(), read.Write());
        Assert.Equal(["0001-01", "9999-12", "2025-10"], read.Results.Keys.Select(result => result.Period));
        Assert.Null(read.Results[new ResultKey("a|b", "2025-10")]);
        Assert.Empty(read.Results[new ResultKey("", "9999-12")]!);
    }

    [Fact]
    public void A_block_of_the_first_version_says_the_same_as_the_latest()
    {
        const string First = """{"v":1,"period":[24303,8],"value":["96","97.50"],"note":["a b",null]}""";

        Assert.Equal("""{"v":2,"period":[24303,8],"note":["a b",null],"value":"96 97.50"}""", ResultBlock.Read(First).Write());
        Assert.True(ResultBlock.SaysTheSame(First, ResultBlock.Read(First).Write()));
        Assert.False(ResultBlock.SaysTheSame(First, First.Replace("97.50", "97.5", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_stated_later_counts_and_what_is_withdrawn_is_gone()
    {
        var first = Block(("2025-09", "1"), ("2025-10", "2"), ("2025-11", "3"));

        var after = ResultBlock.Fold(first, Block(("2025-10", "2.0"), ("2025-11", null), ("2025-12", "4")));

        Assert.Equal(Block(("2025-09", "1"), ("2025-10", "2.0"), ("2025-12", "4")), after);
        Assert.Null(ResultBlock.Fold(first, Block(("2025-09", null), ("2025-10", null), ("2025-11", null))));
        Assert.Null(ResultBlock.Fold(first, null));
        Assert.Equal(first, ResultBlock.Fold(null, first));
    }

    [Fact]
    public void A_block_of_a_later_version_is_refused_in_words()
    {
        var refused = Assert.Throws<InvalidDataException>(() => ResultBlock.Read("""{"v":3,"period":[]}"""));

        Assert.Contains("Update the program", refused.Message, StringComparison.Ordinal);
    }

    private static string Block(params (string Period, string? Value)[] results)
    {
        var block = new ResultBlock();
        foreach (var (period, value) in results)
        {
            block.Set(new ResultKey(string.Empty, period), value is null ? null : Cells("value", value));
        }

        return block.Write();
    }

    private static Dictionary<string, string> Cells(params string[] pairs) =>
        pairs.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
}
