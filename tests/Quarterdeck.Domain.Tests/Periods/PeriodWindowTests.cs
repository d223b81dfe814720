using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Tests.Periods;

public sealed class PeriodWindowTests
{
    [Theory]
    [InlineData(Frequency.Year, 4, 3, "2021-03", "2018/19 to 2020/21", "2018/19 to 2020/21")]
    [InlineData(Frequency.Year, 1, 3, "2020-12", "2018 to 2020", "2018 to 2020")]
    [InlineData(Frequency.Year, 1, 1, "2020-12", "2020", "2020")]
    [InlineData(Frequency.Month, 4, 3, "2025-05", "3 years to May 2025", "May 2025")]
    [InlineData(Frequency.Quarter, 4, 2, "2025-06", "2 years to June 2025", "Jun 2025")]
    public void A_window_of_several_years_is_named_by_all_of_them(Frequency frequency, int yearStart, int years, string closing, string label, string head)
    {
        var period = (new PeriodCalendar(frequency, yearStart) with { WindowYears = years }).Closing(Given.M(closing));

        Assert.Equal((label, head), (period.Label, period.ShortLabel));
    }
}
