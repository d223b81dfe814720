namespace Quarterdeck.Domain.Collection;

/// <summary>When somebody is prompted for what they owe, and when others are told that it is stuck: all in working days.</summary>
public static class Prompts
{
    /// <summary>They are reminded once, so many days before the day it is due.</summary>
    public const int DaysBefore = 2;

    /// <summary>So many days late, whoever comes after them is told.</summary>
    public const int NextIsTold = 3;

    /// <summary>So many days late, the analyst is told.</summary>
    public const int AnalystIsTold = 5;

    public static bool IsSoon(DateOnly due, DateOnly today) => today <= due && Lateness.WorkingDaysLeft(today, due) <= DaysBefore;

    public static bool IsLate(DateOnly due, DateOnly today) => Lateness.WorkingDaysLate(due, today) > 0;
}
