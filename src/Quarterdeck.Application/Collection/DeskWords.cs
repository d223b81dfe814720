using System.Globalization;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Application.Collection;

/// <summary>Days and states as the desk's pages and mails say them.</summary>
public static class DeskWords
{
    /// <summary><c>Wed 12 November 2025</c>.</summary>
    public static string Today(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Day(day)} {day.Year}");

    /// <summary><c>Wed 12 November</c>.</summary>
    public static string Day(DateOnly day) => string.Create(
        CultureInfo.InvariantCulture, $"{day.DayOfWeek.ToString()[..3]} {day.Day} {MonthNames.Full(day.Month)}");

    public static string Moment(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return string.Create(CultureInfo.InvariantCulture, $"{local.Day} {MonthNames.Full(local.Month)} {local:HH:mm}");
    }

    /// <summary><c>2 working days late</c>, <c>Today</c>, <c>In 2 days</c>.</summary>
    public static string When(DateOnly due, DateOnly today) => Lateness.WorkingDaysLate(due, today) switch
    {
        0 when due < today => "Due before the weekend",
        0 => (due.DayNumber - today.DayNumber) switch { 0 => "Today", 1 => "Tomorrow", var days => $"In {days} days" },
        1 => "1 working day late",
        var days => $"{days} working days late",
    };

    public static bool IsLate(WorkItem item, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.ActBy < today;
    }

    /// <summary>What is to be done with a return that is owed.</summary>
    public static (string State, string? More) State(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Return.State switch
        {
            ReturnState.Due => ("Not started", null),
            ReturnState.Draft => ("Saved, not sent", $"{item.Approver} cannot see it"),
            ReturnState.Returned => ("Returned to you", $"by {item.Approver}"),
            ReturnState.Questioned => ("A question for you", $"from {item.Approver}"),
            ReturnState.Wording => ("Confirm changed words", null),
            ReturnState.Explained => ("Cannot be given", "accept the reason, or return it"),
            ReturnState.Answered => ("Your question is answered", null),
            _ => ("Waits for you", null),
        };
    }

    /// <summary><c>1 return</c>, <c>3 returns</c>.</summary>
    public static string Returns(int count) => count == 1 ? "1 return" : string.Create(CultureInfo.InvariantCulture, $"{count} returns");

    /// <summary>The months of some returns: <c>October</c>, <c>September and October</c>.</summary>
    public static string Months(IEnumerable<WorkItem> items) =>
        string.Join(" and ", items.Select(item => item.Round.Month).Distinct().Order().Select(month => MonthNames.Full(month.Number)));

    public static string Address(ReturnId id) => $"/desk/returns/{id.Round}/{Uri.EscapeDataString(id.Indicator.FileName)}";
}
