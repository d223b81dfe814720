using System.Globalization;
using System.Text;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Collection;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Application.Notifications;

/// <summary>The day's one mail to a person: what is theirs to do, late first, then by day. It carries no figure, no question and nobody's name.</summary>
/// <param name="people">Everybody.</param>
/// <param name="today">The day.</param>
/// <param name="link">Makes an address of a path.</param>
internal sealed class DigestText(PeopleRegister people, DateOnly today, Func<string, string> link)
{
    private const string Foot = """
        At most one mail a day, and none when nothing is yours to do.
        Each link opens the page after you sign in. Mails carry no figures.

        """;

    /// <param name="actor">Whom it is to.</param>
    /// <param name="list">What is theirs to do.</param>
    /// <param name="stuck">What is late with others, whom they come after.</param>
    /// <param name="approved">What they sent and was approved.</param>
    /// <param name="stopped">The months whose release was not published at its hour.</param>
    /// <returns>Null where nothing is theirs to do.</returns>
    public (string Subject, string Body)? Write(
        Actor actor, WorkList list, IReadOnlyList<WorkItem> stuck, IReadOnlyList<WorkItem> approved, IReadOnlyList<Month> stopped)
    {
        if (list.Owed.Count + list.ToApprove.Count + stuck.Count + stopped.Count == 0)
        {
            return null;
        }

        var body = new StringBuilder();
        foreach (var month in stopped)
        {
            body.Append($"The release of {MonthNames.Long(month)} was not published at its hour. See why:\n  {link($"/desk/round/{month}")}\n\n");
        }

        if (list.Owed.Count > 0)
        {
            body.Append($"You owe {DeskWords.Returns(list.Owed.Count)} for {DeskWords.Months(list.Owed)}.\n\n");
            Owed(body, actor, list.Owed);
        }

        Judge(body, actor, list.ToApprove);
        Stuck(body, stuck);
        if (approved.Count > 0)
        {
            body.Append($"Approved: {string.Join(", ", approved.Select(item => item.Return.Id.Indicator))}. Nothing is left to do there.\n\n");
        }

        Warn(body, list.Owed);
        return (Subject(list, stuck, stopped), body.Append(Foot).ToString());
    }

    private string Subject(WorkList list, IReadOnlyList<WorkItem> stuck, IReadOnlyList<Month> stopped)
    {
        if (stopped.Count > 0)
        {
            return $"The release of {MonthNames.Long(stopped[0])} was not published at its hour";
        }

        if (list.Owed.Count > 0)
        {
            var first = list.Owed[0];
            var worst = DeskWords.IsLate(first, today) ? When(first) : $"due {DeskWords.Day(first.ActBy)}";
            return $"{DeskWords.Returns(list.Owed.Count)} for you: {first.Return.Id.Indicator} is {worst}";
        }

        return list.ToApprove.Count switch
        {
            0 => $"{stuck[0].Return.Id.Indicator} is {When(stuck[0])}, with others",
            1 => $"1 return waits for your approval, by {DeskWords.Day(list.ToApprove[0].ActBy)}",
            var count => string.Create(CultureInfo.InvariantCulture, $"{count} returns wait for your approval, by {DeskWords.Day(list.ToApprove[0].ActBy)}"),
        };
    }

    private void Owed(StringBuilder body, Actor actor, IReadOnlyList<WorkItem> items)
    {
        foreach (var day in items.GroupBy(item => DeskWords.IsLate(item, today) ? (DateOnly?)null : item.ActBy))
        {
            body.Append(day.Key is { } by ? $"BY {DeskWords.Day(by).ToUpperInvariant()}\n" : "LATE\n");
            foreach (var item in day)
            {
                Title(body, item);
                var (state, more) = DeskWords.State(item);
                body.Append(day.Key is null ? $"  Was due {DeskWords.Day(item.ActBy)}. " : "  ");
                body.Append(more is null || item.Return.State == ReturnState.Draft ? $"{state}." : $"{state}, {more}.");
                body.Append(For(actor, item, DeskAction.Save)).Append($"\n  {link(DeskWords.Address(item.Return.Id))}\n\n");
            }
        }
    }

    private void Judge(StringBuilder body, Actor actor, IReadOnlyList<WorkItem> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        body.Append(items.Count == 1 ? "1 return waits" : string.Create(CultureInfo.InvariantCulture, $"{items.Count} returns wait"))
            .Append(" for your approval:\n");
        foreach (var item in items)
        {
            Title(body, item);
            body.Append(DeskWords.IsLate(item, today) ? $"  {When(item)}." : $"  By {DeskWords.Day(item.ActBy)}.");
            body.Append(For(actor, item, item.Return.State == ReturnState.Explained ? DeskAction.AcceptExplanation : DeskAction.Approve)).Append('\n');
        }

        body.Append($"  {link("/desk/approve")}\n\n");
    }

    private void Stuck(StringBuilder body, IReadOnlyList<WorkItem> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        body.Append("STUCK WITH OTHERS\n");
        foreach (var item in items)
        {
            Title(body, item);
            body.Append($"  {When(item)}, with {With(item)}.\n  {link(DeskWords.Address(item.Return.Id))}\n");
        }

        body.Append('\n');
    }

    /// <summary>What happens where nothing is done.</summary>
    private void Warn(StringBuilder body, IReadOnlyList<WorkItem> owed)
    {
        if (owed.Any(item => item.Actions.Contains(DeskAction.CannotGive)))
        {
            body.Append("Cannot give a figure? Open it and choose \"I cannot give this figure\".\n");
        }

        if (owed.FirstOrDefault(item => Lateness.WorkingDaysLate(item.ActBy, today) == Prompts.NextIsTold - 1 && item.Approvers.Count > 0) is { } next)
        {
            body.Append($"If {next.Return.Id.Indicator} is not sent today, {next.Approver} is told on the next working day.\n");
        }

        if (owed.Count > 0)
        {
            body.Append($"After {DeskWords.Day(owed.Max(item => item.Round.LockOn))} nothing more comes in, and the report says what is missing.\n\n");
        }
    }

    private static void Title(StringBuilder body, WorkItem item) => body.Append($"  {item.Return.Id.Indicator} {item.Indicator.SummaryTitle}\n");

    private string When(WorkItem item) => DeskWords.When(item.ActBy, today);

    private string With(WorkItem item)
    {
        if (item.Return.State.IsWithApprover())
        {
            return item.Approver;
        }

        var officers = people.HoldersOf(Role.Officer, item.Subject, today).Select(one => one.Person.Title).Distinct().ToList();
        return officers.Count == 0 ? "nobody: no officer is granted" : string.Join(" or ", officers);
    }

    /// <summary>Whom they stand in for, where it is not their own.</summary>
    private string For(Actor actor, WorkItem item, DeskAction action)
    {
        var authorities = AccessTable.AuthoritiesFor(actor, action, item.Subject);
        var absent = authorities.Any(one => one.For is null) ? []
            : authorities.Select(one => one.For).OfType<PersonId>().Distinct().Select(people.TitleOf).ToList();
        return absent.Count == 0 ? string.Empty : $" For {string.Join(" and ", absent)}, who is away.";
    }
}
