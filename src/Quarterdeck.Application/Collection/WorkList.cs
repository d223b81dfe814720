using Quarterdeck.Application.Accounts;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Application.Collection;

/// <summary>A return as somebody meets it: with its round, its indicator, and what they can do with it.</summary>
/// <param name="Return">The return.</param>
/// <param name="Round">Its round.</param>
/// <param name="Indicator">What it is of.</param>
/// <param name="Subject">What a grant must cover.</param>
/// <param name="Facts">Where it stands.</param>
/// <param name="Actions">What this person can do.</param>
/// <param name="Approvers">Posts of those who approve at its level, or at the first where it was not sent.</param>
public sealed record WorkItem(
    StoredReturn Return,
    Round Round,
    Indicator Indicator,
    AccessSubject Subject,
    ReturnFacts Facts,
    IReadOnlySet<DeskAction> Actions,
    IReadOnlyList<string> Approvers)
{
    /// <summary>The day by which the next person is to act: the officer by the return's own date, the approver by the round's.</summary>
    public DateOnly ActBy => Return.State.IsWithOfficer() ? Return.DueOn : Round.ApproveBy;

    /// <summary>Whom the return goes to: <c>Director of Finance</c>.</summary>
    public string Approver => Approvers.Count == 0 ? "the approver" : string.Join(" or ", Approvers);
}

/// <summary>What a person owes, and what waits for their approval: nearest date first, and what is latest on top.</summary>
/// <param name="Owed">Returns to give, answer or confirm.</param>
/// <param name="ToApprove">Returns and explanations to judge.</param>
/// <param name="NotTheirs">Returns that wait at their level and that they may not approve, since they entered or changed them.</param>
public sealed record WorkList(IReadOnlyList<WorkItem> Owed, IReadOnlyList<WorkItem> ToApprove, IReadOnlyList<WorkItem> NotTheirs)
{
    /// <summary>Reads what every round that is not released yet holds for a person.</summary>
    public static async Task<WorkList> ReadAsync(
        Desk desk, Catalogue catalogue, PeopleRegister people, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var items = new List<WorkItem>();
        foreach (var round in await RoundBook.RoundsAsync(desk, cancellationToken).ConfigureAwait(false))
        {
            var returns = await RoundBook.ReturnsAsync(desk, round.Month, cancellationToken).ConfigureAwait(false);
            items.AddRange(returns.Where(held => !held.State.IsApprovedOrLater()).Select(held => ItemOf(desk, catalogue, people, actor, round, held))
                .OfType<WorkItem>());
        }

        return new WorkList(
            InOrder(items.Where(item => item.Return.State.IsWithOfficer() && item.Actions.Any(IsOfOfficer))),
            InOrder(items.Where(item => item.Actions.Contains(DeskAction.Approve) || item.Actions.Contains(DeskAction.AcceptExplanation))),
            InOrder(items.Where(item => ReturnRules.Decide(item.Facts, DeskAction.Approve, actor, item.Subject, null, desk.Today)
                is ReturnDecision.Refused { Why.Code: RefusalCodes.OwnFigure })));
    }

    /// <summary>Null where the indicator is no longer there.</summary>
    public static WorkItem? ItemOf(Desk desk, Catalogue catalogue, PeopleRegister people, Actor actor, Round round, StoredReturn held)
    {
        ArgumentNullException.ThrowIfNull(desk);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(held);
        if (catalogue.Find(held.Id.Indicator, held.Id.Round) is not { } indicator)
        {
            return null;
        }

        var subject = catalogue.SubjectOf(held.Id.Indicator, held.Id.Round);
        var facts = held.Facts(round, people, subject, held.Content, desk.Today);
        var level = held.State is ReturnState.Due or ReturnState.Draft or ReturnState.Returned && facts.Levels.Count > 0 ? facts.Levels[0] : held.Level;
        return new WorkItem(
            held,
            round,
            indicator,
            subject,
            facts,
            ReturnActions.Of(facts, actor, subject, desk.Today),
            [
                .. people.HoldersOf(Role.Approver, subject, desk.Today).Where(one => one.Level == level && !held.Authors.Contains(one.Person.Id))
                    .Select(one => one.Person.Title).Distinct()
            ]);
    }

    private static bool IsOfOfficer(DeskAction action) =>
        action is DeskAction.Save or DeskAction.Send or DeskAction.Answer or DeskAction.ConfirmWords;

    private static IReadOnlyList<WorkItem> InOrder(IEnumerable<WorkItem> items) =>
        [.. items.OrderBy(item => item.ActBy).ThenBy(item => item.Return.Id.Indicator)];
}
