using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Browser.Tests.Browsers;
using Quarterdeck.Browser.Tests.Sites;
using Quarterdeck.Cli;
using Quarterdeck.Cli.Output;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Reports;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Features.Compare;
using Quarterdeck.Web.Features.Indicators;

namespace Quarterdeck.Browser.Tests.Journeys;

/// <summary>What people come for, each gone through with a pointer, by keyboard alone, and without script.</summary>
public sealed class JourneyTests(Chromium chromium, RunningSites sites)
{
    private const string Sample = Samples.Latest;

    public static TheoryData<Way> Ways => [.. Enum.GetValues<Way>()];

    private PublicDashboard Site => sites.Site(Sample);

    [Theory]
    [MemberData(nameof(Ways))]
    public Task A_reader_finds_why_an_indicator_is_red(Way way) => Go(way, async visitor =>
    {
        var red = Site.Search(new IndicatorQuery(Rating: "Red"));
        await visitor.Follow(visitor.Menu("Indicators"));
        await visitor.Choose(visitor.Main.GetByLabel("Rating"), $"Red ({red.Count})");
        await visitor.Follow(visitor.Main.GetByRole(AriaRole.Button, new() { Name = "Show" }));

        await Assertions.Expect(visitor.Main.GetByRole(AriaRole.Status)).ToContainTextAsync($"{red.Count} indicators.");
        await Assertions.Expect(visitor.Main.Locator("tbody th.name")).ToHaveCountAsync(red.Count);
        await visitor.Follow(visitor.Main.GetByRole(AriaRole.Link, new() { Name = red[0].Indicator.SummaryTitle, Exact = true }));

        await Assertions.Expect(visitor.Main).ToContainTextAsync("Red");
        await Assertions.Expect(visitor.Main).ToContainTextAsync(red[0].Explanation);
    });

    [Theory]
    [MemberData(nameof(Ways))]
    public Task A_reader_types_what_they_look_for(Way way) => Go(way, async visitor =>
    {
        var sought = Site.Search(new IndicatorQuery("invoices red"));
        var search = visitor.Page.GetByRole(AriaRole.Search);
        await visitor.Write(search.GetByRole(AriaRole.Searchbox), "invoices red");
        await visitor.Follow(search.GetByRole(AriaRole.Button, new() { Name = "Search" }));

        Assert.NotEmpty(sought);
        Assert.EndsWith("/indicators?q=invoices+red", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Equal(sought.Select(one => one.Indicator.SummaryTitle), await visitor.Main.Locator("tbody th.name").AllInnerTextsAsync());
        await visitor.Follow(visitor.Main.GetByRole(AriaRole.Link, new() { Name = sought[0].Indicator.SummaryTitle, Exact = true }));
        await Assertions.Expect(visitor.Main).ToContainTextAsync(sought[0].Explanation);
    });

    [Theory]
    [MemberData(nameof(Ways))]
    public Task A_member_takes_a_report_away(Way way) => Go(way, async visitor =>
    {
        await visitor.Follow(visitor.Menu("Papers"));
        await visitor.Follow(visitor.Main.GetByRole(AriaRole.Link, new() { Name = Site.Definitions[0].Title, Exact = true }));
        var link = visitor.Main.GetByRole(AriaRole.Link, new() { Name = "Download as PDF", Exact = true });
        var address = await link.GetAttributeAsync("href");
        var (name, content) = await visitor.Download(link);
        var answer = await visitor.Page.APIRequest.GetAsync(sites.Address(Sample, address!).AbsoluteUri);

        Assert.Equal("dashboard.pdf", name);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(content, 0, 5), StringComparison.Ordinal);
        Assert.Equal("application/pdf", answer.Headers["content-type"]);
        Assert.Equal(await answer.BodyAsync(), content);
    });

    [Theory]
    [MemberData(nameof(Ways))]
    public Task A_journalist_takes_the_figures_away(Way way) => Go(way, async visitor =>
    {
        await visitor.Follow(visitor.Menu("Data"));
        var csv = await visitor.Download(visitor.Main.GetByRole(AriaRole.Link, new() { NameRegex = new("\\.csv$") }).First);
        var json = await visitor.Download(visitor.Main.GetByRole(AriaRole.Link, new() { Name = "dashboard.json", Exact = true }));

        Assert.EndsWith(".csv", csv.Name, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetString(csv.Content).Split('\n').Length > 2);
        Assert.Equal("dashboard.json", json.Name);
        using var records = JsonDocument.Parse(json.Content);
        Assert.NotEqual(0, records.RootElement.GetArrayLength());
    });

