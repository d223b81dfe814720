using System.Net;
using System.Text;
using System.Xml.Linq;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Store;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Packs.Writing;
using Quarterdeck.Storage;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Clocks;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.Web.Hosting;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Tests.Pages;

/// <summary>A site over a real store: readers see what was published, as it was, and what was corrected.</summary>
public sealed class PublicationPagesTests : IAsyncLifetime
{
    private const string Indicators = "indicators\n" + Packed.Indicators + "K1,Answered,kpi,,percent,month,,none,\nK2,Repaired,kpi,,percent,month,,none,\n";
    private const string Targets = "targets\nref,from,target,floor\nK1,2025-04,90%,80%\nK2,2025-04,90%,80%\n";
    private const string Reports = "reports\ncode,kind,title,results_to\nmain,dashboard,Main dashboard,2025-10\n";

    private readonly TemporaryPack _folder = new();
    private readonly HandClock _clock = new(new DateTimeOffset(2025, 11, 3, 9, 0, 0, TimeSpan.Zero));

    private IStore Store { get; set; } = null!;

    public async ValueTask InitializeAsync() => Store = await StoreLocation.Of(_folder["store.db"]).OpenAsync(_clock, "test", makes: true);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_correction_shows_both_figures_both_days_and_why_and_the_old_version_stays()
    {
        await Import("88%");
        await Publish("October");
        _clock.Now += TimeSpan.FromDays(7);
        await Import("91%");
        await Publish("Calls of one night were left out.", isCorrection: true);
        await using var site = await Open();

        var log = await site.Read("/corrections");
        Assert.Contains("Calls of one night were left out.", log, StringComparison.Ordinal);
        Assert.Contains("Version 1, published on 3 November 2025", log, StringComparison.Ordinal);
        Assert.Contains("Version 2, published on 10 November 2025", log, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">Latest result</th><td>88%</td><td>91%</td>", log, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">Rating</th><td>Amber</td><td>Green</td>", log, StringComparison.Ordinal);

        var old = await site.Read("/publications/main-2025-10");
        Assert.Contains("This was corrected on 10 November 2025", old, StringComparison.Ordinal);
        Assert.Contains("88%", old, StringComparison.Ordinal);
        Assert.DoesNotContain("91%", old, StringComparison.Ordinal);
        Assert.Contains("What this corrects", await site.Read("/publications/MAIN-2025-10-v2"), StringComparison.Ordinal);
        Assert.Contains("91%", await site.Read("/reports/main"), StringComparison.Ordinal);
        Assert.Equal("2025-11-03: 88%", await site.Read("/publications/main-2025-10/files/main.pdf"));
        Assert.Contains("Correction: ", await site.Read("/indicators/K1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_published_is_not_shown()
    {
        await Import("88%", "K1,2025-11,55%\nK2,2025-10,44%\n", "reports\ncode,kind,title,results_to,areas\nmain,dashboard,Main dashboard,2025-10,A\n");
        await Publish("October");
        await Import("77%");
        await using var site = await Open();

        foreach (var address in new[] { "/", "/indicators", "/indicators/K1", "/reports/main", "/api/v1/indicators", "/api/v1/indicators/K1/periods" })
        {
            var page = await site.Read(address);
            Assert.All(["55%", "44%", "77%", "Repaired"], hidden => Assert.DoesNotContain(hidden, page, StringComparison.Ordinal));
        }

        Assert.Contains("88%", await site.Read("/indicators/K1"), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await site.Reader.GetAsync(new Uri("/indicators/K2", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Nothing_is_said_of_what_was_not_published()
    {
        const string Commentary =
            "commentary\nround,kind,text,refs\n2025-11,commentary,Later.,\n2025-10,commentary,Of the other.,K2\n2025-10,commentary,Of "
            + "both.,K1;K2\n2025-10,commentary,Of the round.,\n";
        await Import("88%", "K2,2025-10,44%\n", "reports\ncode,kind,title,results_to,areas\nmain,dashboard,Main dashboard,2025-10,A\n", Commentary);
        await Publish("October");

        var shown = await PublicationArchive.Of(
            Store,
            "main",
            Read,
            Formats,
            await Store.ReadAsync("main", cancellationToken: TestContext.Current.CancellationToken)).ShownAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["Of both. K1", "Of the round. "], shown!.Pack.Commentary.Select(one => $"{one.Text} {string.Join(';', one.Refs)}"));
    }

    [Fact]
    public async Task The_pack_to_take_away_is_whole_and_holds_what_was_published_and_no_more()
    {
        const string Later = "K1,2025-11,55%\nK2,2025-10,44%\n";
        await Import(
            "88%",
            Later,
            "reports\ncode,kind,title,results_to,areas,attached\nmain,dashboard,Main dashboard,2025-10,A,\nother,cover,Paper of later,2025-11,,main\n",
            targets: "K1,2027-04,99%,98%\n");
        await Publish("October");
        await Import("77%");
        await using var site = await Open();

        var file = _folder["pack.zip"];
        await File.WriteAllBytesAsync(
            file,
            await site.Reader.GetByteArrayAsync(new Uri("/data/pack.zip", UriKind.Relative), TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);
        var reading = PackReader.Read(file);

        Assert.Empty(reading.Findings);
        var result = Assert.Single(reading.Pack!.Results);
        Assert.Equal(("K1", "2025-10", 88m), (result.Ref.Value, result.Period.ToString(), result.Value!.Value.Number));
        Assert.Equal(["K1"], reading.Pack.Indicators.Select(one => one.Ref.Value));
        Assert.Equal(["main"], reading.Pack.Reports.Select(report => report.Code));
        Assert.Equal([90m], reading.Pack.Targets.Select(target => target.Value));
        Assert.Contains("href=\"/data/pack.zip\">The pack</a> (zip of CSV, ", await site.Read("/data"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feed_tells_of_every_publication()
    {
        await Import("88%");
        await Publish("October");
        _clock.Now += TimeSpan.FromDays(7);
        await Import("91%");
        await Publish("Calls of one night were left out.", isCorrection: true);
        await using var site = await Open();

        var feed = XDocument.Parse(await site.Read("/publications.atom")).Root!;
        XNamespace atom = "http://www.w3.org/2005/Atom";
        Assert.Equal(
            ["Correction: Main dashboard, October 2025", "Main dashboard, October 2025"],
            feed.Elements(atom + "entry").Select(entry => entry.Element(atom + "title")!.Value));
        Assert.Equal("2025-11-10T09:00:00Z", feed.Element(atom + "updated")!.Value);
        Assert.Equal(
            ["tag:test-council,2026:publications", "tag:test-council,2025-11-10:main-2025-10-v2", "tag:test-council,2025-11-03:main-2025-10"],
            feed.Descendants(atom + "id").Select(id => id.Value));
        foreach (var entry in feed.Elements(atom + "entry"))
        {
            Assert.Contains("<h1", await site.Read(new Uri(entry.Element(atom + "link")!.Attribute("href")!.Value).PathAndQuery), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_day_of_a_publication_is_the_councils_not_the_servers()
    {
        _clock.Now = new DateTimeOffset(2026, 6, 30, 23, 30, 0, TimeSpan.Zero);
        await Import("88%");
        await Publish("October");
        await using var site = await Open();

        Assert.Contains("1 July 2026", await site.Read("/publications/main-2025-10"), StringComparison.Ordinal);
        Assert.Contains("<updated>2026-06-30T23:30:00Z</updated>", await site.Read("/publications.atom"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/publications/none")]
    [InlineData("/publications/none/files/main.pdf")]
    [InlineData("/publications/main-2025-10/files/other.pdf")]
    [InlineData("/publications/main-2025-10/files/..%2F..%2Fstore.db")]
    public async Task What_was_never_published_is_not_there(string address)
    {
        await Import("88%");
        await Publish("October");
        await using var site = await Open();

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await site.Reader.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_head_of_a_file_can_be_asked_for_alone()
    {
        await Import("88%");
        await Publish("October");
        await using var site = await Open();
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri("/publications/main-2025-10/files/main.pdf", UriKind.Relative));
        using var answer = await site.Reader.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task What_is_shown_gives_way_whole_and_is_asked_for_again()
    {
        await Import("88%");
        await Publish("October");
        await using var site = await Open();
        using var first = await site.Reader.GetAsync(new Uri("/indicators/K1", UriKind.Relative), TestContext.Current.CancellationToken);
        await Import("91%");
        await Publish("Corrected", isCorrection: true);
        site.Source.Replace(await Shown());

        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri("/indicators/K1", UriKind.Relative));
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await site.Reader.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Contains("91%", await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task Import(
        string value,
        string more = "",
        string reports = Reports,
        string commentary = "commentary\nround,kind,text,refs\n",
        string targets = "")
    {
        // K1 belongs to an area, so that a report can be of it alone.
        var pack = Packed.From(
            "areas\ncode,name\nA,Contact centre\n",
            Indicators.Replace("K1,Answered,kpi,,", "K1,Answered,kpi,A,", StringComparison.Ordinal),
            Targets + targets,
            reports,
            commentary,
            $"results\nref,period,value\nK1,2025-10,{value}\n{more}");
        var plan = Application.Store.Import.Plan(await Store.ReadAsync("main"), PackRows.Of(pack), keepsMissing: false);
        Assert.IsType<WriteOutcome.Written>(
            await Store.WriteAsync(Application.Store.Import.Write(plan, "main", "An analyst", "Monthly return", "pack", "test")));
    }

    private async Task Publish(string note, bool isCorrection = false) => Assert.IsType<PublishOutcome.Published>(isCorrection
        ? await new CorrectReportHandler(Store, new PacksOfFiles(), new FixedStyle([.. Formats(null!, StoredState.Empty)]), _clock, "1.0").HandleAsync(
            new CorrectReport("main", "main", [], "Performance team", note))
        : await new PublishReportHandler(Store, new PacksOfFiles(), new FixedStyle([.. Formats(null!, StoredState.Empty)]), _clock, "1.0").HandleAsync(
            new PublishReport("main", "main", [], "Performance team", note)));

    private async Task<DashboardSnapshot> Shown()
    {
        var state = await Store.ReadAsync("main");
        var archive = PublicationArchive.Of(Store, "main", Read, Formats, state);
        var shown = (await archive.ShownAsync(TestContext.Current.CancellationToken))!;
        return new DashboardSnapshot(new PublicDashboard(shown.Pack, shown.Reports), Formats(shown.Pack, shown.Stored), archive.Versions[0].Inputs, archive)
        {
            Pack = new Lazy<byte[]>(() => PackWriter.Zip(OpenPack.Of(shown.Pack))),
        };
    }

    private async Task<OpenSite> Open()
    {
        var source = new SnapshotProvider(await Shown());
        var app = Website.Create(source, new WebsiteOptions("http://127.0.0.1:0", "1.2.3"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new OpenSite(app, source, new HttpClient { BaseAddress = new Uri(app.Urls.Single()) });
    }

    private static (Domain.Packs.Pack? Pack, IReadOnlyList<Domain.Findings.Finding> Findings) Read(
        IEnumerable<Domain.Packs.PackRow> rows, IEnumerable<Domain.Packs.StatedSeries> results, string name)
    {
        var reading = PackRows.Read(rows, results, name);
        return (reading.Pack, reading.Findings);
    }

    private static IReadOnlyList<ReportFormat> Formats(Domain.Packs.Pack pack, StoredState state) =>
        [new("pdf", report =>
            [new ReportFile(report.Definition.Code + ".pdf", Encoding.UTF8.GetBytes($"{report.Title.PublishedOn:yyyy-MM-dd}: {report.Rated[0].Displayed}"))])];

    private sealed record OpenSite(Microsoft.AspNetCore.Builder.WebApplication App, SnapshotProvider Source, HttpClient Reader) : IAsyncDisposable
    {
        public async Task<string> Read(string address)
        {
            using var answer = await Reader.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answers {(int)answer.StatusCode}.");
            return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            Reader.Dispose();
            await App.DisposeAsync();
        }
    }
}
