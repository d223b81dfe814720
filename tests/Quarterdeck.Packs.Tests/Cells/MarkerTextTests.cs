using Quarterdeck.Domain.Figures;
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
    [InlineData("No data", "not available")]
    [InlineData("..", "not available")]
    [InlineData(":", "not available")]
    [InlineData("x", "not available")]
    [InlineData("C", "suppressed")]
    [InlineData("z", "not applicable")]
    [InlineData("[u]", "not available: Low reliability")]
    [InlineData("[low]", "suppressed: Low figure")]
    [InlineData("[w]", "nil")]
    [InlineData("TBC", "not returned")]
    [InlineData("Awaiting data", "not returned")]
    [InlineData("to-be-confirmed", "not returned")]
    [InlineData("Not recorded", "not collected")]
    [InlineData("not due", "not yet due")]
    [InlineData("new", "new")]
    [InlineData("New measure", "new")]
    [InlineData("<5", "suppressed: <5")]
    [InlineData("< 10", "suppressed: <10")]
    [InlineData(">95%", "suppressed: >95%")]
    [InlineData("≤5", "suppressed: ≤5")]
    [InlineData("--", "nil")]
    [InlineData("null", "not available")]
    [InlineData("NaN", "not available")]
    [InlineData("On hold", "suspended")]
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
    [InlineData("outstanding")]
    [InlineData("low")]
    [InlineData("Green")]
    [InlineData("<")]
    [InlineData("<abc")]
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
