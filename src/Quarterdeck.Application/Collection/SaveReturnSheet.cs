using Quarterdeck.Application.Accounts;
using Quarterdeck.Domain.Access;

namespace Quarterdeck.Application.Collection;

/// <summary>Asks that the lines of a sheet are saved or sent, each by the same step as from its page.</summary>
/// <param name="Lines">What was read and shown.</param>
/// <param name="Mine">Of those that somebody else saved meanwhile, the choices of those that are kept as they stand in the sheet.</param>
/// <param name="IsSent">Whether those that can be sent are sent.</param>
/// <param name="By">Who asks.</param>
public sealed record SaveReturnSheet(IReadOnlyList<SheetLine> Lines, IReadOnlyCollection<string> Mine, bool IsSent, PersonId By);

/// <summary>What came of one line.</summary>
/// <param name="Line">The line.</param>
/// <param name="IsDone">Whether it was saved or sent.</param>
/// <param name="Sentence">What happened, in a sentence.</param>
public sealed record SheetResult(SheetLine Line, bool IsDone, string Sentence);

public sealed class SaveReturnSheetHandler(TakeStepHandler steps)
{
    public async Task<IReadOnlyList<SheetResult>> HandleAsync(SaveReturnSheet request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var results = new List<SheetResult>();
        foreach (var line in request.Lines)
        {
            results.Add(await SaveAsync(request, line, cancellationToken).ConfigureAwait(false));
        }

        return results;
    }

    private async Task<SheetResult> SaveAsync(SaveReturnSheet request, SheetLine line, CancellationToken cancellationToken)
    {
        if (line is not { Item: { } item, Content: { } content, Refusals.Count: 0 })
        {
            return new SheetResult(line, false, string.Join(". ", line.Refusals) + ".");
        }

        if (line.IsConflict && !request.Mine.Contains(line.Choice))
        {
            return new SheetResult(line, false, "Theirs is kept. Yours was not saved.");
        }

        var (action, done) = content.Marker.Length > 0 ? (DeskAction.CannotGive, $"{item.Approver} is told that it cannot be given.")
            : request.IsSent && line.Asks.Count == 0 ? (DeskAction.Send, $"Sent to {item.Approver}.")
            : (DeskAction.Save, request.IsSent ? $"Saved, not sent. {string.Join(". ", line.Asks)}." : $"Saved, not sent. {item.Approver} cannot see it.");
        if (action == DeskAction.Save && line.IsSame)
        {
            return new SheetResult(line, false, "Nothing had to be changed.");
        }

        var step = new TakeStep(item.Return.Id, item.Return.Version, action, request.By)
        {
            Content = content,
            Words = action == DeskAction.CannotGive ? content.Reason : string.Empty,
        };
        var outcome = await steps.HandleAsync(step, cancellationToken).ConfigureAwait(false);
        return new SheetResult(line, outcome is DeskOutcome.Done, outcome is DeskOutcome.Done ? done : outcome.Sentence);
    }
}
