using Quarterdeck.Packs.Cells;

namespace Quarterdeck.Packs.Tests.Cells;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2025-10-31")]
    [InlineData("31/10/2025")]
    [InlineData("31-10-2025")]
    [InlineData("31.10.2025")]
    [InlineData("31 October 2025")]
    [InlineData("31st Oct 2025")]
    [InlineData("31-Oct-25")]
    [InlineData("2025-10-31T00:00:00")]
    [InlineData("31/10/2025 00:00")]
    public void A_date_is_read_as_iso_or_day_first(string typed)
    {
        Assert.True(DateText.TryRead(typed, out var date, out var why), why);
        Assert.Equal(new DateOnly(2025, 10, 31), date);
    }

    [Fact]
    public void The_day_comes_first()
    {
        DateText.TryRead("03/04/2025", out var date, out _);

        Assert.Equal(new DateOnly(2025, 4, 3), date);
    }

    [Theory]
    [InlineData("03/13/2025", "month first is never guessed")]
    [InlineData("31/02/2025", "not a day of the calendar")]
    [InlineData("2025-02-29", "not a day of the calendar")]
    [InlineData("01/02/03", "not a date")]
    [InlineData("31/10-2025", "not a date")]
    [InlineData("tomorrow", "not a date")]
    public void What_is_no_date_says_why(string typed, string expected)
    {
        Assert.False(DateText.TryRead(typed, out _, out var why));
        Assert.Contains(expected, why, StringComparison.Ordinal);
    }
}
