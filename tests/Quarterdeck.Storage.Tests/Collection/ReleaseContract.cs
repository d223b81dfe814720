using System.Text;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Collection;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;

namespace Quarterdeck.Storage.Tests.Collection;

/// <summary>A release at its hour: whole or not there, once, and not at all where it was changed.</summary>
public abstract class ReleaseContract : DeskContract
{
    private static readonly DateTimeOffset Hour = new(2025, 11, 14, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_release_is_published_at_its_minute_and_never_before()
    {
        await ReleasedAsync();
        await DoneAsync(Plan());
        for (Clock.Now = Hour - TimeSpan.FromHours(1); Clock.Now < Hour - PublishPlanned.Ahead; Clock.Now += TimeSpan.FromMinutes(7))
        {
            await New().RunAsync(default);
            Assert.Empty(await VersionsAsync());
        }

        Clock.Now = Hour - TimeSpan.FromSeconds(90);
        await New(async now =>
        {
            // Another reader looks while everything is made already.
            Assert.True(now >= Hour || (await VersionsAsync()).Count == 0);
        }).RunAsync(default);

        var version = Assert.Single(await VersionsAsync());
        Assert.Equal((Hour, new DateOnly(2025, 11, 14), "Head of Performance"), (version.PublishedAt, version.PublishedOn, version.Author));
        Assert.InRange(Clock.Now, Hour + TimeSpan.FromSeconds(5), Hour + TimeSpan.FromMinutes(1));
        Assert.Equal(ReturnState.Published, (await Return()).State);
        Assert.Equal((Hour, Hour), (await PlannedAsync()) is { PublishedAt: { } at } planned ? (planned.At, at) : default);

        // The reports, the returns and the kept hour are one change.
        Assert.Equal(
            ["@desk-releases", "@desk-returns", "@publications", "@published-records"],
            (await Store.ChangesAsync(Organisation))[^1].Entries.Select(entry => entry.Table).Order(StringComparer.Ordinal));
        var changes = (await Store.ChangesAsync(Organisation)).Count;
        await New().RunAsync(default);
        Assert.Equal(changes, (await Store.ChangesAsync(Organisation)).Count);
    }

    [Fact]
    public async Task A_release_that_came_due_while_nothing_ran_is_published_when_it_runs_again_and_says_when()
    {
        await ReleasedAsync();
        await DoneAsync(Plan());
        Clock.Now = Hour + TimeSpan.FromHours(3);

        await New().RunAsync(default);

        Assert.Equal(Hour + TimeSpan.FromHours(3), Assert.Single(await VersionsAsync()).PublishedAt);
        Assert.Equal(Hour, (await PlannedAsync()).At);
    }

    [Fact]
    public async Task Of_several_nodes_one_publishes()
    {
        await ReleasedAsync();
        await DoneAsync(Plan());
        Clock.Now = Hour + TimeSpan.FromSeconds(10);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => New().RunAsync(default)));

