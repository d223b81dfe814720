using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;

namespace Quarterdeck.Application.Collection;

/// <summary>Asks for one step of a return: saving, sending, questioning, answering, returning and the like, as the table of states has it.</summary>
/// <param name="Id">The return.</param>
/// <param name="Seen">The version that was on the page.</param>
/// <param name="Action">The step.</param>
/// <param name="By">Who asks.</param>
public sealed record TakeStep(ReturnId Id, long Seen, DeskAction Action, PersonId By)
{
    /// <summary>What was typed; null where the step changes none of it.</summary>
    public ReturnContent? Content { get; init; }

    /// <summary>The words that go with the step.</summary>
    public string Words { get; init; } = string.Empty;
}

public sealed class TakeStepHandler(Desk desk, CatalogueReader catalogues)
{
    private static readonly DeskAction[] WithContent =
        [DeskAction.Save, DeskAction.Send, DeskAction.CannotGive, DeskAction.Change, DeskAction.ChangeFigure, DeskAction.CorrectWords, DeskAction.Correct];

    public async Task<DeskOutcome> HandleAsync(TakeStep request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Action is DeskAction.Approve or DeskAction.TakeIntoRelease or DeskAction.Publish)
        {
            throw new ArgumentException("Approving, releasing and publishing are use cases of their own.", nameof(request));
        }

        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        var catalogue = await catalogues.ReadAsync(desk, cancellationToken).ConfigureAwait(false);
        var round = await RoundBook.RoundAsync(desk, request.Id.Round, cancellationToken).ConfigureAwait(false);
        var held = await RoundBook.ReturnAsync(desk, request.Id, cancellationToken).ConfigureAwait(false);
        var typed = WithContent.Contains(request.Action) ? request.Content ?? held?.Content : held?.Content;
        if (catalogue is null || round is null || held is null || ReturnAssessor.Assess(catalogue, request.Id, typed!, desk.Today) is not { } assessed)
        {
            return new DeskOutcome.Refused(AccessTable.NotYours(request.Action));
        }

        var subject = catalogue.SubjectOf(request.Id.Indicator, request.Id.Round);
        var facts = held.Facts(round, people, subject, typed!, desk.Today);
        var decision = ReturnRules.Decide(facts, request.Action, people.ActorOf(request.By, desk.Today), subject, request.Words, desk.Today);
        if (decision is ReturnDecision.Refused refused)
        {
            return new DeskOutcome.Refused(refused.Why);
        }

        if (Problems(request.Action, held, assessed) is { Count: > 0 } problems)
        {
            return new DeskOutcome.Invalid(problems);
        }

        var allowed = (ReturnDecision.Allowed)decision;
        if (request.Action is DeskAction.Change or DeskAction.ChangeFigure or DeskAction.CorrectWords && typed == held.Content)
        {
            return new DeskOutcome.Done(0);
        }

        var step = new ReturnMove(request, held, assessed.Content, typed!, allowed, round, desk.Clock.GetUtcNow(), desk.Today);
        var admitted = request.Action is DeskAction.Reopen or DeskAction.Correct or DeskAction.Change && facts.LockedOn is not null
            ? AdmitLateHandler.Everybody(people, subject, DateOnly.MaxValue, desk.Today) : held.Admitted;
        var after = step.After() with { Admitted = admitted, Version = request.Seen };
        List<RowWrite> rows = [after.Write()];
        if (!string.IsNullOrWhiteSpace(request.Words))
        {
            var thread = await RoundBook.ThreadAsync(desk, request.Id, cancellationToken).ConfigureAwait(false);
            rows.Add(step.Message(thread.Count + 1).Write());
        }

        // What leaves a release leaves the catalogue with it, or it would be published all the same.
        var leaves = held.State == ReturnState.InRelease && after.State != ReturnState.InRelease;
        if (leaves && ReturnAssessor.Assess(catalogue, request.Id, held.Content, desk.Today) is { } released)
        {
            rows.AddRange(await TakeIntoReleaseHandler.TakenOutAsync(desk, catalogue, held, released, cancellationToken).ConfigureAwait(false));
        }

        var outcome = await desk.WriteAsync(
            request.By.Value,
            $"{ReturnMove.Said(request.Action)}: {request.Id}",
            rows,
            cancellationToken,
            source: leaves ? TakeIntoReleaseHandler.Source : SystemTables.DeskSource,
            notices: ReturnNotices.Of(people, after, round, subject, request.By, desk.Today)).ConfigureAwait(false);
        return leaves && held.ReplacesFigure && outcome is DeskOutcome.Done done
            ? done with
            {
                Left = $"The catalogue still has this figure of {request.Id}. Import the one before it, or release the right one, before you publish.",
            }
            : outcome;
    }

    /// <summary>What must be typed before a figure goes to the approver.</summary>
    internal static List<FieldProblem> Problems(DeskAction action, StoredReturn held, ReturnAssessment assessed)
    {
        var problems = new List<FieldProblem>();
        if (action == DeskAction.CorrectWords && !assessed.Content.HasSameFigure(held.Content))
        {
            problems.Add(new FieldProblem("figure", "Correcting words leaves the figure as it is. Change the figure as a step of its own"));
        }

        if (action is DeskAction.Send or DeskAction.Change)
        {
            if (assessed.Warnings.Count > 0 && assessed.Content.Confirmed.Length == 0)
            {
                problems.Add(new FieldProblem("confirmed", "Look again at the number, or say why it is right"));
            }

            if (assessed.WhyNeeded is { } because && assessed.Content.Why.Length == 0)
            {
                problems.Add(new FieldProblem("why", $"Say why it is {because}, and what happens next"));
            }
        }

        return problems;
    }
}
