using System.Globalization;
using Quarterdeck.Application.Records;

namespace Quarterdeck.Application.Tests.Records;

public sealed class ExactDecimalTests
{
    [Theory]
    [InlineData("99.80", "99.80")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("1234567", "1234567")]
    [InlineData("0.123456789012", "0.123456789012")]
    [InlineData("0.1234567890125", "0.123456789013")]
    [InlineData("-66.6666666666666666666666666", "-66.666666666667")]
    public void A_decimal_keeps_its_digits_up_to_twelve_places(string number, string text) =>
        Assert.Equal(text, ExactDecimal.Text(decimal.Parse(number, CultureInfo.InvariantCulture)));

    [Fact]
    public void Nothing_stays_nothing() => Assert.Null(ExactDecimal.Text(null));
}
