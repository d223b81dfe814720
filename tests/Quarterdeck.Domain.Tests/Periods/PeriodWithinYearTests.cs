using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Tests.Periods;

/// <summary>How a period is called where its year stands beside it.</summary>
public sealed class PeriodWithinYearTests
{
    [Theory]
    [InlineData(Frequency.Month, 4, "2025-10", "October", "Oct")]
    [InlineData(Frequency.Quarter, 4, "2025-09", "July to September", "Jul to Sep")]
    [InlineData(Frequency.Quarter, 4, "2026-03", "January to March", "Jan to Mar")]
    [InlineData(Frequency.Half, 4, "2026-03", "October to March", "Oct to Mar")]
    [InlineData(Frequency.Term, 9, "2025-12", "autumn term", "autumn term")]
    [InlineData(Frequency.Year, 4, "2026-03", "whole year", "whole year")]
    public void It_is_called_by_its_place_in_the_year(Frequency frequency, int start, string closing, string label, string shortLabel)
    {
        Assert.True(Month.TryParse(closing, out var month));
        var period = new Period(new PeriodCalendar(frequency, start), month);

        Assert.Equal((label, shortLabel), (period.LabelWithinYear, period.ShortLabelWithinYear));
    }
}
