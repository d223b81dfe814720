using Microsoft.AspNetCore.Mvc;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Collection;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Web.Security;

namespace Quarterdeck.Web.Features.Work;

/// <summary>A return as an approver meets it.</summary>
/// <param name="Item">The return.</param>
/// <param name="Assessed">What it comes to.</param>
/// <param name="Odd">The one reason to look at it by itself; null for none.</param>
/// <param name="Thread">What was written about it.</param>
public sealed record ApprovalCard(WorkItem Item, ReturnAssessment Assessed, string? Odd, IReadOnlyList<ThreadMessage> Thread)
{
    /// <summary>Names the return and what this page shows of it.</summary>
    public string Signed => $"{Item.Return.Id.Key}/{Assessed.Content.Digest()}";
}

/// <summary>What waits for somebody's approval: odd returns one by one, the rest ticked by hand and approved together.</summary>
public sealed class ApproveModel(
    Desk desk, DeskUser user, CatalogueReader catalogues, ApproveReturnsHandler approvals, TakeStepHandler steps) : DeskPage(desk, user)
{
    public IReadOnlyList<ApprovalCard> Odd { get; private set; } = [];

    public IReadOnlyList<ApprovalCard> Plain { get; private set; } = [];

    public IReadOnlyList<WorkItem> NotTheirs { get; private set; } = [];

    /// <summary>Whether all plain returns arrive ticked: asked for by a button of this page.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public IEnumerable<ApprovalCard> Cards => Odd.Concat(Plain);

    public string Heading => (Odd.Count + Plain.Count) switch
    {
        0 => "No return waits for you",
        1 => $"1 {DeskWords.Months(Cards.Select(card => card.Item))} return waits for you",
        var count => $"{count} {DeskWords.Months(Cards.Select(card => card.Item))} returns wait for you",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (MayNot(DeskAction.Approve))
        {
            return NotFound();
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    /// <summary>Signs what was ticked, or the one return of a card.</summary>
    public async Task<IActionResult> OnPostAsync(string[] signed, CancellationToken cancellationToken)
    {
        if (MayNot(DeskAction.Approve))
        {
            return NotFound();
        }

        List<(ReturnId, string)> asked = [];
        foreach (var one in signed ?? [])
        {
            if (one.LastIndexOf('/') is var at and > 0)
            {
                asked.Add((ReturnId.Of(one[..at]), one[(at + 1)..]));
            }
        }

        if (asked.Count == 0)
        {
            await ReadAsync(cancellationToken);
            Refusal = "Tick the returns you approve.";
            return Page();
        }

        var outcome = await approvals.HandleAsync(new ApproveReturns(asked, Who.Person.Id), cancellationToken);
        if (outcome.Left.Count == 0)
        {
            Done = $"You approved {string.Join(", ", outcome.Approved.Select(id => id.Indicator))}.";
            return LocalRedirect("/desk/approve");
        }

        await ReadAsync(cancellationToken);
        Refusal = string.Join(" ", outcome.Left.Select(one => one.Why.Sentence)
            .Append(outcome.Approved.Count == 0 ? string.Empty : $"You approved {string.Join(", ", outcome.Approved.Select(id => id.Indicator))}.")).Trim();
        return Page();
    }

    /// <summary>A question, or words with which it is returned, or an explanation accepted.</summary>
    public async Task<IActionResult> OnPostStepAsync(string key, long seen, string @do, string? words, CancellationToken cancellationToken)
    {
        if (MayNot(DeskAction.Approve))
        {
            return NotFound();
        }

        var (action, done) = @do switch
        {
            "ask" => (DeskAction.Question, "Your question was sent."),
            "accept" => (DeskAction.AcceptExplanation, "The reason is accepted."),
            _ => (DeskAction.ReturnWithWords, "It was returned."),
        };
        var step = new TakeStep(ReturnId.Of(key), seen, action, Who.Person.Id) { Words = words ?? string.Empty };
        var outcome = await steps.HandleAsync(step, cancellationToken);
        await ReadAsync(cancellationToken);
        return Answer(outcome, "/desk/approve", done);
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (await catalogues.ReadAsync(Desk, cancellationToken) is not { } catalogue)
        {
            return;
        }

        var list = await WorkList.ReadAsync(Desk, catalogue, Who.People, Who.Actor, cancellationToken);
        var cards = new List<ApprovalCard>();
        foreach (var item in list.ToApprove)
        {
            if (ReturnAssessor.Assess(catalogue, item.Return.Id, item.Return.Content, Desk.Today) is { } assessed)
            {
                var thread = await RoundBook.ThreadAsync(Desk, item.Return.Id, cancellationToken);
                cards.Add(new ApprovalCard(item, assessed, OddReason(item.Return, assessed), thread));
            }
        }

        Odd = cards.FindAll(card => card.Odd is not null);
        Plain = cards.FindAll(card => card.Odd is null);
        NotTheirs = list.NotTheirs;
    }

    /// <summary>The first reason that a return is not like the others.</summary>
    private string? OddReason(StoredReturn held, ReturnAssessment assessed)
    {
        var before = assessed.Before;
        var (now, then) = (assessed.Own.Rating.Band, before?.Rating.Band);
        return held.State == ReturnState.Explained ? "The figure cannot be given"
            : held.Approvals.LastOrDefault(one => !one.Stands && one.Person == Who.Person.Id) is { } lapsed
                ? $"Your approval has lapsed: {lapsed.LapsedBecause}"
            : held.State == ReturnState.Answered ? "Your question is answered"
            : held.Content.Confirmed.Length > 0 ? $"A warning was confirmed: {held.Content.Confirmed}"
            : now is not null && then is not null && now.Code != then.Code ? $"{then.Label} to {now.Label} since {before!.Period.LabelWithinYear}"
            : assessed.WhyNeeded is { } because ? char.ToUpperInvariant(because[0]) + because[1..]
            : null;
    }
}
