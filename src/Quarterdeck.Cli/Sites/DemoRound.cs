using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Collection;
using Quarterdeck.Application.Packs;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Output;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Cli.Sites;

/// <summary>The days of the demo's round pass as any others; only the day it begins on is that of the sample.</summary>
/// <param name="clock">The real clock.</param>
/// <param name="day">The day it was when the demo was started.</param>
internal sealed class DemoClock(TimeProvider clock, DateOnly day) : TimeProvider
{
    private readonly TimeSpan _behind = clock.GetUtcNow() - new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() - _behind;
}

/// <summary>
/// A council in the middle of its October round: the sample as it stood before October, people of every role, and October's figures on their way. Every
/// step was taken by the use cases that the pages call, by the people who would take it.
/// </summary>
internal sealed class DemoRound(Desk desk)
{
    public const string Organisation = "round";

    private const string Author = "Quarterdeck demo";

    private static readonly DateOnly Opening = new(2025, 11, 3);
    private static readonly Month October = new(2025, 10);

    // Left to whoever tries the demo, or in a state of its own.
    private static readonly string[] NotStarted = ["FN08", "PI05", "PI06", "HR16"];
    private static readonly string[] SavedOnly = ["FN06"];
    private static readonly string[] Questioned = ["FN11"];
    private static readonly string[] Explained = ["CS12"];

    private readonly CatalogueReader _catalogues = new();

    /// <summary>The day the demo opens on.</summary>
    public static DateOnly Today { get; } = new(2025, 11, 12);

    /// <summary>Imports, publishes, and takes every step. Nothing is done where it was done before.</summary>
    /// <param name="pack">The sample.</param>
    /// <param name="files">What lies beside it.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <returns>Why it could not be done; null when it was.</returns>
    public async Task<string?> SeedAsync(Pack pack, Application.Abstractions.IPackFiles files, CancellationToken cancellationToken)
    {
        if ((await desk.PeopleAsync(cancellationToken)).People.Count > 0)
        {
            return null;
        }

        var import = new ImportPackHandler(desk.Store, PackFormat.Instance, ReportStyles.Instance, ProgramVersion.Current);
        await import.HandleAsync(new ImportPack(Organisation, Before(pack), files, "sample", Author, "The sample up to September"), null, cancellationToken);
        var publish = new PublishReportHandler(desk.Store, PackFormat.Instance, ReportStyles.Instance, desk.Clock, ProgramVersion.Current);
        var published = await publish.HandleAsync(
            new PublishReport(Organisation, "dashboard", ["html"], Author, "The September dashboard"), null, cancellationToken);
        if (published is not PublishOutcome.Published)
        {
            return published.Sentence;
        }

        var next = Before(pack) with { Reports = [.. pack.Reports.Where(report => report.Code == "dashboard")] };
        await import.HandleAsync(new ImportPack(Organisation, next, files, "sample", Author, "The October dashboard is next"), null, cancellationToken);
        var people = await PeopleAsync(cancellationToken);
        var open = new OpenRound(October, new DateOnly(2025, 11, 10), new DateOnly(2025, 11, 14), new DateOnly(2025, 11, 17), null, Author);
        if (await new OpenRoundHandler(desk with { FixedToday = Opening }, _catalogues).HandleAsync(open, cancellationToken) is not DeskOutcome.Done)
        {
            return "The sample owes nothing for October 2025, so there is no round to show.";
        }

        foreach (var held in await RoundBook.ReturnsAsync(desk, October, cancellationToken))
        {
            await ReturnAsync(pack, held.Id, people, cancellationToken);
        }

        return null;
    }

    /// <summary>The sample as it stood at the end of September.</summary>
    private static Pack Before(Pack pack) => pack with
    {
        Results = [.. pack.Results.Where(result => result.Period.Closing < October)],
        Commentary = [],
        Published = [],
        CallIns = [],
        Reports = [
            .. pack.Reports.Where(report => report.Code == "dashboard").Select(report => report with { ResultsTo = October.AddMonths(-1), MeetingOn = null })
        ],
    };

