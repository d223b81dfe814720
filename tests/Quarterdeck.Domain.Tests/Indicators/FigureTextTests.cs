using System.Globalization;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Tests.Indicators;

/// <summary>How far apart two figures are, in words with the unit.</summary>
public sealed class FigureTextTests
{
    [Theory]
    [InlineData("percent", "1", "2", "2 percentage points")]
    [InlineData("percent", "1", "-1", "1 percentage point")]
    [InlineData("percent", "1", "0.5", "0.5 percentage points")]
    [InlineData("days", "1", "-1.4", "1.4 days")]
    [InlineData("gbp", "1000", "30", "£30k")]
    [InlineData("per-10000", "1", "1", "1 per 10,000")]
    [InlineData("number", "1", "1250", "1,250")]
    public void A_difference_has_its_unit_and_no_sign(string unit, string scale, string apart, string words)
    {
        var indicator = new Indicator
        {
            Ref = new IndicatorRef("K1"),
            Title = "One",
            Kind = IndicatorKind.Kpi,
            Calendar = new PeriodCalendar(Frequency.Month, 4),
            Ytd = YtdMethod.None,
            Unit = new Unit(unit),
            Scale = decimal.Parse(scale, CultureInfo.InvariantCulture),
        };

        Assert.Equal(words, FigureText.Apart(indicator, decimal.Parse(apart, CultureInfo.InvariantCulture)));
    }
}