    [Theory]
    [MemberData(nameof(Ways))]
    public Task An_analyst_downloads_the_pack_and_it_is_sound(Way way) => Go(way, async visitor =>
    {
        await visitor.Follow(visitor.Menu("Data"));
        var (name, content) = await visitor.Download(visitor.Main.GetByRole(AriaRole.Link, new() { Name = "The pack", Exact = true }));
        var folder = Directory.CreateTempSubdirectory("quarterdeck-pack");
        try
        {
            var file = Path.Combine(folder.FullName, name);
            await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
            Assert.Equal("pack.zip", name);
            var found = await Found(file);

            // What the sample was published with, scars and all: nothing is lost on the way, and nothing is added. Only a
            // spreadsheet's error in place of a figure is written as what it was read as: no figure.
            Assert.Equal((await Found(Samples.Folder(Sample))).Where(finding => !finding.StartsWith("spreadsheet-error:", StringComparison.Ordinal)), found);
            Assert.NotEmpty(found);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    });

    [Theory]
    [MemberData(nameof(Ways))]
    public Task A_programmer_goes_from_the_data_page_to_the_interface(Way way) => Go(way, async visitor =>
    {
        await visitor.Follow(visitor.Menu("Data"));
        var answer = await visitor.Page.RunAndWaitForResponseAsync(
            () => visitor.Follow(visitor.Main.GetByRole(AriaRole.Link, new() { Name = "/api/v1/indicators", Exact = true })),
            response => response.Url.EndsWith("/api/v1/indicators", StringComparison.Ordinal));
        using var records = JsonDocument.Parse(await answer.BodyAsync());

        Assert.Equal("application/json; charset=utf-8", answer.Headers["content-type"]);
        Assert.Equal(Site.Rated.Count.ToString(CultureInfo.InvariantCulture), answer.Headers["x-total-count"]);
        Assert.Equal(Site.Rated[0].Displayed, records.RootElement[0].GetProperty("displayed").GetString());
    });

    [Theory]
    [MemberData(nameof(Ways))]
    public Task A_member_goes_from_a_report_to_an_indicator_and_back(Way way) => Go(way, async visitor =>
    {
        await visitor.Follow(visitor.Menu("Papers"));
        await visitor.Follow(
            visitor.Main.GetByRole(AriaRole.Link, new() { Name = Site.Definitions.First(report => report.Code == "exceptions").Title, Exact = true }));
        var report = visitor.Page.Url;
        await visitor.Follow(visitor.Main.Locator("a[href^='/indicators/']").First);
        Assert.Contains("/indicators/", visitor.Page.Url, StringComparison.Ordinal);

        await visitor.Page.GoBackAsync();
        Assert.Equal(report, visitor.Page.Url);
    });

    [Theory]
    [MemberData(nameof(Ways))]
    public Task A_reader_follows_a_correction(Way way) => Go(way, async visitor =>
    {
        await visitor.Follow(visitor.Menu("Papers"));
        await visitor.Follow(visitor.Main.GetByRole(AriaRole.Link, new() { Name = "Every version as it was published", Exact = true }));
        await visitor.Follow(visitor.Main.GetByRole(AriaRole.Link, new() { Name = "Corrections", Exact = true }));
        await Assertions.Expect(visitor.Main).ToContainTextAsync(PublishedSample.Reason);
        await Assertions.Expect(visitor.Main.GetByRole(AriaRole.Columnheader, new() { Name = "Version 1, published on 2 March 2026" }).First)
            .ToBeVisibleAsync();
        await Assertions.Expect(visitor.Main.GetByRole(AriaRole.Columnheader, new() { Name = "Version 2, published on 9 March 2026" }).First)
            .ToBeVisibleAsync();
        await visitor.Follow(visitor.Main.GetByRole(AriaRole.Link, new() { NameRegex = new("^Version 1 ") }).First);

        await Assertions.Expect(visitor.Main).ToContainTextAsync("This was corrected on 9 March 2026");
        await visitor.Follow(visitor.Main.GetByRole(AriaRole.Link, new() { Name = "Read version 2", Exact = true }));
        await Assertions.Expect(visitor.Main).ToContainTextAsync("What this corrects");
    });

    [Theory]
    [MemberData(nameof(Ways))]
    public Task A_reader_compares_a_year(Way way) => Go(way, async visitor =>
    {
        var (rated, compared) =
            Site.Rated.Where(YearsModel.HasYears).Select(one => (One: one, Compared: Site.Years(one, 4).Part<ComparedYearsPart>()!.Comparison))
            .First(pair => pair.Compared.Rows.Any(row => row.Change is not null)
                && Site.Rated.Count(other => other.Indicator.SummaryTitle == pair.One.Indicator.SummaryTitle) == 1);
        await visitor.Follow(visitor.Menu("Compare"));
        await visitor.Follow(visitor.Main.GetByRole(AriaRole.Link, new() { Name = "Years", Exact = true }));
        await visitor.Follow(visitor.Main.GetByRole(AriaRole.Link, new() { Name = rated.Indicator.SummaryTitle, Exact = true }));

        foreach (var sentence in compared.Sentences)
        {
            await Assertions.Expect(visitor.Main).ToContainTextAsync(sentence);
        }

        var changed = compared.Rows.Last(row => row.Change is not null);
        Assert.Equal([changed.Label, .. changed.Each.Select(figure => figure.Displayed), changed.Change!],
            await visitor.Main.Locator("tr", new()
            {
                Has = visitor.Page.GetByRole(AriaRole.Rowheader, new() { Name = changed.Label, Exact = true })
            }).First.Locator("th, td:not(.rating)").AllInnerTextsAsync());
    });

    [Theory]
    [MemberData(nameof(Ways))]
    public Task A_member_puts_indicators_side_by_side(Way way) => Go(way, async visitor =>
    {
        var chosen = Site.Rated.DistinctBy(one => one.Indicator.SummaryTitle).Take(2).ToList();
        await visitor.Follow(visitor.Menu("Compare"));
        foreach (var one in chosen)
        {
            await visitor.Choose(visitor.Main.GetByLabel("Add an indicator"), one.Indicator.SummaryTitle);
            await visitor.Follow(visitor.Main.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }));
        }

        Assert.EndsWith(CompareModel.Address(chosen), visitor.Page.Url, StringComparison.Ordinal);
        foreach (var one in chosen)
        {
            await Assertions.Expect(visitor.Main.GetByRole(
                AriaRole.Columnheader,
                new() { NameRegex = new(Regex.Escape(one.Indicator.SummaryTitle) + "$") }).First).ToBeVisibleAsync();
        }

        await visitor.Follow(visitor.Main.GetByRole(AriaRole.Link, new() { Name = "Remove " + chosen[0].Indicator.SummaryTitle, Exact = true }));
        Assert.EndsWith(CompareModel.Address(chosen.Skip(1)), visitor.Page.Url, StringComparison.Ordinal);
    });

    [Theory]
    [MemberData(nameof(Ways))]
    public Task A_member_compares_areas_with_an_earlier_round(Way way) => Go(way, async visitor =>
    {
        var (now, then) = (Site.Rounds[0], Site.Rounds[2]);
        await visitor.Follow(visitor.Menu("Compare"));
        await visitor.Follow(visitor.Main.GetByRole(AriaRole.Link, new() { Name = "Areas", Exact = true }));
        await visitor.Choose(visitor.Main.GetByLabel("Against"), MonthNames.Long(then));
        await visitor.Follow(visitor.Main.GetByRole(AriaRole.Button, new() { Name = "Compare", Exact = true }));

        Assert.Contains($"round={now}&against={then}", visitor.Page.Url, StringComparison.Ordinal);
        foreach (var sentence in Site.Groups(byPriority: false, now, then).Part<ComparedGroupsPart>()!.Comparison.Sentences)
        {
            await Assertions.Expect(visitor.Main).ToContainTextAsync(sentence);
        }
    });

    [Fact]
    public async Task The_first_stop_of_the_keyboard_leads_past_the_menu()
    {
        await using var reader = await chromium.Reader(Window.Desktop);
        var page = await reader.NewPageAsync();
        await page.GotoAsync(sites.Address(Sample).AbsoluteUri);
        await page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to main content" })).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to main content" })).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link).First).ToBeFocusedAsync();
    }

    /// <summary>What <c>quarterdeck check</c> finds in a pack.</summary>
    private static async Task<IReadOnlyList<string>> Found(string pack)
    {
        using var data = new MemoryStream();
        await using var said = new StringWriter(CultureInfo.InvariantCulture);
        using var terminal = new Terminal(data, said, width: null, usesColour: false);
        var exit = await QuarterdeckProgram.RunAsync(["check", pack, "--today", "2026-03-09", "--format", "json"], terminal, TimeProvider.System);
        Assert.True(exit is ExitCode.Done or ExitCode.Findings, said.ToString());
        using var findings = JsonDocument.Parse(data.ToArray());
        return [.. findings.RootElement.EnumerateArray()
            .Select(finding => $"{finding.GetProperty("code").GetString()}: {finding.GetProperty("message").GetString()}")
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>From the first page, in one way.</summary>
    private async Task Go(Way way, Func<Visitor, Task> journey)
    {
        await using var reader = await chromium.Reader(Window.Desktop, script: way != Way.WithoutScript);
        var page = await reader.NewPageAsync();
        await page.GotoAsync(sites.Address(Sample).AbsoluteUri);
        await journey(new Visitor(page, way));
    }
}
