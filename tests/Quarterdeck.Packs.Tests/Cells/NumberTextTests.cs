using Quarterdeck.Domain.Results;
using Quarterdeck.Packs.Cells;

namespace Quarterdeck.Packs.Tests.Cells;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("97%", "97")]
    [InlineData("97 %", "97")]
    [InlineData("97.0%", "97.0")]
    [InlineData("0.97", "0.97")]
    [InlineData("42,563", "42563")]
    [InlineData("1,234,567.80", "1234567.80")]
    [InlineData("42 563", "42563")]
    [InlineData("42\u00A0563", "42563")]
    [InlineData("42\u2009563", "42563")]
    [InlineData("42\u202F563.5", "42563.5")]
    [InlineData("£1,250", "1250")]
    [InlineData("-£1,250", "-1250")]
    [InlineData("£-1,250", "-1250")]
    [InlineData("(£1,250)", "-1250")]
    [InlineData("£1.2m", "1200000")]
    [InlineData("1.2m", "1200000")]
    [InlineData("1.2345678m", "1234567.8")]
    [InlineData("24.3 million", "24300000")]
    [InlineData("1.2k", "1200")]
    [InlineData("2bn", "2000000000")]
    [InlineData("(3.5)", "-3.5")]
    [InlineData("-3.50", "-3.50")]
    [InlineData("\u22123.5", "-3.5")]
    [InlineData("+4", "4")]
    [InlineData("(3.5%)", "-3.5")]
    [InlineData("007", "7")]
    [InlineData(".5", "0.5")]
    [InlineData("1234.5678", "1234.5678")]
    [InlineData("£(5)", "-5")]
    [InlineData("—5", "-5")]
    [InlineData("70 per cent", "70")]
    [InlineData("70pc", "70")]
    [InlineData("１２.５％", "12.5")]
    [InlineData("“95%”", "95")]
    [InlineData("'95", "95")]
    [InlineData("€5", "5")]
    [InlineData("$1.2m", "1200000")]
    [InlineData("5 EUR", "5")]
    [InlineData("28.999999999999996", "29")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("33.333333333333336", "33.3333333333333")]
    [InlineData("2.2599465000897268", "2.25994650008973")]
    [InlineData("0.00012345678901234567", "0.000123456789012346")]
    [InlineData("999999999999999", "999999999999999")]
    [InlineData("0.10", "0.10")]
    public void A_number_is_read_as_people_type_it_with_its_places(string typed, string expected)
    {
        Assert.True(NumberText.TryRead(typed, false, out var number, out var fault), fault?.Why);
        Assert.Equal(expected, NumberText.Write(number.Value));
    }

    [Theory]
    [InlineData("1.234,5", true)]
    [InlineData("1.234.567", true)]
    [InlineData("1,5", true)]
    [InlineData("0,97", true)]
    [InlineData("12,34,567", true)]
    [InlineData("1,2345", true)]
    [InlineData("1 2", true)]
    [InlineData("1 234,567", true)]
    [InlineData("1.23E+11", false)]
    [InlineData("=A1+B1", false)]
    [InlineData("about 5", false)]
    [InlineData("12abc", false)]
    [InlineData("--5", false)]
    [InlineData("%", false)]
    [InlineData("£", false)]
    [InlineData("m", false)]
    [InlineData("()", false)]
    [InlineData("97%%", false)]
    [InlineData("123456789012345678901234567890", false)]
    [InlineData("1234567890123456", false)]
    [InlineData("1000000000000000", false)]
    [InlineData("9999999999999999.5", false)]
    [InlineData("79228162514264337593543950335m", false)]
    public void What_is_no_number_or_could_be_two_is_not_read(string typed, bool isAmbiguous)
    {
        Assert.False(NumberText.TryRead(typed, false, out _, out var fault));
        Assert.Equal(isAmbiguous, fault!.IsAmbiguous);
        Assert.NotEmpty(fault.Remedy);
    }

    [Fact]
    public void A_comma_in_a_file_parted_by_semicolons_is_doubtful()
    {
        Assert.False(NumberText.TryRead("1,234", true, out _, out var fault));
        Assert.True(fault!.IsAmbiguous);
        Assert.True(NumberText.TryRead("1234", true, out _, out _));
    }

    [Theory]
    [InlineData("97.1 [p]", ResultStatus.Provisional)]
    [InlineData("97.1[r]", ResultStatus.Final)]
    [InlineData("97.1% [F]", ResultStatus.Forecast)]
    [InlineData("97.1 [e]", ResultStatus.Estimated)]
    [InlineData("97.1%(p)", ResultStatus.Provisional)]
    [InlineData("97.1 (est)", ResultStatus.Estimated)]
    [InlineData("97.1 (provisional)", ResultStatus.Provisional)]
    [InlineData("97.1r", ResultStatus.Final)]
    [InlineData("97.1 p", ResultStatus.Provisional)]
    [InlineData("97.1% e", ResultStatus.Estimated)]
    [InlineData("97.1 (p)*", ResultStatus.Provisional)]
    public void A_shorthand_after_a_number_says_how_settled_it_is(string typed, ResultStatus status)
    {
        Assert.True(NumberText.TryRead(typed, false, out var number, out _));
        Assert.Equal((97.1m, status), (number.Value, number.Status));
    }
}
