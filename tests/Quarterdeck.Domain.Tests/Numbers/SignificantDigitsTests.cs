using System.Globalization;
using Quarterdeck.Domain.Numbers;

namespace Quarterdeck.Domain.Tests.Numbers;

public sealed class SignificantDigitsTests
{
    [Theory]
    [InlineData("28.999999999999996", "29")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("99.99999999999999", "100")]
    [InlineData("-0.1000000000000000055", "-0.1")]
    [InlineData("1.10", "1.10")]
    [InlineData("123456789.123456", "123456789.123456")]
    [InlineData("0.000000000000000123456789012345678", "0.0000000000000001234567890123")]
    [InlineData("0", "0")]
    public void What_stands_beyond_fifteen_digits_is_noise(string typed, string kept)
    {
        Assert.True(SignificantDigits.TryKeep(decimal.Parse(typed, CultureInfo.InvariantCulture), out var number));
        Assert.Equal(kept, number.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("1000000000000000")]
    [InlineData("-1234567890123456")]
    [InlineData("999999999999999.99")]
    [InlineData("79228162514264337593543950335")]
    public void More_digits_than_that_before_the_point_are_refused(string typed) =>
        Assert.False(SignificantDigits.TryKeep(decimal.Parse(typed, CultureInfo.InvariantCulture), out _));

    /// <summary>The sums a program makes in binary fractions come back as the decimals they were meant to be.</summary>
    [Fact]
    public void Sums_in_binary_fractions_are_the_decimals_they_stand_for()
    {
        for (var tenths = 1; tenths < 2000; tenths++)
        {
            var sum = Enumerable.Repeat(0.1, tenths).Aggregate(0.0, (total, next) => total + next);
            var written = decimal.Parse(sum.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            Assert.True(SignificantDigits.TryKeep(written, out var kept));
            Assert.InRange(kept - (tenths / 10m), -0.00000000001m, 0.00000000001m);
        }
    }
}
