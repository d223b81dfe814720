using Quarterdeck.Domain.Results;
using Quarterdeck.Packs.Cells;

namespace Quarterdeck.Packs.Tests.Cells;

public sealed class MarkerTextTests
{
    [Theory]
    [InlineData("n/a", "not applicable")]
    [InlineData("N/A", "not applicable")]
    [InlineData("[z]", "not applicable")]
    [InlineData("-", "nil")]
    [InlineData("–", "nil")]
    [InlineData("#N/A", "not available")]
    [InlineData("[x]", "not available")]
    [InlineData("[c]", "suppressed")]
    [InlineData("Not Yet Due", "not yet due")]
    [InlineData("not-yet-due", "not yet due")]
    [InlineData("Suspended", "suspended")]
    [InlineData("new: New in 2025/26", "new: New in 2025/26")]
    [InlineData("NEW : since 10:30", "new: since 10:30")]
    public void A_marker_is_read_in_any_case_with_its_words(string typed, string expected)
    {
        Assert.True(MarkerText.TryRead(typed, out var figure));
        Assert.Equal(expected, figure.ToString());
    }

    [Theory]
    [InlineData("#REF!")]
    [InlineData("0")]
    [InlineData("tbc")]
    [InlineData("")]
    [InlineData(": new")]
    public void Anything_else_is_no_marker(string typed) => Assert.False(MarkerText.TryRead(typed, out _));

    [Fact]
    public void What_a_marker_writes_is_read_back_for_every_marker() =>
        Assert.All(Enum.GetValues<Marker>(), marker =>
        {
            var figure = Figure.Of(marker, "with: words");
            Assert.True(MarkerText.TryRead(figure.ToString(), out var again));
            Assert.Equal(figure, again);
        });
}