    private async Task<Dictionary<string, PersonId>> PeopleAsync(CancellationToken cancellationToken)
    {
        Grant For(Role role, string? area, int level = 0) => new() { Role = role, Area = area, Level = level, From = Opening };
        (string Title, Grant[] Grants)[] posts =
        [
            ("Performance manager", [For(Role.Administrator, null)]),
            ("Chief Analyst", [For(Role.Analyst, null)]),
            ("Head of Performance", [For(Role.Publisher, null), For(Role.Reader, null)]),
            ("Finance analyst", [For(Role.Officer, "FIN")]),
            ("Director of Finance", [For(Role.Approver, "FIN", 1)]),
            ("Service officer", [For(Role.Officer, "GLD"), For(Role.Officer, "DCED")]),
            ("Deputy Chief Executive", [For(Role.Approver, "GLD", 1), For(Role.Approver, "DCED", 1)]),
            ("Assurance officer", [For(Role.Assurance, null)]),
            ("Internal auditor", [For(Role.Auditor, null)]),
        ];
        var people = new Dictionary<string, PersonId>();
        foreach (var (title, grants) in posts)
        {
            var email = title.Replace(' ', '.').ToLowerInvariant() + "@example.gov.uk";
            var added = await new AddPersonHandler(desk).HandleAsync(new AddPerson(title, title, email, grants, null, Author), cancellationToken);
            people[title] = new PersonId(((DeskOutcome.Done)added).Id);
        }

        return people;
    }

    /// <summary>Takes one return as far as the demo has it.</summary>
    private async Task ReturnAsync(Pack pack, ReturnId id, Dictionary<string, PersonId> people, CancellationToken cancellationToken)
    {
        var reference = id.Indicator.Value;
        var isFinance = reference.StartsWith("FN", StringComparison.Ordinal);
        var (officer, approver) = isFinance ? (people["Finance analyst"], people["Director of Finance"])
            : (people["Service officer"], people["Deputy Chief Executive"]);
        if (Explained.Contains(reference))
        {
            var missing = new ReturnContent { Marker = Marker.NotAvailable.Code(), Reason = "The counts arrive on the 14th", ExpectedOn = "2025-11-14" };
            await StepAsync(id, DeskAction.CannotGive, officer, missing, missing.Reason, cancellationToken);
        }
        else if (!NotStarted.Contains(reference) && await ContentAsync(pack, id, cancellationToken) is { } content)
        {
            await StepAsync(id, SavedOnly.Contains(reference) ? DeskAction.Save : DeskAction.Send, officer, content, string.Empty, cancellationToken);
            if (Questioned.Contains(reference))
            {
                await StepAsync(id, DeskAction.Question, approver, null, "Is the extra demand expected to last into the new year?", cancellationToken);
            }
            else if (!isFinance)
            {
                await ApproveAsync(id, approver, cancellationToken);
            }
        }
    }

    /// <summary>The sample's figure for October, with the sentence drafted from it and the sample's own commentary; null where it has none.</summary>
    private async Task<ReturnContent?> ContentAsync(Pack pack, ReturnId id, CancellationToken cancellationToken)
    {
        var result = pack.Results.FirstOrDefault(one => one.Ref == id.Indicator && one.Period.Closing == October && one.Breakdown is null);
        if (result?.Value?.Number is not { } number || await _catalogues.ReadAsync(desk, cancellationToken) is not { } catalogue)
        {
            return null;
        }

        // A text that cites figures is written for a report, which fills them in.
        var words = pack.Commentary.FirstOrDefault(entry => entry.Refs.Contains(id.Indicator) && !entry.Text.Contains("{{", StringComparison.Ordinal));
        var content = new ReturnContent
        {
            Value = number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Why = words?.Text.Split("\n\n")[0] ?? string.Empty,
        };
        var assessed = ReturnAssessor.Assess(catalogue, id, content, Today);
        return content with
        {
            Facts = assessed?.Draft ?? string.Empty,
            Confirmed = assessed?.Warnings.Count > 0 ? "It was counted twice and is right." : string.Empty,
        };
    }

    /// <summary>What cannot be sent as the sample has it, such as a Red without words, stays with its officer.</summary>
    private async Task StepAsync(
        ReturnId id, DeskAction action, PersonId by, ReturnContent? content, string words, CancellationToken cancellationToken)
    {
        if (await RoundBook.ReturnAsync(desk, id, cancellationToken) is { } held)
        {
            await new TakeStepHandler(desk, _catalogues).HandleAsync(
                new TakeStep(id, held.Version, action, by) { Content = content, Words = words }, cancellationToken);
        }
    }

    private async Task ApproveAsync(ReturnId id, PersonId by, CancellationToken cancellationToken)
    {
        if (await RoundBook.ReturnAsync(desk, id, cancellationToken) is { } held
            && await _catalogues.ReadAsync(desk, cancellationToken) is { } catalogue
            && ReturnAssessor.Assess(catalogue, id, held.Content, Today) is { } assessed)
        {
            await new ApproveReturnsHandler(desk, _catalogues).HandleAsync(
                new ApproveReturns([(id, assessed.Content.Digest())], by), cancellationToken);
        }
    }
}
