using System.Net;
using System.Text;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Storage;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Clocks;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.Web.Hosting;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Tests.Pages;

/// <summary>What a page says of the year's end, and how good it says its forecasts were.</summary>
public sealed class YearEndPageTests : IDisposable
{
    /// <summary>From April 2023 to March 2025.</summary>
    private static readonly int[] Values = [80, 83, 79, 81, 77, 80, 84, 79, 81, 80, 78, 82, 80, 79, 83, 78, 81, 80, 82, 79, 81, 80, 83, 80];

    private readonly TemporaryPack _folder = new();
    private readonly HandClock _clock = new(new DateTimeOffset(2024, 11, 4, 9, 0, 0, TimeSpan.Zero));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_forecast_stands_apart_in_words_and_is_called_one()
    {
        var page = await Read(new DashboardSnapshot(new PublicDashboard(Made(19)), [], "pack"), "/indicators/K1");

        Assert.Contains(">How March 2025 may end</h2>", page, StringComparison.Ordinal);
        Assert.Contains("A forecast from the figures so far, not a result.", page, StringComparison.Ordinal);
        Assert.Contains("<strong>It is almost certain to miss the target of 90%. It is almost certain to meet the floor standard of 60%.</strong>", page, StringComparison.Ordinal);
        Assert.Contains("stroke-dasharray=\"4 3\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_series_says_why_there_is_none()
    {
        var page = await Read(new DashboardSnapshot(new PublicDashboard(Made(7)), [], "pack"), "/indicators/K1");

        Assert.Contains("How March 2024 may end cannot be told: 7 figures in a row are held, and 8 are needed.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("trend-low", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_publications_only_the_look_back_is_scored_and_called_so()
    {
        var page = await Read(new DashboardSnapshot(new PublicDashboard(Made(24)), [], "pack"), "/method/forecasts");

        Assert.Contains("No published forecast has its result yet.", page, StringComparison.Ordinal);
        Assert.Contains("These were never published.", page, StringComparison.Ordinal);
        Assert.Contains("of 15 (", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_forecast_is_kept_and_compared_when_its_result_is_published()
    {
        await using var store = await StoreLocation.Of(_folder["store.db"]).OpenAsync(_clock, "test", makes: true);
        await Publish(store, Made(19));
        var waiting = await Snapshot(store);
        Assert.Contains("1 waits for it.", await Read(waiting, "/method/forecasts"), StringComparison.Ordinal);

        _clock.Now += TimeSpan.FromDays(160);
        await Publish(store, Made(24));
        var page = await Read(await Snapshot(store), "/method/forecasts");

        Assert.Contains("1 published forecast has its result. With fewer than 10, a score would say more of chance than of the forecasts, so there is none yet.",
            page, StringComparison.Ordinal);
        Assert.Contains("<td>4 November 2024</td><td>March 2025</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"end\">&lt; 1%</td><td class=\"end\">80%, missed</td><td>yes</td>", page, StringComparison.Ordinal);
    }

    private static Pack Made(int months)
    {
        var last = new Month(2023, 4).AddMonths(months - 1);
        return Packed.From(
            "indicators\nref,title,kind,unit,polarity,frequency,ytd,year_end_forecast\nK1,Calls answered,kpi,percent,higher,month,none,yes\n",
            "targets\nref,from,to,target,floor\nK1,2023-04,2026-03,90%,60%\n",
            $"reports\ncode,kind,title,results_to\nmain,dashboard,Main dashboard,{last}\n",
            "results\nref,period,value\n" + string.Concat(Values.Take(months).Index().Select(value => $"K1,{new Month(2023, 4).AddMonths(value.Index)},{value.Item}%\n")));
    }

    private async Task Publish(IStore store, Pack pack)
    {
        var plan = Import.Plan(await store.ReadAsync("main"), PackRows.Of(pack), keepsMissing: false);
        Assert.IsType<WriteOutcome.Written>(await store.WriteAsync(Import.Write(plan, "main", "An analyst", "Monthly return", "pack", "test")));
        var style = new FixedStyle(new ReportFormat("txt", report => [new ReportFile(report.Definition.Code + ".txt", Encoding.UTF8.GetBytes("text"))]));
        Assert.IsType<PublishOutcome.Published>(await new PublishReportHandler(store, new PacksOfFiles(), style, _clock, "1.0").HandleAsync(
            new PublishReport("main", null, [], "Performance team", "For the committee")));
    }

    private static async Task<DashboardSnapshot> Snapshot(IStore store)
    {
        var archive = PublicationArchive.Of(
            store,
            "main",
            (rows, results, name) => PackRows.Read(rows, results, name) is var reading ? (reading.Pack, reading.Findings) : default,
            (_, _) => [],
            await store.ReadAsync("main", cancellationToken: TestContext.Current.CancellationToken));
        var published = (await archive.ShownAsync(TestContext.Current.CancellationToken))!;
        return new DashboardSnapshot(new PublicDashboard(published.Pack, published.Reports), [], "store", archive);
    }

    private static async Task<string> Read(DashboardSnapshot snapshot, string address)
    {
        await using var app = Website.Create(new SnapshotProvider(snapshot), new WebsiteOptions("http://127.0.0.1:0", "1.2.3"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var reader = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var answer = await reader.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
