using Quarterdeck.Application.Accounts;
using Quarterdeck.Domain.Access;

namespace Quarterdeck.Application.Collection;

/// <summary>Somebody writes about a return, in whatever state it is; the state stays as it is.</summary>
/// <param name="Id">The return.</param>
/// <param name="Text">The words.</param>
/// <param name="By">Who writes.</param>
public sealed record WriteInThread(ReturnId Id, string Text, PersonId By);

public sealed class WriteInThreadHandler(Desk desk, CatalogueReader catalogues)
{
    public async Task<DeskOutcome> HandleAsync(WriteInThread request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        var catalogue = await catalogues.ReadAsync(desk, cancellationToken).ConfigureAwait(false);
        var held = await RoundBook.ReturnAsync(desk, request.Id, cancellationToken).ConfigureAwait(false);
        var subject = catalogue?.SubjectOf(request.Id.Indicator, request.Id.Round) ?? AccessSubject.Whole;
        if (held is null || AccessTable.Refuse(people.ActorOf(request.By, desk.Today), DeskAction.Write, subject) is not null)
        {
            return new DeskOutcome.Refused(AccessTable.NotYours(DeskAction.Write));
        }

        if (string.IsNullOrWhiteSpace(request.Text))
        {
            return new DeskOutcome.Invalid([new FieldProblem("text", "Write something")]);
        }

        var thread = await RoundBook.ThreadAsync(desk, request.Id, cancellationToken).ConfigureAwait(false);
        var message = new ThreadMessage(
            request.Id, thread.Count + 1, request.By.Value, desk.Clock.GetUtcNow(), ReturnMove.Said(DeskAction.Write), request.Text.Trim());
        return await desk.WriteAsync(request.By.Value, $"Wrote about {request.Id}", [message.Write()], cancellationToken).ConfigureAwait(false);
    }
}
