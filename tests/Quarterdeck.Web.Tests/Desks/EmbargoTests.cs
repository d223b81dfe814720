using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Collection;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Storage;
using Quarterdeck.TestKit.Clocks;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.Web.Hosting;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Tests.Desks;

/// <summary>Nothing of a release is public before its minute, whatever is asked and whichever way the node's clock is off.</summary>
public sealed class EmbargoTests
{
    private static readonly DateTimeOffset Hour = new(2025, 11, 14, 9, 30, 0, TimeSpan.Zero);
    private static readonly Month October = new(2025, 10);

    private static readonly string[] Addresses =
    [
        "/", "/indicators", "/indicators?q=FN08", "/indicators/FN08", "/indicators/FN08/years", "/areas", "/areas/FIN", "/reports", "/reports/dashboard",
        "/reports/dashboard/files/dashboard.txt", "/publications", "/publications/dashboard-2025-10", "/publications/dashboard-2025-10/files/dashboard.txt",
        "/publications.atom", "/corrections", "/data", "/data/indicators/FN08.csv", "/data/indicators/FN08.json", "/api/v1/indicators", "/api/v1/indicators/FN08",
        "/api/v1/indicators/FN08/periods", "/health/ready", "/embed/indicators/FN08", "/indicators/FN08/card", "/compare", "/desk/round/2025-10",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task Nothing_is_public_before_the_minute_and_everything_within_one_after_it(int secondsOff)
    {
        var off = TimeSpan.FromSeconds(secondsOff);
        await using var site = await Site.OpenAsync();
        await site.PlanAsync();
        var before = await site.AnswersAsync();
        Assert.Contains("Friday 14 November 2025, 09:30", await site.ReadAsync("/publications"), StringComparison.Ordinal);
        Assert.Equal(
            Normal(await site.AnswerAsync("/publications/dashboard-2025-10"), "dashboard-2025-10"),
            Normal(await site.AnswerAsync("/publications/dashboard-2031-01"), "dashboard-2031-01"));

        // What the node takes the time for is off; the adversary's clock is right.
        var isPublic = false;
        async Task AskAsync()
        {
            await site.LookAsync();
            var now = site.Clock.Now - off;
            if (now < Hour)
            {
                Assert.Equal(before, await site.AnswersAsync());
            }
            else
            {
                isPublic |= (await site.ReadAsync("/indicators/FN08")).Contains("51%", StringComparison.Ordinal);
            }
        }

        var publishing = new PublishPlanned(site.Desk, Site.Style, async (time, _) =>
        {
            site.Clock.Now += time;
            if (site.Clock.Now.Millisecond == 0)
            {
                await AskAsync();
            }
        });
        for (site.Clock.Now = Hour + off - TimeSpan.FromHours(1); site.Clock.Now - off < Hour + TimeSpan.FromMinutes(1); site.Clock.Now += TimeSpan.FromMinutes(6))
        {
            await publishing.RunAsync(Stop);
            await AskAsync();
        }

        Assert.True(isPublic);
        Assert.Contains("Published on", await site.ReadAsync("/publications"), StringComparison.Ordinal);
        Assert.DoesNotContain("To be published", await site.ReadAsync("/publications"), StringComparison.Ordinal);
        Assert.NotEqual(before["/publications/dashboard-2025-10"], await site.AnswerAsync("/publications/dashboard-2025-10"));
    }

    /// <summary>An answer without the words that were asked for, and without the time.</summary>
    private static string Normal(string answer, string asked) => answer.Replace(asked, string.Empty, StringComparison.Ordinal);

    private sealed class Site : IAsyncDisposable
    {
        private readonly TemporaryPack _folder = new();
        private readonly HttpClient _visitor = new(new SocketsHttpHandler { AllowAutoRedirect = false });
        private PublicSnapshotReader? _reader;
        private SnapshotProvider? _provider;
        private IStore? _store;
        private WebApplication? _app;
        private PersonId _publisher;

        public static FixedStyle Style { get; } = new(new ReportFormat(
            "txt", report => [new ReportFile(report.Definition.Code + ".txt", Encoding.UTF8.GetBytes($"{report.Title.ResultsTo}"))]));

        public HandClock Clock { get; } = new(new DateTimeOffset(2025, 11, 3, 9, 0, 0, TimeSpan.Zero));

        public Desk Desk { get; private set; } = null!;

        public static async Task<Site> OpenAsync()
        {
            var site = new Site();
            site._store = await StoreLocation.Of(site._folder["desk.db"]).OpenAsync(site.Clock, "test", makes: true);
            site.Desk = new Desk(site._store, "main", new PacksOfFiles(), site.Clock, "test") { Zone = TimeZoneInfo.Utc };
            await site.ImportAsync(DeskSite.Council);
            var publish = new PublishReportHandler(site._store, new PacksOfFiles(), Style, site.Clock, "test");
            Assert.IsType<PublishOutcome.Published>(
                await publish.HandleAsync(new PublishReport("main", null, [], "Somebody", "September"), null, Stop));
            await site.ImportAsync(DeskSite.Council with
            {
                Reports = [.. DeskSite.Council.Reports.Select(report => report with { ResultsTo = October })],
            });
            await site.ReleaseAsync();
            site._reader = new PublicSnapshotReader(site._store, "main", new PacksOfFiles(), Style);
            site._provider = new SnapshotProvider((await site.SnapshotAsync())!);
            site._app = Website.Create(
                site._provider, new WebsiteOptions("http://127.0.0.1:0", "1.2.3"), desk: new DeskSetup(site.Desk, Style, new FormsOfFiles()));
            await site._app.StartAsync(Stop);
            site._visitor.BaseAddress = new Uri(site._app.Urls.Single());
            return site;
        }

        public async Task PlanAsync()
        {
            var plan = new PlanRelease(October, new DateOnly(2025, 11, 14), new TimeOnly(9, 30), "October dashboard", string.Empty, 0, _publisher);
            var outcome = await new PlanReleaseHandler(Desk).HandleAsync(plan, Stop);
            Assert.True(outcome is DeskOutcome.Done, outcome.Sentence);
            await LookAsync();
        }

        /// <summary>What the site does every two seconds.</summary>
        public async Task LookAsync()
        {
            if (await _reader!.HasChangedAsync(Stop) && await SnapshotAsync() is { } snapshot)
            {
                _provider!.Replace(snapshot);
            }
        }

        public async Task<Dictionary<string, string>> AnswersAsync()
        {
            var answers = new Dictionary<string, string>();
            foreach (var address in Addresses)
            {
                answers[address] = await AnswerAsync(address);
            }

            return answers;
        }

        /// <summary>Status, headers that tell versions apart, and the body.</summary>
        public async Task<string> AnswerAsync(string address)
        {
            using var answer = await _visitor.GetAsync(new Uri(address, UriKind.Relative), Stop);
            var body = await answer.Content.ReadAsByteArrayAsync(Stop);
            var text = body.Length < 100_000 ? Encoding.UTF8.GetString(body) : Convert.ToHexStringLower(SHA256.HashData(body));
            return $"{answer.StatusCode} {answer.Headers.ETag} {answer.Content.Headers.LastModified:O} {body.Length}\n{text}";
        }

        public async Task<string> ReadAsync(string address)
        {
            using var answer = await _visitor.GetAsync(new Uri(address, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return await answer.Content.ReadAsStringAsync(Stop);
        }

        public async ValueTask DisposeAsync()
        {
            _visitor.Dispose();
            await _app!.DisposeAsync();
            await _store!.DisposeAsync();
            _folder.Dispose();
        }

        private async Task ImportAsync(Pack pack)
        {
            var plan = Import.Plan(await _store!.ReadAsync("main"), new PacksOfFiles().RowsOf(pack), keepsMissing: true);
            Assert.IsType<WriteOutcome.Written>(await _store.WriteAsync(Import.Write(plan, "main", "An analyst", "Set up", "pack", "test")));
        }

        private async Task<DashboardSnapshot?> SnapshotAsync() =>
            await _reader!.ReadAsync(Stop) is not { } published ? null
            : new DashboardSnapshot(new PublicDashboard(published.Pack, published.Reports), Style.Read(published.Pack, null!).Formats,
                published.Fingerprint, published.Archive)
            {
                Awaited = published.Awaited,
            };

        /// <summary>One return of October is in the release.</summary>
        private async Task ReleaseAsync()
        {
            async Task<PersonId> AddAsync(Role role) => new(Assert.IsType<DeskOutcome.Done>(await new AddPersonHandler(Desk).HandleAsync(
                new AddPerson($"{role}", "A Name", $"{role}@example.gov.uk", [new Grant { Role = role, Level = role == Role.Approver ? 1 : 0, From = Desk.Today }],
                    null, "Set up"), Stop)).Id);
            var (officer, approver, analyst) = (await AddAsync(Role.Officer), await AddAsync(Role.Approver), await AddAsync(Role.Analyst));
            _publisher = await AddAsync(Role.Publisher);
            var catalogues = new CatalogueReader();
            var id = new ReturnId(October, new IndicatorRef("FN08"));
            await new OpenRoundHandler(Desk, catalogues).HandleAsync(
                new OpenRound(October, new DateOnly(2025, 11, 10), new DateOnly(2025, 11, 14), new DateOnly(2025, 11, 17), null, "Set up"), Stop);
            await new TakeStepHandler(Desk, catalogues).HandleAsync(
                new TakeStep(id, 1, DeskAction.Send, officer) { Content = new ReturnContent { Value = "51", Facts = "It was 51%.", Why = "A queue." } }, Stop);
            var held = (await RoundBook.ReturnAsync(Desk, id, Stop))!;
            var signed = ReturnAssessor.Assess((await catalogues.ReadAsync(Desk, Stop))!, id, held.Content, Desk.Today)!.Content.Digest();
            await new ApproveReturnsHandler(Desk, catalogues).HandleAsync(new ApproveReturns([(id, signed)], approver), Stop);
            var taken = await new TakeIntoReleaseHandler(Desk, catalogues).HandleAsync(new TakeIntoRelease([id], string.Empty, analyst), Stop);
            Assert.Equal([id], taken.Taken);
        }
    }
}
