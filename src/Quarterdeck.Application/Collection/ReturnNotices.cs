using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;

namespace Quarterdeck.Application.Collection;

/// <summary>Who is told of where a return has come to: whoever is to act now, and the officers of one that was approved.</summary>
internal static class ReturnNotices
{
    /// <param name="people">Everybody.</param>
    /// <param name="after">The return as it is written, with the version before that.</param>
    /// <param name="round">Its round.</param>
    /// <param name="subject">What a grant must cover.</param>
    /// <param name="by">Who took the step, and need not be told.</param>
    /// <param name="today">The day.</param>
    public static IReadOnlyList<MailNotice> Of(
        PeopleRegister people, StoredReturn after, Round round, AccessSubject subject, PersonId by, DateOnly today)
    {
        var told = WhoActs(people, after, round, subject, today).ToList();
        var step = after.State == ReturnState.Approved ? MailStep.Approved : MailStep.Yours;

        // An officer who saves, or takes it back, makes no work for the others of the same grant.
        return after.State.IsWithOfficer() && told.Contains(by) ? []
            : [.. told.Where(one => one != by).Select(one => new MailNotice(one.Value, after.Id.Key, step, after.Version + 1))];
    }

    /// <summary>Whoever is to act on a return, or is to know that nobody need.</summary>
    public static IEnumerable<PersonId> WhoActs(PeopleRegister people, StoredReturn held, Round round, AccessSubject subject, DateOnly today)
    {
        var facts = held.Facts(round, people, subject, held.Content, today);
        DeskAction? judging = held.State switch
        {
            ReturnState.Explained => DeskAction.AcceptExplanation,
            ReturnState.Sent or ReturnState.Answered => DeskAction.Approve,
            _ => null,
        };
        return judging is { } action
            ? people.People.Where(one => one.LeftOn is null
                && ReturnRules.Decide(facts, action, people.ActorOf(one.Id, today), subject, null, today) is ReturnDecision.Allowed).Select(one => one.Id)
            : held.State.IsWithOfficer() || held.State == ReturnState.Approved ? people.ActorsFor(DeskAction.Save, subject, today)
            : [];
    }
}
