using Quarterdeck.Domain.Milestones;

namespace Quarterdeck.Domain.Collection;

/// <summary>Days as the desk counts them: late is told in working days.</summary>
public static class Lateness
{
    /// <summary>Working days after the day something was due, up to today; 0 where it is not late.</summary>
    public static int WorkingDaysLate(DateOnly due, DateOnly today) => WorkingDaysAfter(due, today);

    /// <summary>Working days from today until a day that is to come; 0 where it is today or past.</summary>
    public static int WorkingDaysLeft(DateOnly today, DateOnly due) => WorkingDaysAfter(today, due);

    /// <summary>The date something that comes back gets: the next working day, never past the lock.</summary>
    public static DateOnly DueAfterReturn(DateOnly today, DateOnly due, DateOnly lockOn)
    {
        var next = today.AddDays(1);
        while (!WorkingDays.IsWorkingDay(next))
        {
            next = next.AddDays(1);
        }

        next = next < due ? due : next;
        return next > lockOn ? lockOn : next;
    }

    private static int WorkingDaysAfter(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += WorkingDays.IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }
}
