using Quarterdeck.Domain.Periods;
using Quarterdeck.Packs.Cells;

namespace Quarterdeck.Packs.Tests.Cells;

public sealed class PeriodTextTests
{
    private static readonly PeriodCalendar Months = new(Frequency.Month, 4);
    private static readonly PeriodCalendar Quarters = new(Frequency.Quarter, 4);
    private static readonly PeriodCalendar Halves = new(Frequency.Half, 4);
    private static readonly PeriodCalendar Years = new(Frequency.Year, 4);
    private static readonly PeriodCalendar SchoolYears = new(Frequency.Year, 9);
    private static readonly PeriodCalendar CalendarYears = new(Frequency.Year, 1);
    private static readonly PeriodCalendar Terms = new(Frequency.Term, 9);

    public static TheoryData<string, PeriodCalendar, string> Readable => new()
    {
        { "2025-10", Months, "2025-10" },
        { "2025-10-31", Months, "2025-10" },
        { "31/10/2025", Months, "2025-10" },
        { "Oct-25", Months, "2025-10" },
        { "Oct 25", Months, "2025-10" },
        { "OCT25", Months, "2025-10" },
        { "October 2025", Months, "2025-10" },
        { "Sep 2025", Months, "2025-09" },
        { "Sept 2025", Months, "2025-09" },
        { "10/2025", Months, "2025-10" },
        { "2025 Oct", Months, "2025-10" },
        { "year to October 2025", Months, "2025-10" },
        { "12 months to Jun 2011", Quarters, "2011-06" },
        { "2025-09", Quarters, "2025-09" },
        { "Sep 2025", Quarters, "2025-09" },
        { "Q2 2025/26", Quarters, "2025-09" },
        { "Q4 2025/26", Quarters, "2026-03" },
        { "2025/26 Q1", Quarters, "2025-06" },
        { "Quarter 1, 2011/12", Quarters, "2011-06" },
        { "Apr to Jun 2011", Quarters, "2011-06" },
        { "April - June 2011", Quarters, "2011-06" },
        { "Apr–Jun 2011", Quarters, "2011-06" },
        { "H1 2025/26", Halves, "2025-09" },
        { "Oct 2025 to Mar 2026", Halves, "2026-03" },
        { "Oct to Mar 2026", Halves, "2026-03" },
        { "2025/26", Years, "2026-03" },
        { "2025-26", Years, "2026-03" },
        { "2002-03", Years, "2003-03" },
        { "2011-12", Years, "2012-03" },
        { "2000-01", Years, "2001-03" },
        { "2007-08", SchoolYears, "2008-08" },
        { "2011-12", CalendarYears, "2011-12" },
        { "2011-12", Months, "2011-12" },
        { "201112", Years, "2012-03" },
        { "202526", Years, "2026-03" },
        { "25/26", Years, "2026-03" },
        { "11-12", Years, "2012-03" },
        { "2011_12", Years, "2012-03" },
        { "2011 - 12", Years, "2012-03" },
        { "2011–12", Years, "2012-03" },
        { "FY25", Years, "2025-03" },
        { "FY2012", Years, "2012-03" },
        { "FY2011/12", Years, "2012-03" },
        { "AY2011/12", SchoolYears, "2012-08" },
        { "2011/12 financial year", Years, "2012-03" },
        { "y/e 31 March 2012", Years, "2012-03" },
        { "Year to March 2012", Years, "2012-03" },
        { "31/03/12", Years, "2012-03" },
        { "as at 31 March 2012", Years, "2012-03" },
        { "end of March 2012", Months, "2012-03" },
        { "202504", Months, "2025-04" },
        { "2025/04", Months, "2025-04" },
        { "2025.04", Months, "2025-04" },
        { "2025M09", Months, "2025-09" },
        { "M6 2024/25", Months, "2024-09" },
        { "2024/25 M6", Months, "2024-09" },
        { "Period 12 2024/25", Months, "2025-03" },
        { "Sept '25", Months, "2025-09" },
        { "Medi 2025", Months, "2025-09" },
        { "Rhag 25", Months, "2025-12" },
        { "2025Q1", new PeriodCalendar(Frequency.Quarter, 1), "2025-03" },
        { "Q1-2025", new PeriodCalendar(Frequency.Quarter, 1), "2025-03" },
        { "Q1 25/26", Quarters, "2025-06" },
        { "2025-26;Q1", Quarters, "2025-06" },
        { "2025/26-Q1", Quarters, "2025-06" },
        { "FY2025/26-Q1", Quarters, "2025-06" },
        { "FY25 Q1", Quarters, "2024-06" },
        { "1st quarter 2025/26", Quarters, "2025-06" },
        { "first quarter of 2025/26", Quarters, "2025-06" },
        { "Q1 (Apr-Jun) 2025/26", Quarters, "2025-06" },
        { "Apr to Jun 25", Quarters, "2025-06" },
        { "01/04/2025 - 30/06/2025", Quarters, "2025-06" },
        { "1 Apr 2025 to 30 Jun 2025", Quarters, "2025-06" },
        { "second half 2025/26", Halves, "2026-03" },
        { "2025/2026", Years, "2026-03" },
        { "FY 2025/26", Years, "2026-03" },
        { "1999/00", Years, "2000-03" },
        { "2011", Years, "2011-03" },
        { "2010/11", SchoolYears, "2011-08" },
        { "2011", SchoolYears, "2011-08" },
        { "2011", CalendarYears, "2011-12" },
        { "2010/11 Spring", Terms, "2011-04" },
        { "Autumn term 2010/11", Terms, "2010-12" },
        { "summer term 2010/11", Terms, "2011-07" },
        { "Spring 2011", Terms, "2011-04" },
        { "Term 3 2010/11", Terms, "2011-07" },
    };

