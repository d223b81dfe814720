using Microsoft.Playwright;
using Quarterdeck.Browser.Tests.Browsers;
using Quarterdeck.Browser.Tests.Pages;
using Quarterdeck.Cli.Sites;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.Web.Features.Start;
using Quarterdeck.Web.Hosting;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Browser.Tests.Journeys;

/// <summary>Somebody who has a spreadsheet and never opened a terminal comes to rated figures and papers, without script.</summary>
public sealed class StartJourneyTests(Chromium chromium)
{
    private const string Key = "0123456789abcdef";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_councils_spreadsheet_to_papers(bool hasScript)
    {
        using var own = new OwnFiles(TimeProvider.System);
        await using var app = Website.Create(
            new SnapshotProvider(StartModel.Nothing()),
            new WebsiteOptions("http://127.0.0.1:0", "1.2.3") { DraftKey = Key, FirstPage = "/start" },
            own: own);
        await app.StartAsync(TestContext.Current.CancellationToken);
        await using var reader = await chromium.Reader(Window.Desktop, hasScript, app.Urls.Single());
        var page = await reader.NewPageAsync();

        await page.GotoAsync($"/?key={Key}");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Start with your own files" })).ToBeVisibleAsync();
        if (hasScript)
        {
            await Sound(page);
        }

        await page.GetByLabel("Files", new() { Exact = true }).SetInputFilesAsync(Path.Combine(Samples.Repository, "samples", "kpis-2025-26.csv"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Read them" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your figures are read and rated" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("5 indicators. Of the numbers, 57 are read")).ToBeVisibleAsync();
        if (hasScript)
        {
            await Sound(page);
        }

        var zip = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Publish and save the papers" }).ClickAsync());
        Assert.Equal("papers.zip", zip.SuggestedFilename);
        var workbook = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Save the workbook" }).First.ClickAsync());
        Assert.Equal("performance.xlsx", workbook.SuggestedFilename);

        await page.GetByRole(AriaRole.Button, new() { Name = "Look at the figures" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Draft. What you see has not been published.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Your files" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your figures are read and rated" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_error_stops_the_publication_until_it_is_accepted_with_a_reason()
    {
        using var own = new OwnFiles(TimeProvider.System);
        await using var app = Website.Create(
            new SnapshotProvider(StartModel.Nothing()),
            new WebsiteOptions("http://127.0.0.1:0", "1.2.3") { DraftKey = Key, FirstPage = "/start" },
            own: own);
        await app.StartAsync(TestContext.Current.CancellationToken);
        await using var reader = await chromium.Reader(Window.Narrow, start: app.Urls.Single());
        var page = await reader.NewPageAsync();
        using var folder = new TemporaryPack();
        foreach (var table in Wrong)
        {
            await File.WriteAllTextAsync(folder[table.Split('\n')[0] + ".csv"], table[(table.IndexOf('\n') + 1)..], TestContext.Current.CancellationToken);
        }

        await page.GotoAsync($"/start?key={Key}");
        await page.GetByLabel("Files", new() { Exact = true }).SetInputFilesAsync(Directory.GetFiles(folder.Path, "*.csv"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Read them" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish and save the papers" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("An error stops the publication");
        await Sound(page);
        await page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish and save the papers" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("reason", new() { IgnoreCase = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish and save the papers" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByLabel("Why do you accept what is ticked?").FillAsync("The paper is kept as it was.");
        var zip = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Publish and save the papers" }).ClickAsync());

        Assert.Equal("papers.zip", zip.SuggestedFilename);
    }

    [Fact]
    public async Task Files_of_one_name_are_both_read_and_what_is_too_large_or_holds_nothing_is_said()
    {
        using var own = new OwnFiles(TimeProvider.System);
        await using var app = Website.Create(
            new SnapshotProvider(StartModel.Nothing()),
            new WebsiteOptions("http://127.0.0.1:0", "1.2.3") { DraftKey = Key, FirstPage = "/start" },
            own: own);
        await app.StartAsync(TestContext.Current.CancellationToken);
        await using var reader = await chromium.Reader(Window.Desktop, start: app.Urls.Single());
        var page = await reader.NewPageAsync();
        using var folder = new TemporaryPack();
        Directory.CreateDirectory(folder["one"]);
        Directory.CreateDirectory(folder["two"]);
        const string Heads = "Ref,Indicator,Target,Sep 2026,Oct 2026\n";
        await File.WriteAllTextAsync(folder["one/kpis.csv"], Heads + "A1,Calls answered,90%,91%,92%\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["two/kpis.csv"], Heads + "B1,Letters answered,80%,81%,82%\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["empty.csv"], "nothing,here\n", TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(folder["large.csv"], new byte[StartModel.MostBytes + 1], TestContext.Current.CancellationToken);
        await page.GotoAsync($"/start?key={Key}");

        await Read(folder["one/kpis.csv"], folder["two/kpis.csv"]);
        await Assertions.Expect(page.GetByText("2 indicators.")).ToBeVisibleAsync();
        await Read(folder["large.csv"]);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("more than 40 MB");
        await Read(folder["empty.csv"]);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing could be rated yet");
        await page.GotoAsync("/");
        Assert.EndsWith("/start", page.Url, StringComparison.Ordinal);

        async Task Read(params string[] files)
        {
            await page.GotoAsync("/start");
            await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");
            await page.GetByLabel("Files", new() { Exact = true }).SetInputFilesAsync(files);
            await page.GetByRole(AriaRole.Button, new() { Name = "Read them" }).ClickAsync();
        }
    }

    private static readonly string[] Wrong =
    [
        "settings\nkey,value\norganisation,Example Council\n",
        "indicators\nref,title,kind,unit,frequency,polarity,ytd\nA,Calls answered,kpi,percent,month,higher,supplied\n",
        "results\nref,period,value,ytd\nA,2026-04,80%,80%\nA,2026-05,82%,95%\n",
        "targets\nref,from,target,floor\nA,2026-04,90%,85%\n",
    ];

    /// <summary>Axe finds nothing, and nothing stands outside the window.</summary>
    private static async Task Sound(IPage page)
    {
        Assert.Empty((await AxeTests.Look(page, Window.Desktop)).Skip(1));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"));
    }
}
