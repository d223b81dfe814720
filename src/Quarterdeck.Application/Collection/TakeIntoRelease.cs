using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Application.Collection;

/// <summary>Asks that returns become results and commentary of the catalogue, from which reports are published.</summary>
/// <param name="Returns">Which.</param>
/// <param name="Words">Of a publisher, why they go without an approval that nobody may give.</param>
/// <param name="By">Who asks.</param>
public sealed record TakeIntoRelease(IReadOnlyList<ReturnId> Returns, string Words, PersonId By);

/// <param name="Taken">Those taken.</param>
/// <param name="Left">Those that were not, each with the reason.</param>
/// <param name="Outcome">What came of writing them.</param>
public sealed record ReleaseOutcome(IReadOnlyList<ReturnId> Taken, IReadOnlyList<(ReturnId Id, Refusal Why)> Left, DeskOutcome Outcome);

public sealed class TakeIntoReleaseHandler(Desk desk, CatalogueReader catalogues)
{
    /// <summary>Names the source of a change that brings approved figures into the catalogue.</summary>
    public const string Source = "release";

    public async Task<ReleaseOutcome> HandleAsync(TakeIntoRelease request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        var rounds = await RoundBook.RoundsAsync(desk, cancellationToken).ConfigureAwait(false);
        if (await catalogues.ReadAsync(desk, cancellationToken).ConfigureAwait(false) is not { } catalogue)
        {
            return new ReleaseOutcome([], [], new DeskOutcome.Done(0));
        }

        var (taken, left, rows) = (new List<(StoredReturn Return, ReturnAssessment Assessed)>(), new List<(ReturnId, Refusal)>(), new List<RowWrite>());
        var notices = new List<MailNotice>();
        foreach (var id in request.Returns.Distinct())
        {
            if (await RoundBook.ReturnAsync(desk, id, cancellationToken).ConfigureAwait(false) is not { } held
                || rounds.FirstOrDefault(one => one.Month == id.Round) is not { } round
                || ReturnAssessor.Assess(catalogue, id, held.Content, desk.Today) is not { } assessed)
            {
                left.Add((id, AccessTable.NotYours(DeskAction.TakeIntoRelease)));
                continue;
            }

            var subject = catalogue.SubjectOf(id.Indicator, id.Round);
            var facts = held.Facts(round, people, subject, held.Content, desk.Today);
            var decision = ReturnRules.Decide(facts, DeskAction.TakeIntoRelease, people.ActorOf(request.By, desk.Today), subject, request.Words, desk.Today);
            if (decision is ReturnDecision.Refused refused)
            {
                left.Add((id, refused.Why));
            }
            else if (Lapsed(held, assessed) is { } lapsed)
            {
                // What it was rated by changed after it was signed: it goes back to the first level, and says what changed.
                var (state, level) = ReturnRules.ByProgram(facts, DeskAction.Lapse)!.Value;
                var again = held with { State = state, Level = level, Approvals = lapsed };
                rows.Add(again.Write());
                notices.AddRange(ReturnNotices.Of(people, again, round, subject, request.By, desk.Today));
                left.Add((id, new Refusal(
                    ApproveReturnsHandler.Changed,
                    $"The approval of {id.Indicator} has lapsed: {lapsed[^1].LapsedBecause} changed afterwards. It waits for approval again.")));
            }
            else
            {
                var isApproved = held.State == ReturnState.Approved;
                rows.Add((held with
                {
                    State = ReturnState.InRelease,
                    Admitted = [],
                    ReplacesFigure = catalogue.ResultOf(id.Indicator, assessed.Period) is not null,
                    UnapprovedBecause = isApproved ? string.Empty : request.Words.Trim(),
                    MovedBy = request.By.Value,
                    MovedAt = desk.Clock.GetUtcNow(),
                }).Write());
                taken.Add((held, assessed));
            }
        }

        return await WriteAsync(request, catalogue, taken, left, rows, notices, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ReleaseOutcome> WriteAsync(
        TakeIntoRelease request,
        Catalogue catalogue,
        List<(StoredReturn Return, ReturnAssessment Assessed)> taken,
        List<(ReturnId, Refusal)> left,
        List<RowWrite> rows,
        List<MailNotice> notices,
        CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return new ReleaseOutcome([], left, new DeskOutcome.Done(0));
        }

        if (taken.Count > 0)
        {
            var state = await desk.Store.ReadAsync(desk.Organisation, cancellationToken: cancellationToken).ConfigureAwait(false);
            var plan = Import.Plan(state, desk.Packs.RowsOf(Added(catalogue, taken)), keepsMissing: true);
            if (StoredPack.After(state, plan, desk.Packs.Read, "store") is { Pack: null, Findings: var findings })
            {
                var problem = new FieldProblem("returns", $"The figures do not fit what is stored: {findings[0].Message.TrimEnd('.')}");
                return new ReleaseOutcome([], left, new DeskOutcome.Invalid([problem]));
            }

            rows.AddRange(plan.Statements);
        }

        var outcome = await desk.WriteAsync(
            request.By.Value,
            taken.Count == 0 ? "Approvals lapsed before a release" : $"Taken into a release: {string.Join(", ", taken.Select(one => one.Return.Id))}",
            rows,
            cancellationToken,
            source: Source,
            notices: notices).ConfigureAwait(false);
        return new ReleaseOutcome(outcome is DeskOutcome.Done ? [.. taken.Select(one => one.Return.Id)] : [], left, outcome);
    }

    /// <summary>The approvals as they are when something was changed that was signed; null where nothing was.</summary>
    internal static IReadOnlyList<Approval>? Lapsed(StoredReturn held, ReturnAssessment assessed)
    {
        var after = Approval.After(held.Approvals, assessed.Content);
        return held.State == ReturnState.Approved && !after.SequenceEqual(held.Approvals) ? after : null;
    }

    /// <summary>What brought a return into the catalogue, taken out again; nothing where it took the place of an earlier figure.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="catalogue">What is stored.</param>
    /// <param name="held">The return as it was in the release.</param>
    /// <param name="assessed">The same, assessed.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    internal static async Task<IReadOnlyList<RowWrite>> TakenOutAsync(
        Desk desk, Catalogue catalogue, StoredReturn held, ReturnAssessment assessed, CancellationToken cancellationToken)
    {
        // Its words say what they said when it was taken in: in the state it had then.
        var before = held with { State = held.UnapprovedBecause.Length == 0 ? ReturnState.Approved : ReturnState.Sent };
        var brought = Added(catalogue, [(before, assessed)]);
        var state = await desk.Store.ReadAsync(desk.Organisation, cancellationToken: cancellationToken).ConfigureAwait(false);
        return Import.TakeOut(state, desk.Packs.RowsOf(held.ReplacesFigure ? brought with { Results = [] } : brought));
    }

    /// <summary>The results and the commentary that the returns become.</summary>
    private static Pack Added(Catalogue catalogue, IEnumerable<(StoredReturn Return, ReturnAssessment Assessed)> taken)
    {
        var (results, texts) = (new List<Result>(), new List<CommentaryEntry>());
        foreach (var (held, assessed) in taken)
        {
            results.Add(ReturnAssessor.ResultOf(catalogue, assessed.Indicator, assessed.Period, held.Content)!);
            if (Words(held) is { Length: > 0 } words)
            {
                texts.Add(new CommentaryEntry { Round = held.Id.Round, Kind = CommentaryKind.Commentary, Text = words, Refs = [held.Id.Indicator] });
            }
        }

        return new Pack { Settings = new Settings([]), Indicators = [], Results = results, Commentary = texts };
    }

    private static string Words(StoredReturn held) => string.Join(
        "\n\n",
        new[] { held.Content.Facts, held.Content.Why, held.State == ReturnState.Approved ? string.Empty : "Not independently approved." }
            .Where(text => text.Length > 0));
}