        Assert.Single(await VersionsAsync());
        Assert.Single(await Store.ChangesAsync(Organisation), change => change.Source == "publish");
        Assert.Empty((await PlannedAsync()).Stopped);
    }

    [Fact]
    public async Task A_node_that_dies_before_it_has_written_leaves_nothing_and_the_next_publishes()
    {
        await ReleasedAsync();
        await DoneAsync(Plan());
        Clock.Now = Hour - TimeSpan.FromSeconds(30);

        await Assert.ThrowsAsync<InvalidOperationException>(() => New(now =>
            now >= Hour ? throw new InvalidOperationException("The node died.") : Task.CompletedTask).RunAsync(default));
        Assert.Empty(await VersionsAsync());
        Assert.Equal(ReturnState.InRelease, (await Return()).State);
        await New().RunAsync(default);

        Assert.Single(await VersionsAsync());
    }

    [Fact]
    public async Task What_was_changed_after_its_hour_was_set_stops_the_release_and_tells_the_publisher()
    {
        await ReleasedAsync();
        await DoneAsync(Plan());
        await ImportAsync(Reported("97%"));
        Clock.Now = Hour;

        await New().RunAsync(default);

        Assert.Empty(await VersionsAsync());
        Assert.StartsWith("something in it was changed", (await PlannedAsync()).Stopped, StringComparison.Ordinal);
        Assert.Contains(
            Publisher.Value,
            await Intruder.Query("SELECT person FROM mail_notice WHERE step = 'ReleaseStopped' AND org = @org", Organisation));

        // It is looked at, set anew, and published.
        await DoneAsync(Plan() with { Time = new TimeOnly(11, 0), Seen = (await PlannedAsync()).Version });
        Clock.Now = Hour + TimeSpan.FromMinutes(90);
        await New().RunAsync(default);
        Assert.Single(await VersionsAsync());
    }

    [Fact]
    public async Task A_return_that_is_withdrawn_while_the_documents_are_made_stops_the_release()
    {
        await ReleasedAsync();
        await DoneAsync(Plan());
        Clock.Now = Hour - TimeSpan.FromSeconds(30);
        var isWithdrawn = false;

        await New(async _ =>
        {
            if (!isWithdrawn)
            {
                isWithdrawn = true;
                await Do(DeskAction.Withdraw, Publisher, words: "Wrong month.");
            }
        }).RunAsync(default);
        Assert.Empty(await VersionsAsync());
        await New().RunAsync(default);

        Assert.Empty(await VersionsAsync());
        Assert.NotEmpty((await PlannedAsync()).Stopped);
    }

    [Fact]
    public async Task A_release_is_moved_and_cancelled_with_a_reason_and_both_are_in_the_trail()
    {
        await ReleasedAsync();
        await DoneAsync(Plan());
        var seen = (await PlannedAsync()).Version;
        var (plan, cancel) = (new PlanReleaseHandler(Desk), new CancelReleaseHandler(Desk));
        Assert.Equal("Say why it is moved.", (await plan.HandleAsync(Plan() with { Seen = seen }, default)).Sentence);
        await DoneAsync(Plan() with { Time = new TimeOnly(12, 0), Reason = "The leader is away.", Seen = seen });
        Assert.IsType<DeskOutcome.Conflicted>(await plan.HandleAsync(Plan() with { Reason = "Again.", Seen = seen }, default));
        Clock.Now = Hour + TimeSpan.FromMinutes(5);
        await New().RunAsync(default);
        Assert.Empty(await VersionsAsync());

        Assert.Equal("Say why it is cancelled.", (await cancel.HandleAsync(new CancelRelease(October, " ", seen + 1, Publisher), default)).Sentence);
        Assert.IsType<DeskOutcome.Done>(await cancel.HandleAsync(new CancelRelease(October, "An error was found.", seen + 1, Publisher), default));
        Clock.Now = Hour + TimeSpan.FromHours(9);
        await New().RunAsync(default);

        Assert.Empty(await VersionsAsync());
        Assert.Equal(
            ["Cancelled the release of October 2025: An error was found.", "Moved the release of October 2025: The leader is away."],
            (await Store.ChangesAsync(Organisation)).Select(change => change.Reason).Where(reason => reason.Contains("the release of October", StringComparison.Ordinal))
                .Reverse().Take(2));
    }

    [Fact]
    public async Task Only_a_publisher_sets_an_hour_and_only_one_that_is_to_come()
    {
        await OpenAsync();
        var plan = new PlanReleaseHandler(Desk);
        Assert.Equal("not-yours", Code(await plan.HandleAsync(Plan() with { By = Analyst }, default)));
        Assert.Equal("not-yours", Code(await new CancelReleaseHandler(Desk).HandleAsync(new CancelRelease(October, "x", 1, Director), default)));

        var wrong = Assert.IsType<DeskOutcome.Invalid>(await plan.HandleAsync(Plan() with { Day = new DateOnly(2025, 11, 1), What = " " }, default));
        Assert.Equal(["release", "day", "what"], wrong.Problems.Select(problem => problem.Field));
        var skipped = new PlanReleaseHandler(Desk with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London") });
        Assert.Contains(
            "left out when the clocks go forward",
            (await skipped.HandleAsync(Plan() with { Day = new DateOnly(2026, 3, 29), Time = new TimeOnly(1, 30) }, default)).Sentence,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_now_marks_the_returns_and_keeps_the_hour_in_the_same_change()
    {
        await ReleasedAsync();
        await DoneAsync(Plan());

        Assert.IsType<DeskOutcome.Done>(await new PublishRoundHandler(Desk, Catalogues, Style).HandleAsync(
            new PublishRound(October, "October dashboard", Publisher), default));

        Assert.Equal(ReturnState.Published, (await Return()).State);
        Assert.NotNull((await PlannedAsync()).PublishedAt);
        Assert.Equal(4, (await Store.ChangesAsync(Organisation))[^1].Entries.Count);
    }

    [Fact]
    public async Task The_public_is_told_the_hour_and_the_name_and_nothing_else_of_it()
    {
        await ReleasedAsync(isPublishedBefore: true);
        var reader = new PublicSnapshotReader(Store, Organisation, new PacksOfFiles(), Style);
        var before = (await reader.ReadAsync(default))!;
        await DoneAsync(Plan());

        Assert.True(await reader.HasChangedAsync(default));
        var after = (await reader.ReadAsync(default))!;
        Assert.NotEqual(before.Fingerprint, after.Fingerprint);
        Assert.Equal((Hour, "October dashboard"), (Assert.Single(after.Awaited).At, after.Awaited[0].What));
        Assert.Equal(before.Pack.Results.Count, after.Pack.Results.Count);
        Assert.DoesNotContain(after.Pack.Results, result => result.Period.Closing == October);
    }

    private static FixedStyle Style { get; } = new(new ReportFormat(
        "txt", report => [new ReportFile(report.Definition.Code + ".txt", Encoding.UTF8.GetBytes($"{report.Title.ResultsTo}"))]));

    private PublishPlanned New(Func<DateTimeOffset, Task>? meanwhile = null) => new(Desk, Style, async (time, _) =>
    {
        await (meanwhile?.Invoke(Clock.Now) ?? Task.CompletedTask);
        Clock.Now += time;
    });

    private PlanRelease Plan() => new(October, new DateOnly(2025, 11, 14), new TimeOnly(9, 30), "October dashboard", string.Empty, 0, Publisher);

    private async Task DoneAsync(PlanRelease plan)
    {
        var outcome = await new PlanReleaseHandler(Desk).HandleAsync(plan, default);
        Assert.True(outcome is DeskOutcome.Done, outcome.Sentence);
    }

    private async Task<PlannedRelease> PlannedAsync() => Assert.Single(await PlannedRelease.AllAsync(Store, Organisation, default));

    private async Task<IReadOnlyList<PublishedVersion>> VersionsAsync() =>
        [.. PublishedVersion.All(await Store.ReadTablesAsync(Organisation, [SystemTables.Publications])).Where(one => one.ResultsTo == October)];

    /// <summary>A return of October is in the release, and the reports show October next.</summary>
    private async Task ReleasedAsync(bool isPublishedBefore = false)
    {
        await OpenAsync();
        if (isPublishedBefore)
        {
            await ImportAsync(Reported("98%", "2025-09"));
            var publish = new PublishReportHandler(Store, new PacksOfFiles(), Style, Clock, "test");
            Assert.IsType<PublishOutcome.Published>(await publish.HandleAsync(new PublishReport(Organisation, null, [], "Somebody", "September")));
        }

        await ImportAsync(Reported("98%"));
        await Do(DeskAction.Send, Officer, Given);
        await Approve(Director, Invoices);
        var taken = await new TakeIntoReleaseHandler(Desk, Catalogues).HandleAsync(new TakeIntoRelease([Invoices], string.Empty, Analyst), default);
        Assert.Equal([Invoices], taken.Taken);
    }

    private static Domain.Packs.Pack Reported(string target, string upTo = "2025-10") => Council(target) with
    {
        Reports = Packed.From(
            "indicators\nref,title,kind,unit,frequency\nFN06,Debt under six months old,kpi,percent,month\n",
            "results\nref,period,value\nFN06,2025-09,71\n",
            $"reports\ncode,kind,title,results_to\ndashboard,dashboard,Dashboard,{upTo}\n").Reports,
    };
}
