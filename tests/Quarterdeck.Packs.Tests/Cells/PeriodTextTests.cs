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
        { "2011-12", Years },
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

    [Fact]
    public void The_year_that_may_have_been_meant_is_named()
    {
        PeriodText.TryRead("2011-12", Years, out _, out var why);

        Assert.Contains("2011/12", why, StringComparison.Ordinal);
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
