using System.Globalization;
using Quarterdeck.Domain.Milestones;

namespace Quarterdeck.Domain.Tests.Milestones;

public sealed class WorkingDaysTests
{
    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The bank holidays of England as proclaimed, weekdays only: substitutes stand for those on a weekend.</summary>
    [Theory]
    [InlineData(2011, "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27")]
    [InlineData(2012, "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26")]
    [InlineData(2013, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2015, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData(2016, "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27")]
    [InlineData(2017, "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26")]
    [InlineData(2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28")]
    [InlineData(2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28")]
    [InlineData(2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27")]
    [InlineData(2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26")]
    [InlineData(2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26")]
    [InlineData(2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26")]
    [InlineData(2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    public void Bank_holidays_are_those_proclaimed(int year, string days)
    {
        var found = Enumerable.Range(0, 366).Select(step => new DateOnly(year, 1, 1).AddDays(step))
            .Where(day => day.Year == year && WorkingDays.IsBankHoliday(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture));

        Assert.Equal(days, string.Join(' ', found));
    }

    [Fact]
    public void Weekends_are_no_working_days()
    {
        Assert.False(WorkingDays.IsWorkingDay(Day("2026-01-24")));
        Assert.False(WorkingDays.IsWorkingDay(Day("2026-01-25")));
        Assert.True(WorkingDays.IsWorkingDay(Day("2026-01-26")));
    }

    /// <summary>FN16: papers out on 21 January for the meeting on the 29th, on 4 February for that on the 12th.</summary>
    [Theory]
    [InlineData("2026-01-29", 5, "2026-01-21")]
    [InlineData("2026-02-12", 5, "2026-02-04")]
    [InlineData("2026-04-10", 5, "2026-03-31")]
    [InlineData("2026-01-06", 5, "2025-12-24")]
    [InlineData("2026-01-29", 0, "2026-01-28")]
    [InlineData("2026-02-02", 0, "2026-01-30")]
    public void Clear_days_count_neither_the_day_of_the_papers_nor_that_of_the_meeting(string meeting, int clear, string due) =>
        Assert.Equal(Day(due), WorkingDays.ClearDaysBefore(Day(meeting), clear));
}
