using System.Globalization;
using Quarterdeck.Domain.Assurance;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Application.Reports;

/// <summary>How an action or a risk of the registers stands, in words.</summary>
internal static class RegisterWords
{
    /// <summary><c>due 31 January 2026, first promised for 30 November 2025; slipping, 40% done</c>.</summary>
    public static string Standing(PlannedAction action, DateOnly day) => action.Status == ActionStatus.Done
        ? Done(action)
        : $"{Due(action, day)}; {Status(action)}";

    /// <summary><c>Write to every developer, by 31 January 2026 (Head of Housing).</c></summary>
    public static string InBrief(PlannedAction action)
    {
        var title = action.Title.TrimEnd('.');
        var when = !action.IsOpen ? $"Done: {title}" : action.DueNow is { } due ? $"{title}, by {MonthNames.Long(due)}" : title;
        return action.Owner is { } owner ? $"{when} ({owner})." : when + ".";
    }

    /// <summary><c>due 31 January 2026</c>, or that the day has passed or was moved.</summary>
    public static string Due(PlannedAction action, DateOnly day)
    {
        if (action.DueNow is not { } due)
        {
            return "no date given";
        }

        var moved = action.Revised.Count > 0 && action.Due is { } first ? $", first promised for {MonthNames.Long(first)}" : string.Empty;
        return $"{(action.IsOverdueOn(day) ? "was due on" : "due")} {MonthNames.Long(due)}{moved}";
    }

    /// <summary><c>slipping, 40% done</c>.</summary>
    public static string Status(PlannedAction action)
    {
        var word = action.Status switch
        {
            ActionStatus.NotStarted => "not started",
            ActionStatus.OnTrack => "on track",
            ActionStatus.Slipping => "slipping",
            ActionStatus.Done => Done(action),
            ActionStatus.Dropped => "dropped",
        };
        return action is { IsOpen: true, Progress: { } progress }
            ? string.Create(CultureInfo.InvariantCulture, $"{word}, {progress}% done") : word;
    }

    /// <summary><c>scored 12, likelihood 4 and impact 3; wanted 6</c>.</summary>
    public static string Standing(Risk risk) => risk.Current is not { } current ? "not scored"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"scored {current.Product}: likelihood {current.Likelihood}, impact {current.Impact}"
                + $"{(risk.Target is { } target ? $"; to be {target.Product}" : string.Empty)}");

    private static string Done(PlannedAction action) => action.DoneOn is { } on ? $"done on {MonthNames.Long(on)}" : "done";
}
