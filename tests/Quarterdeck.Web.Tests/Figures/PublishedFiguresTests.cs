using System.Net;
using System.Text;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Storage;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Clocks;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.Web.Hosting;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Tests.Figures;

/// <summary>The same over a store: what was published with a wrong figure, and corrected. Each version's page says what that version said.</summary>
public sealed class PublishedFiguresTests : IDisposable
{
    private const string Ref = "FN07";

    private readonly TemporaryPack _folder = new();
    private readonly HandClock _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_figure_of_every_page_is_that_of_what_was_published()
    {
        await using var store = await StoreLocation.Of(_folder["store.db"]).OpenAsync(_clock, "test", makes: true);
        var pack = Samples.Read(Samples.Latest);
        var last = pack.Results.Where(result => result.Ref.Value == Ref).MaxBy(result => result.Period.Closing)!;
        await Publish(
            store,
            pack with { Results = [.. pack.Results.Select(result => result == last ? result with { Value = Figure.Of(13.7m) } : result)] },
            isCorrection: false);
        _clock.Now += TimeSpan.FromDays(7);
        await Publish(store, pack, isCorrection: true);
        var archive =
            PublicationArchive.Of(store, "main", Read, (_, _) => [], await store.ReadAsync("main", cancellationToken: TestContext.Current.CancellationToken));
        var published = (await archive.ShownAsync(TestContext.Current.CancellationToken))!;
        var site = new PublicDashboard(published.Pack, published.Reports);
        await using var app =
            Website.Create(new SnapshotProvider(new DashboardSnapshot(site, [], "store", archive)), new WebsiteOptions("http://127.0.0.1:0", "1.2.3"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var reader = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var versions = new Dictionary<string, (Domain.Reports.Report, OpenRecords)?>();
        foreach (var version in archive.Versions)
        {
            var report = (await archive.OpenAsync(version))!.Report;
            versions["/publications/" + version.Id] = (report, OpenRecords.Of(report.Rated));
        }

        var (problems, seen) = await EveryFigureTests.Walk(site, Text, await EveryFigureTests.Pages(Text), versions.GetValueOrDefault);

        Assert.True(problems.Count == 0, $"{problems.Count} of {seen}:\n" + string.Join('\n', problems.Take(60)));
        Assert.Contains("13.7%", await Text("/publications/dashboard-2025-10"), StringComparison.Ordinal);
        Assert.DoesNotContain("13.7%", await Text("/reports/dashboard"), StringComparison.Ordinal);

        async Task<string> Text(string address)
        {
            using var answer = await reader.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answers {(int)answer.StatusCode}.");
            return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }
    }

    private async Task Publish(IStore store, Pack pack, bool isCorrection)
    {
        var plan = Import.Plan(await store.ReadAsync("main"), PackRows.Of(pack), keepsMissing: false);
        Assert.IsType<WriteOutcome.Written>(await store.WriteAsync(Import.Write(plan, "main", "An analyst", "Monthly return", "pack", "test")));
        var style = new FixedStyle(new ReportFormat(
            "txt",
            report => [new ReportFile(report.Definition.Code + ".txt", Encoding.UTF8.GetBytes(string.Join(' ', report.Rated.Select(one => one.Displayed))))]));
        Assert.IsType<PublishOutcome.Published>(isCorrection
            ? await new CorrectReportHandler(store, new PacksOfFiles(), style, _clock, "1.0").HandleAsync(
                new CorrectReport("main", null, [], "Performance team", "A figure was typed wrongly."))
            : await new PublishReportHandler(store, new PacksOfFiles(), style, _clock, "1.0").HandleAsync(
                new PublishReport("main", null, [], "Performance team", "October")));
    }

    private static (Pack? Pack, IReadOnlyList<Domain.Findings.Finding> Findings) Read(IEnumerable<PackRow> rows, IEnumerable<StatedSeries> results, string name)
    {
        var reading = PackRows.Read(rows, results, name);
        return (reading.Pack, reading.Findings);
    }
}
