using System.Globalization;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Packs.Cells;

namespace Quarterdeck.Packs.Tests.Cells;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("5:30", "seconds", "330")]
    [InlineData("5:30", "minutes", "5.5")]
    [InlineData("5:30", "hours", "5.5")]
    [InlineData("1:02:30", "seconds", "3750")]
    [InlineData("01:30:00", "hours", "1.5")]
    [InlineData("4m 22s", "seconds", "262")]
    [InlineData("4m 22s", "minutes", "4.37")]
    [InlineData("4m22s", "seconds", "262")]
    [InlineData("1h 30m", "minutes", "90")]
    [InlineData("2 hrs 5 mins", "minutes", "125")]
    [InlineData("45 mins", "minutes", "45")]
    [InlineData("12h", "days", "0.5")]
    [InlineData("3.5 days", "days", "3.5")]
    [InlineData("2 weeks", "days", "14")]
    [InlineData("1 day 4 hours", "hours", "28")]
    [InlineData("90 seconds", "minutes", "1.5")]
    public void A_duration_becomes_a_number_of_the_indicators_unit(string typed, string unit, string expected)
    {
        Assert.True(DurationText.TryRead(typed, new Unit(unit), out var value));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData("5m", "seconds")]
    [InlineData("5:75", "seconds")]
    [InlineData("5", "seconds")]
    [InlineData("", "seconds")]
    [InlineData("5:30", "number")]
    [InlineData("22s 4m", "seconds")]
    [InlineData("soon", "days")]
    public void Anything_else_is_no_duration(string typed, string unit) =>
        Assert.False(DurationText.TryRead(typed, new Unit(unit), out _));

    [Fact]
    public void Every_second_of_an_hour_is_told_from_the_next_in_minutes()
    {
        var read = Enumerable.Range(0, 3600).Select(second =>
        {
            Assert.True(
                DurationText.TryRead(string.Create(CultureInfo.InvariantCulture, $"{second / 60}:{second % 60:D2}"), new Unit("minutes"), out var value));
            return value;
        });

        Assert.Equal(3600, read.Distinct().Count());
    }
}
