namespace Quarterdeck.Domain.Milestones;

/// <summary>Working days in England: Monday to Friday, less bank holidays (computed, with the one-off ones of 2011 to 2023).</summary>
public static class WorkingDays
{
    private static readonly HashSet<DateOnly> OneOff =
    [
        new(2011, 4, 29), new(2012, 6, 4), new(2012, 6, 5), new(2020, 5, 8),
        new(2022, 6, 2), new(2022, 6, 3), new(2022, 9, 19), new(2023, 5, 8),
    ];

    /// <summary>Holidays that a one-off day replaced.</summary>
    private static readonly HashSet<DateOnly> Moved = [new(2012, 5, 28), new(2020, 5, 4), new(2022, 5, 30)];

    public static bool IsWorkingDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsBankHoliday(date);

    /// <summary>The latest day that leaves so many clear working days before a meeting: neither that day nor the meeting's counts.</summary>
    public static DateOnly ClearDaysBefore(DateOnly meeting, int clearDays)
    {
        var day = meeting.AddDays(-1);
        for (var left = clearDays; left > 0; day = day.AddDays(-1))
        {
            if (IsWorkingDay(day))
            {
                left--;
            }
        }

        while (!IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    public static bool IsBankHoliday(DateOnly date)
    {
        if (Moved.Contains(date))
        {
            return false;
        }

        var easter = Easter(date.Year);
        return OneOff.Contains(date)
            || date == easter.AddDays(-2)
            || date == easter.AddDays(1)
            || date == FirstMonday(date.Year, 5)
            || date == LastMonday(date.Year, 5)
            || date == LastMonday(date.Year, 8)
            || IsFixedHoliday(date);
    }

    /// <summary>New Year, Christmas and Boxing Day, or the substitute weekday if one falls on a weekend.</summary>
    private static bool IsFixedHoliday(DateOnly date)
    {
        if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            return false;
        }

        var (month, day, weekday) = (date.Month, date.Day, date.DayOfWeek);
        return (month, day) switch
        {
            (1, 1) => true,
            (1, 2 or 3) => weekday == DayOfWeek.Monday,
            (12, 25 or 26) => true,
            (12, 27) => weekday is DayOfWeek.Monday or DayOfWeek.Tuesday,
            (12, 28) => weekday is DayOfWeek.Monday or DayOfWeek.Tuesday,
            _ => false,
        };
    }

    private static DateOnly FirstMonday(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7);
    }

    private static DateOnly LastMonday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)DayOfWeek.Monday + 7) % 7));
    }

    /// <summary>Easter Sunday of the Gregorian calendar.</summary>
    private static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var epact = (century - (century / 4) - (((8 * century) + 13) / 25) + (19 * golden) + 15) % 30;
        var moon = epact - (epact / 28 * (1 - (29 / (epact + 1) * ((21 - golden) / 11))));
        var weekday = (year + (year / 4) + moon + 2 - century + (century / 4)) % 7;
        var offset = moon - weekday;
        var month = 3 + ((offset + 40) / 44);
        return new DateOnly(year, month, offset + 28 - (31 * (month / 4)));
    }
}
