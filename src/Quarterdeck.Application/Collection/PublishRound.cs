using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Publishing;
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
        var publishing = new PublishReport(desk.Organisation, null, [], people.TitleOf(request.By), request.Reason.Trim());
        var outcome = await new PublishReportHandler(desk.Store, desk.Packs, styles, desk.Clock, desk.ProgramVersion)
            .HandleAsync(publishing, null, cancellationToken).ConfigureAwait(false);
        if (outcome is not PublishOutcome.Published)
        {
            return new DeskOutcome.Invalid([new FieldProblem("release", outcome.Sentence.TrimEnd('.'))]);
        }

        // Where the program ends before this, the reports stand as published, and asking again brings the returns after them.
        return await desk.WriteAsync(
            request.By.Value,
            $"Published the round of {MonthNames.Long(request.Month)}",
            [.. released.Select(held => (held with { State = ReturnState.Published, MovedBy = request.By.Value, MovedAt = desk.Clock.GetUtcNow() }).Write())],
            cancellationToken).ConfigureAwait(false);
    }
}
