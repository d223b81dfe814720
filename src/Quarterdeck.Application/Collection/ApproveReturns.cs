using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;

namespace Quarterdeck.Application.Collection;

/// <summary>Somebody signs what was on their page: one return, or many at once.</summary>
/// <param name="Signed">Each return with the digest of what the page showed.</param>
/// <param name="By">Who signs.</param>
public sealed record ApproveReturns(IReadOnlyList<(ReturnId Id, string Digest)> Signed, PersonId By);

/// <summary>What came of it, return by return.</summary>
/// <param name="Approved">Those signed.</param>
/// <param name="Left">Those that were not, each with the reason in a sentence and its code.</param>
public sealed record ApprovalOutcome(IReadOnlyList<ReturnId> Approved, IReadOnlyList<(ReturnId Id, Refusal Why)> Left);

/// <param name="desk">The desk.</param>
/// <param name="catalogues">Reads what returns are rated by.</param>
public sealed class ApproveReturnsHandler(Desk desk, CatalogueReader catalogues)
{
    public const string Changed = "changed-since";

    /// <summary>How often those that nobody touched are tried again when another was changed at the same moment.</summary>
    private const int Tries = 3;

    public async Task<ApprovalOutcome> HandleAsync(ApproveReturns request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var outcome = new ApprovalOutcome([], []);
        for (var tried = 0; tried < Tries; tried++)
        {
            var (signed, notices, left) = await JudgeAsync(request, cancellationToken).ConfigureAwait(false);
            List<ReturnId> approved = [.. signed.Select(one => one.Id)];
            outcome = new ApprovalOutcome(approved, left);
            if (signed.Count == 0
                || await desk.WriteAsync(
                    request.By.Value,
                    $"Approved: {string.Join(", ", approved)}",
                    [.. signed.Select(one => one.Write())],
                    cancellationToken,
                    notices: notices).ConfigureAwait(false) is DeskOutcome.Done)
            {
                return outcome;
            }
        }

        var busy = new Refusal(Changed, "Others are changing these returns at this moment. Nothing was approved. Look at them again.");
        return new ApprovalOutcome([], [.. outcome.Left, .. outcome.Approved.Select(id => (id, busy))]);
    }

    private async Task<(List<StoredReturn> Signed, List<MailNotice> Notices, List<(ReturnId, Refusal)> Left)> JudgeAsync(
        ApproveReturns request, CancellationToken cancellationToken)
    {
        var (signed, notices, left) = (new List<StoredReturn>(), new List<MailNotice>(), new List<(ReturnId, Refusal)>());
        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        var catalogue = await catalogues.ReadAsync(desk, cancellationToken).ConfigureAwait(false);
        var rounds = await RoundBook.RoundsAsync(desk, cancellationToken).ConfigureAwait(false);
        foreach (var (id, digest) in request.Signed.DistinctBy(one => one.Id))
        {
            var held = await RoundBook.ReturnAsync(desk, id, cancellationToken).ConfigureAwait(false);
            if (catalogue is null || held is null || rounds.FirstOrDefault(one => one.Month == id.Round) is not { } round
                || ReturnAssessor.Assess(catalogue, id, held.Content, desk.Today) is not { } assessed)
            {
                left.Add((id, AccessTable.NotYours(DeskAction.Approve)));
                continue;
            }

            var subject = catalogue.SubjectOf(id.Indicator, id.Round);
            var facts = held.Facts(round, people, subject, held.Content, desk.Today);
            switch (ReturnRules.Decide(facts, DeskAction.Approve, people.ActorOf(request.By, desk.Today), subject, null, desk.Today))
            {
                case ReturnDecision.Refused refused:
                    left.Add((id, refused.Why));
                    break;
                case ReturnDecision.Allowed when assessed.Content.Digest() != digest:
                    left.Add((id, new Refusal(Changed, $"{id.Indicator} changed while you had it open. It was not approved. Look at it again.")));
                    break;
                case ReturnDecision.Allowed allowed:
                    signed.Add(Sign(held, assessed.Content, allowed, request.By));
                    notices.AddRange(ReturnNotices.Of(people, signed[^1], round, subject, request.By, desk.Today));
                    break;
            }
        }

        return (signed, notices, left);
    }

    private StoredReturn Sign(StoredReturn held, ReturnContent seen, ReturnDecision.Allowed allowed, PersonId by) => held with
    {
        State = allowed.State,
        Level = allowed.Level,
        IsSeen = false,
        Approvals = [
            .. Approval.After(held.Approvals, seen), new Approval(allowed.By.Level, by, allowed.By.For, desk.Clock.GetUtcNow(), seen)
        ],
        MovedBy = by.Value,
        MovedAt = desk.Clock.GetUtcNow(),
    };
}
