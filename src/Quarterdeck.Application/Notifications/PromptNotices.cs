using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Collection;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;

namespace Quarterdeck.Application.Notifications;

/// <summary>What the day alone gives cause to tell: what is due soon, what is late, and what is stuck with others.</summary>
internal static class PromptNotices
{
    public static async Task<IReadOnlyList<MailNotice>> OfTodayAsync(
        Desk desk, Catalogue catalogue, PeopleRegister people, CancellationToken cancellationToken)
    {
        var notices = new List<MailNotice>();
        foreach (var round in await RoundBook.RoundsAsync(desk, cancellationToken).ConfigureAwait(false))
        {
            foreach (var held in await RoundBook.ReturnsAsync(desk, round.Month, cancellationToken).ConfigureAwait(false))
            {
                if ((held.State.IsWithOfficer() || held.State.IsWithApprover()) && (round.LockedBy(desk.Today) is null || held.Admitted.Count > 0))
                {
                    notices.AddRange(Of(desk, catalogue, people, round, held));
                }
            }
        }

        return notices;
    }

    /// <summary>Whoever comes after those who have a late return: the approver, the next level, and in the end the analyst.</summary>
    public static IEnumerable<PersonId> WhoIsNext(PeopleRegister people, ReturnFacts facts, AccessSubject subject, int daysLate, DateOnly today)
    {
        var level = facts.Levels.FirstOrDefault(one => facts.State.IsWithOfficer() ? one >= facts.Level : one > facts.Level);
        var approvers = level == 0 ? []
            : people.ActorsFor(DeskAction.Approve, subject, today)
                .Where(one => AccessTable.AuthoritiesFor(people.ActorOf(one, today), DeskAction.Approve, subject).Any(by => by.Level == level)).ToList();
        return daysLate < Prompts.NextIsTold ? []
            : daysLate < Prompts.AnalystIsTold && approvers.Count > 0 ? approvers
            : approvers.Concat(people.ActorsFor(DeskAction.Extend, AccessSubject.Whole, today)).Distinct();
    }

    private static IEnumerable<MailNotice> Of(Desk desk, Catalogue catalogue, PeopleRegister people, Round round, StoredReturn held)
    {
        var (subject, today) = (catalogue.SubjectOf(held.Id.Indicator, held.Id.Round), desk.Today);
        var due = held.State.IsWithOfficer() ? held.DueOn : round.ApproveBy;
        var step = Prompts.IsLate(due, today) ? MailStep.Late : Prompts.IsSoon(due, today) ? MailStep.Soon : (MailStep?)null;
        if (step is not { } prompt)
        {
            return [];
        }

        // A reminder before the day comes once, and of what is late every working day.
        var version = prompt == MailStep.Soon ? due.DayNumber : today.DayNumber;
        var late = Lateness.WorkingDaysLate(due, today);
        var told = late < Prompts.AnalystIsTold ? Prompts.NextIsTold : Prompts.AnalystIsTold;
        var facts = held.Facts(round, people, subject, held.Content, today);
        return ReturnNotices.WhoActs(people, held, round, subject, today).Select(one => new MailNotice(one.Value, held.Id.Key, prompt, version))
            .Concat(WhoIsNext(people, facts, subject, late, today)
                .Select(one => new MailNotice(one.Value, held.Id.Key, MailStep.Stuck, ((long)due.DayNumber * 10) + told)));
    }
}