    public static TheoryData<string, PeriodCalendar> Unreadable => new()
    {
        { "2025-10", Quarters },
        { "Aug 2025", Years },
        { "2025-26", Months },
        { "2025/26", CalendarYears },
        { "2025/27", Years },
        { "Apr to May 2011", Quarters },
        { "May to Jul 2011", Quarters },
        { "Apr to Jun 2011", Months },
        { "Q2 2025", Quarters },
        { "Q5 2025/26", Quarters },
        { "Q2 2025/26", Halves },
        { "2010/11 Spring", Quarters },
        { "Term 4 2010/11", Terms },
        { "2011", Months },
        { "45961", Months },
        { "13/2025", Months },
        { "03/13/2025", Months },
        { "2025-13", Months },
        { "October", Months },
        { "last month", Months },
        { "", Months },
        { "2001-02", Quarters },
        { "2011/13", Years },
        { "2003-05", Years },
        { "2009 to 2011", Years },
        { "2025Q1", Quarters },
        { "Q1", Quarters },
        { "M6 2025", Months },
        { "M13 2024/25", Months },
        { "Q1 (Jul-Sep) 2025/26", Quarters },
        { "2011/12 (provisional)", Years },
        { "02/04/2025 - 30/06/2025", Quarters },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public void A_label_is_read_by_the_indicators_calendar(string typed, PeriodCalendar calendar, string closing)
    {
        Assert.True(PeriodText.TryRead(typed, calendar, out var month, out var why), why);
        Assert.Equal(closing, month.ToString());
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void A_label_that_fits_no_period_says_why(string typed, PeriodCalendar calendar)
    {
        Assert.False(PeriodText.TryRead(typed, calendar, out _, out var why));
        Assert.False(string.IsNullOrWhiteSpace(why));
    }

    [Theory]
    [InlineData("2001-02", "2001/02")]
    [InlineData("2003/04", "Apr 2003")]
    [InlineData("Q1 2025", "2024/25")]
    [InlineData("Q1 2025", "2025/26")]
    [InlineData("2003-05", "rolling-36")]
    [InlineData("2018 to 2020", "rolling-36")]
    [InlineData("2025/26 (provisional)", "write 2025/26 here")]
    public void Another_reading_that_may_have_been_meant_is_named(string typed, string named)
    {
        var calendar = typed.StartsWith("20", StringComparison.Ordinal) && typed is not "2001-02" and not "2003/04" ? Years : Quarters;
        Assert.False(PeriodText.TryRead(typed, calendar, out _, out var why));
        Assert.Contains(named, why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2018-20", 4, 36, "2020-03")]
    [InlineData("2018-21", 4, 36, "2021-03")]
    [InlineData("2021 - 23", 4, 36, "2023-03")]
    [InlineData("2018/19 to 2020/21", 4, 36, "2021-03")]
    [InlineData("2003-05", 4, 36, "2005-03")]
    [InlineData("2003-05", 1, 36, "2005-12")]
    [InlineData("2009 to 2011", 1, 36, "2011-12")]
    [InlineData("2021–25", 1, 60, "2025-12")]
    public void A_window_of_several_years_closes_with_its_last(string typed, int yearStart, int months, string closing)
    {
        Assert.True(PeriodText.TryRead(typed, new PeriodCalendar(Frequency.Year, yearStart), out var month, out var why, months), why);
        Assert.Equal(closing, month.ToString());
    }

    [Theory]
    [InlineData(Frequency.Year, 4)]
    [InlineData(Frequency.Year, 1)]
    [InlineData(Frequency.Quarter, 4)]
    [InlineData(Frequency.Month, 4)]
    public void Every_label_of_a_window_is_read_back(Frequency frequency, int yearStart)
    {
        var period = (new PeriodCalendar(frequency, yearStart) with { WindowYears = 3 }).Holding(new Month(2016, 1));
        for (var step = 0; step < 14; step++, period = period.Next)
        {
            foreach (var label in new[] { period.Label, period.ShortLabel })
            {
                Assert.True(PeriodText.TryRead(label, period.Calendar, out var month, out var why, 36), $"{label} {why}");
                Assert.Equal(period.Closing, month);
            }
        }
    }

    [Theory]
    [InlineData("2018-20", 60)]
    [InlineData("2018-22", 36)]
    [InlineData("2018-20", 12)]
    [InlineData("2020-18", 36)]
    public void A_window_of_another_length_than_the_indicators_says_so(string typed, int months)
    {
        Assert.False(PeriodText.TryRead(typed, new PeriodCalendar(Frequency.Year, 1), out _, out var why, months));
        Assert.False(string.IsNullOrWhiteSpace(why));
    }

    [Fact]
    public void Every_label_that_periods_print_is_read_back()
    {
        foreach (var calendar in new[] { Months, Quarters, Halves, Years, SchoolYears, CalendarYears, Terms })
        {
            var period = calendar.Holding(new Month(2024, 1));
            for (var step = 0; step < 14; step++, period = period.Next)
            {
                foreach (var label in new[] { period.Label, period.ShortLabel, period.ToString() })
                {
                    Assert.True(PeriodText.TryRead(label, calendar, out var month, out var why), $"{label} {why}");
                    Assert.Equal(period.Closing, month);
                }
            }
        }
    }
}
