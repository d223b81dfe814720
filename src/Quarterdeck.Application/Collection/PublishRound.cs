using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Application.Collection;

/// <summary>Asks that the reports are published with the figures of a round's release.</summary>
/// <param name="Month">The round.</param>
/// <param name="Reason">Why, as the record says it.</param>
/// <param name="By">Who asks.</param>
public sealed record PublishRound(Month Month, string Reason, PersonId By);

/// <param name="desk">The desk.</param>
/// <param name="catalogues">Reads what returns are rated by.</param>
/// <param name="styles">The look of the documents.</param>
public sealed class PublishRoundHandler(Desk desk, CatalogueReader catalogues, IReportStyles styles)
{
    public async Task<DeskOutcome> HandleAsync(PublishRound request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        var actor = people.ActorOf(request.By, desk.Today);
        if (AccessTable.Refuse(actor, DeskAction.Publish, AccessSubject.Whole) is { } refusal)
        {
            return new DeskOutcome.Refused(refusal);
        }

        var round = await RoundBook.RoundAsync(desk, request.Month, cancellationToken).ConfigureAwait(false);
        var catalogue = await catalogues.ReadAsync(desk, cancellationToken).ConfigureAwait(false);
        var returns = await RoundBook.ReturnsAsync(desk, request.Month, cancellationToken).ConfigureAwait(false);
        List<StoredReturn> released = [.. returns.Where(held => held.State == ReturnState.InRelease)];
        if (round is null || catalogue is null || released.Count == 0)
        {
            return new DeskOutcome.Invalid([new FieldProblem("release", "Nothing of this round is in a release")]);
        }

        if (string.IsNullOrWhiteSpace(request.Reason))
        {
            return new DeskOutcome.Invalid([new FieldProblem("reason", "Say what is published, like October dashboard")]);
        }

        // Pages that everybody sees name the post, and never the person.
        var planned = (await PlannedRelease.AllAsync(desk.Store, desk.Organisation, cancellationToken).ConfigureAwait(false))
            .FirstOrDefault(one => one.Month == request.Month && one.IsAwaited);
        var publishing = new PublishReport(desk.Organisation, null, [], people.TitleOf(request.By), request.Reason.Trim())
        {
            AlsoWritten = Marked(released, planned, request.By.Value, desk.Clock.GetUtcNow()),
        };
        return await new PublishReportHandler(desk.Store, desk.Packs, styles, desk.Clock, desk.ProgramVersion)
            .HandleAsync(publishing, null, cancellationToken).ConfigureAwait(false) switch
        {
            PublishOutcome.Published => new DeskOutcome.Done(0),
            PublishOutcome.Conflicted => new DeskOutcome.Conflicted([]),
            var refused => new DeskOutcome.Invalid([new FieldProblem("release", refused.Sentence.TrimEnd('.'))]),
        };
    }

    /// <summary>The returns as published, and the hour that was set for them as kept: written with the publication, or not at all.</summary>
    internal static IReadOnlyList<RowWrite> Marked(IReadOnlyList<StoredReturn> released, PlannedRelease? planned, string by, DateTimeOffset at)
    {
        var rows = released.Select(held => (held with { State = ReturnState.Published, MovedBy = by, MovedAt = at }).Write()).ToList();
        if (planned is not null)
        {
            rows.Add((planned with { PublishedAt = at }).Write());
        }

        return rows;
    }
}
