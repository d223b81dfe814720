using System.Globalization;
using Deque.AxeCore.Commons;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Store;
using Quarterdeck.Browser.Tests.Browsers;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Sites;
using Quarterdeck.Storage;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.Web.Hosting;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Browser.Tests.Journeys;

/// <summary>
/// One return of the demo's round, from the officer's figure to the public page: each by the person whose part it is, with axe and the narrowest
/// window on every page on the way.
/// </summary>
public sealed class RoundJourneyTests(Chromium chromium)
{
    private const string Run = """
        async () => {
          const result = await axe.run(document, {
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
            rules: { 'target-size': { enabled: true } },
            resultTypes: ['violations'], preload: false,
          });
          const wide = document.documentElement.scrollWidth > innerWidth ? [`${document.documentElement.scrollWidth} wide`] : [];
          return [...wide, ...result.violations.map(finding => `${finding.id} (${finding.help}): ${finding.nodes[0].html.slice(0, 200)}`)];
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly List<string> _findings = [];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_return_goes_from_its_officer_to_the_public(bool hasScript)
    {
        await using var council = await Council.OpenAsync();
        var officer = await SignInAsync(council, "Finance analyst", hasScript);
        await officer.ClickAsync("text=FN08 ");
        await LookAsync(officer, hasScript);
        await officer.FillAsync("#value", "51");
        await officer.PressAsync("#value", "Enter");
        await Assertions.Expect(officer.Locator(".panel")).ToContainTextAsync("Red");
        await Assertions.Expect(officer.Locator("#facts")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^In October this was 51%, up from 36% in September"));
        await officer.FillAsync("#why", "Invoices queued while the finance system was moved.");
        await LookAsync(officer, hasScript);
        await officer.ClickAsync("text=Send to Director of Finance");
        await Assertions.Expect(officer.GetByRole(AriaRole.Status)).ToHaveTextAsync("FN08 was sent to Director of Finance.");
        await LookAsync(officer, hasScript);

        var director = await SignInAsync(council, "Director of Finance", hasScript);
        await director.ClickAsync("nav >> text=Approve");
        await LookAsync(director, hasScript);
        var card = director.Locator("article#FN08");
        await Assertions.Expect(card).ToContainTextAsync("up 15 points, better");
        await card.Locator("summary", new() { HasText = "Ask a question" }).ClickAsync();
        await card.Locator("#ask-FN08").FillAsync("Is October counted from the new system?");
        await card.GetByText("Send the question").ClickAsync();

        await officer.GotoAsync(council.Address("/desk/sheet"));
        await LookAsync(officer, hasScript);
        await officer.FillAsync("#block", "FN06\t7\nFN99\t3");
        await officer.ClickAsync("text=Check the rows");
        await Assertions.Expect(officer.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("1 of 2 rows read, and nothing saved yet");
        await LookAsync(officer, hasScript);

        await officer.GotoAsync(council.Address("/desk"));
        await Assertions.Expect(officer.GetByRole(AriaRole.Main)).ToContainTextAsync("A question for you");
        await officer.ClickAsync("text=FN08 ");
        await LookAsync(officer, hasScript);
        await officer.FillAsync("#answer", "Yes, since 1 October.");
        await officer.ClickAsync("text=Send the answer");

        await director.GotoAsync(council.Address("/desk/approve"));
        await Assertions.Expect(director.Locator("article#FN08")).ToContainTextAsync("Yes, since 1 October.");
        await director.ClickAsync("text=Approve FN08");
        await Assertions.Expect(director.GetByRole(AriaRole.Status)).ToHaveTextAsync("You approved FN08.");

        var analyst = await SignInAsync(council, "Chief Analyst", hasScript);
        await analyst.ClickAsync("nav >> text=Round");
        await LookAsync(analyst, hasScript);
        await analyst.ClickAsync("text=Take the approved returns into the release");
        await Assertions.Expect(analyst.GetByRole(AriaRole.Main)).ToContainTextAsync("in the release");

        var publisher = await SignInAsync(council, "Head of Performance", hasScript);
        await publisher.ClickAsync("nav >> text=Round");
        await LookAsync(publisher, hasScript);
        await publisher.Locator("summary", new() { HasText = "Publish now" }).ClickAsync();
        await publisher.FillAsync("#publish-reason", "October dashboard");
        await publisher.Locator("button", new() { HasText = "Publish now" }).ClickAsync();
        await Assertions.Expect(publisher.GetByRole(AriaRole.Status)).ToHaveTextAsync("The reports are published.");
        await council.ShowAsync();
        await publisher.GotoAsync(council.Address("/indicators/FN08"));
        await Assertions.Expect(publisher.GetByRole(AriaRole.Main)).ToContainTextAsync("51%");
        await Assertions.Expect(publisher.GetByRole(AriaRole.Main)).ToContainTextAsync("Invoices queued while the finance system was moved.");
        await Assertions.Expect(publisher.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("new system?");
        Assert.True(_findings.Count == 0, string.Join('\n', _findings.Distinct()));
    }

    [Fact]
    public async Task The_pages_of_people_and_accounts_hold_on_a_desk_and_on_a_phone()
    {
        await using var council = await Council.OpenAsync();
        var manager = await SignInAsync(council, "Performance manager", hasScript: true);
        foreach (var address in new[] { "/desk", "/desk/people", "/desk/mail", "/desk/trail", "/desk/account" })
        {
            await manager.GotoAsync(council.Address(address));
            await LookAsync(manager, hasScript: true);
        }

        await manager.GotoAsync(council.Address("/desk/people"));
        await manager.ClickAsync("main >> text=Director of Finance");
        await LookAsync(manager, hasScript: true);
        await manager.ClickAsync("text=Make a link");
        var link = await manager.Locator(".key code").First.InnerTextAsync();
        await using var reader = await chromium.Reader(Window.Desktop);
        var invited = await reader.NewPageAsync();
        await invited.GotoAsync(council.Address(new Uri(link).PathAndQuery));
        await LookAsync(invited, hasScript: true);
        await invited.ClickAsync("text=Continue");
        await Assertions.Expect(invited.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is a problem");
        await LookAsync(invited, hasScript: true);
        Assert.True(_findings.Count == 0, string.Join('\n', _findings.Distinct()));
    }

    private async Task<IPage> SignInAsync(Council council, string title, bool hasScript)
    {
        var reader = await chromium.Reader(Window.Desktop, hasScript);
        var page = await reader.NewPageAsync();
        await page.GotoAsync(council.Address("/desk"));
        await LookAsync(page, hasScript);
        await page.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".desk-who")).ToContainTextAsync(title);
        await LookAsync(page, hasScript);
        return page;
    }

    /// <summary>Axe and the width, in a wide window and in a narrow one.</summary>
    private async Task LookAsync(IPage page, bool hasScript)
    {
        if (!hasScript)
        {
            return;
        }

        await page.EvaluateAsync(Axe);
        foreach (var window in new[] { Window.Narrow, Window.Desktop })
        {
            await window.Fit(page);
            var path = new Uri(page.Url).AbsolutePath;
            _findings.AddRange((await page.EvaluateAsync<string[]>(Run)).Select(finding =>
                string.Create(CultureInfo.InvariantCulture, $"{path} at {window.Width}: {finding}")));
        }
    }

    /// <summary>The demo's round as a running site.</summary>
    private sealed class Council(TemporaryPack folder, IStore store, WebApplication app, SnapshotProvider provider, PublicationWatcher watcher) : IAsyncDisposable
    {
        public static async Task<Council> OpenAsync()
        {
            var folder = new TemporaryPack();
            var clock = new DemoClock(TimeProvider.System, DemoRound.Today);
            var store = await StoreLocation.Of(folder["round.db"]).OpenAsync(clock, "test", makes: true);
            var desk = new Desk(store, DemoRound.Organisation, PackFormat.Instance, clock, "test");
            var (pack, files) = DemoStore.Read(Samples.Folder(Samples.Latest))!;
            Assert.Null(await new DemoRound(desk).SeedAsync(pack, files, TestContext.Current.CancellationToken));
            var watcher = new PublicationWatcher(store, DemoRound.Organisation, clock);
            var provider = new SnapshotProvider((await watcher.ReadAsync(TestContext.Current.CancellationToken))!);
            var app = Website.Create(
                provider,
                new WebsiteOptions("http://127.0.0.1:0", "1.2.3") { Today = DemoRound.Today },
                desk: new DeskSetup(desk, ReportStyles.Instance, FormFiles.Instance) { IsDemo = true });
            await app.StartAsync(TestContext.Current.CancellationToken);
            return new Council(folder, store, app, provider, watcher);
        }

        public string Address(string path) => new Uri(new Uri(app.Urls.Single()), path).AbsoluteUri;

        public async Task ShowAsync() => provider.Replace((await watcher.ReadAsync(TestContext.Current.CancellationToken))!);

        public async ValueTask DisposeAsync()
        {
            await app.DisposeAsync();
            await store.DisposeAsync();
            folder.Dispose();
        }
    }
}
