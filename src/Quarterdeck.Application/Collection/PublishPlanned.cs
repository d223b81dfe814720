using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Application.Collection;

/// <summary>
/// Publishes the releases whose hour has come. Everything is made before the hour, and written after it in one change: it is whole or not there, and
/// where several nodes try, the version of the release's row lets one of them win. What was changed since the hour was set stops it.
/// </summary>
/// <param name="desk">The desk.</param>
/// <param name="styles">The look of the documents.</param>
/// <param name="pause">Waits a moment; the hour itself is the clock's.</param>
public sealed class PublishPlanned(Desk desk, IReportStyles styles, Func<TimeSpan, CancellationToken, Task> pause)
{
    /// <summary>How long before the hour the documents are begun to be made.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(2);

    /// <summary>The clocks of two machines are never quite alike: so long is waited after the hour, that nothing is seen before it.</summary>
    public static readonly TimeSpan Behind = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>Publishes, or stops, what is due. Releases that are further off are left.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var planned in await PlannedRelease.AllAsync(desk.Store, desk.Organisation, cancellationToken).ConfigureAwait(false))
        {
            if (planned.IsAwaited && planned.At - Ahead <= desk.Clock.GetUtcNow())
            {
                await PublishAsync(planned, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task PublishAsync(PlannedRelease planned, CancellationToken cancellationToken)
    {
        var people = await desk.PeopleAsync(cancellationToken).ConfigureAwait(false);
        var bound = await BoundRelease.ReadAsync(desk, planned.Month, cancellationToken).ConfigureAwait(false);
        if (bound.Digest != planned.Bound)
        {
            await StopAsync(planned, people, "something in it was changed after its hour was set. Look at it, and set the hour again", cancellationToken)
                .ConfigureAwait(false);
            return;
        }

        // One that is late, since the program was not running, says when it was published in fact.
        var now = desk.Clock.GetUtcNow();
        var at = planned.At + TimeSpan.FromMinutes(1) < now ? now : planned.At;
        var publishing = new PublishReport(desk.Organisation, null, [], people.TitleOf(new PersonId(planned.By)), planned.What)
        {
            At = at,
            AlsoWritten = PublishRoundHandler.Marked(bound.Released, planned, planned.By, at),
            BeforeWriting = stop => UntilAsync(planned.At + Behind, stop),
        };
        var outcome = await new PublishReportHandler(desk.Store, desk.Packs, styles, desk.Clock, desk.ProgramVersion)
            .HandleAsync(publishing, null, cancellationToken).ConfigureAwait(false);

        // Where somebody else wrote meanwhile, it is looked at again: it was moved, stopped or published, or is now another than was bound.
        if (outcome is not (PublishOutcome.Published or PublishOutcome.Conflicted))
        {
            await StopAsync(planned, people, outcome.Sentence.TrimEnd('.'), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task UntilAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        while (desk.Clock.GetUtcNow() < moment)
        {
            await pause(Look, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Says in the trail and to the publishers why it is not published. If somebody moved it at this moment, that stands.</summary>
    private Task<DeskOutcome> StopAsync(PlannedRelease planned, PeopleRegister people, string why, CancellationToken cancellationToken) => desk.WriteAsync(
        "Quarterdeck",
        $"Stopped the release of {MonthNames.Long(planned.Month)}: {why}",
        [(planned with { Stopped = why }).Write()],
        cancellationToken,
        source: SystemTables.CalendarSource,
        notices:
        [
            .. people.ActorsFor(DeskAction.Publish, AccessSubject.Whole, desk.Today)
                .Select(one => new MailNotice(one.Value, planned.Month.ToString(), MailStep.ReleaseStopped, planned.Version + 1)),
        ]);
}
