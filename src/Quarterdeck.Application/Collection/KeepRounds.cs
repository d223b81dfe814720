using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;

namespace Quarterdeck.Application.Collection;

/// <summary>
/// Does what no person does in an open round: a figure that was explained falls due on the day it was promised for, and an approval ends when the target,
/// the floor, the definition or an earlier month was changed.
/// </summary>
public sealed class KeepRounds(Desk desk, CatalogueReader catalogues)
{
    private const string Program = "Quarterdeck";

    private (Catalogue Catalogue, DateOnly Day)? _done;

    /// <summary>Looks at every open round; once for each day and each state of the catalogue.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await catalogues.ReadAsync(desk, cancellationToken).ConfigureAwait(false) is not { } catalogue || _done == (catalogue, desk.Today))
        {
            return;
        }

        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        var (rows, notices, said) = (new List<RowWrite>(), new List<MailNotice>(), new List<string>());
        foreach (var round in await RoundBook.RoundsAsync(desk, cancellationToken).ConfigureAwait(false))
        {
            var returns = round.LockedBy(desk.Today) is null ? await RoundBook.ReturnsAsync(desk, round.Month, cancellationToken).ConfigureAwait(false) : [];
            foreach (var held in returns)
            {
                var subject = catalogue.SubjectOf(held.Id.Indicator, held.Id.Round);
                if (After(catalogue, held, held.Facts(round, people, subject, held.Content, desk.Today)) is var (after, why))
                {
                    rows.Add(after.Write());
                    notices.AddRange(ReturnNotices.Of(people, after, round, subject, new PersonId(Program), desk.Today));
                    said.Add($"{held.Id.Indicator} {why}");
                }
            }
        }

        if (rows.Count == 0 || await desk.WriteAsync(Program, string.Join("; ", said), rows, cancellationToken, notices: notices).ConfigureAwait(false)
            is DeskOutcome.Done)
        {
            _done = (catalogue, desk.Today);
        }
    }

    /// <summary>A return as the program leaves it, and why; null where it leaves it as it is.</summary>
    private (StoredReturn After, string Why)? After(Catalogue catalogue, StoredReturn held, ReturnFacts facts)
    {
        if (DateOnly.TryParseExact(held.Content.ExpectedOn, "yyyy-MM-dd", out var expected) && expected <= desk.Today
            && ReturnRules.ByProgram(facts, DeskAction.FallDue) is { } due)
        {
            return (Moved(held) with { State = due.State, Level = due.Level, DueOn = desk.Today, Content = new ReturnContent() }, "falls due");
        }

        if (held.State == ReturnState.Approved
            && ReturnAssessor.Assess(catalogue, held.Id, held.Content, desk.Today) is { } assessed
            && TakeIntoReleaseHandler.Lapsed(held, assessed) is { } lapsed
            && ReturnRules.ByProgram(facts, DeskAction.Lapse) is { } again)
        {
            return (Moved(held) with { State = again.State, Level = again.Level, Approvals = lapsed },
                $"waits for approval again: {lapsed[^1].LapsedBecause} changed");
        }

        return null;
    }

    private StoredReturn Moved(StoredReturn held) => held with { MovedBy = Program, MovedAt = desk.Clock.GetUtcNow() };
}
