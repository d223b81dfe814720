using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Domain.Tests.Packs;

public sealed class RowKeyTests
{
    [Theory]
    [InlineData("FN06|2025-10|", "FN06", "2025-10", null)]
    [InlineData("|a", "", "a")]
    [InlineData(@"a\|b|c\\", "a|b", @"c\")]
    [InlineData("|", null, null)]
    public void Parts_between_bars_come_out_as_they_went_in(string text, params string?[] parts)
    {
        var key = RowKey.Of(parts);

        Assert.Equal(text, key.Text);
        Assert.Equal(parts.Select(part => part ?? string.Empty), key.Parts());
    }

    [Fact]
    public void The_second_row_of_a_name_has_one_more_part()
    {
        var key = RowKey.Of(["2025-10", "action"]);

        Assert.Equal(["2025-10|action", "2025-10|action|2"], [key.Repeated(1).Text, key.Repeated(2).Text]);
    }
}
