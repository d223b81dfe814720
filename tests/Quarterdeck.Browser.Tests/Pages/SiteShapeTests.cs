using Microsoft.Playwright;
using Quarterdeck.Browser.Tests.Browsers;
using Quarterdeck.Browser.Tests.Sites;

namespace Quarterdeck.Browser.Tests.Pages;

/// <summary>How much of a page a reader must go through, and what a phone makes of its tables and charts.</summary>
public sealed class SiteShapeTests(Chromium chromium, RunningSites sites)
{
    private static readonly Window Phone = new(390, 844);

    private static readonly string Sample = ShownPacks.All[0];

    [Theory]
    [InlineData(390, 844, 4)]
    [InlineData(1280, 900, 2.5)]
    public async Task Home_is_only_so_many_screens(int width, int height, double most)
    {
        var window = new Window(width, height);
        await using var reader = await chromium.Reader(window);
        var page = await Open(reader, window, "/");

        // What is overdue goes by today's date, and is folded.
        var screens = await page.EvaluateAsync<double>("() => document.documentElement.scrollHeight / innerHeight");

        Assert.InRange(screens, 1, most);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/indicators")]
    [InlineData("/indicators/FN08")]
    [InlineData("/indicators/FN08/years")]
    [InlineData("/areas")]
    [InlineData("/areas/FIN")]
    [InlineData("/compare")]
    public async Task Nothing_scrolls_sideways_on_a_phone(string address)
    {
        await using var reader = await chromium.Reader(Phone);
        var page = await Open(reader, Phone, address);

        var wide = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('body *')].filter(one => !one.closest('.govuk-visually-hidden, .govuk-skip-link, thead, details:not([open])') "
            + "&& one.getBoundingClientRect().right > innerWidth + 1).map(one => one.outerHTML.slice(0, 100))");

        Assert.Empty(wide);
    }

    [Fact]
    public async Task One_size_of_a_chart_is_seen_at_every_width_and_its_words_are_never_small()
    {
        foreach (var width in new[] { 320, 390, 500, 700, 899, 900, 1280 })
        {
            var window = new Window(width, 900);
            await using var reader = await chromium.Reader(window);
            var page = await Open(reader, window, "/indicators/FN08");

            var sizes = await page.EvaluateAsync<double[]>(
                "() => [...document.querySelectorAll('.trend > svg')].filter(one => one.getBoundingClientRect().width > 0).map(one => "
                + "Math.min(...[...one.querySelectorAll('text')].map(text => parseFloat(text.getAttribute('font-size')))) * "
                + "one.getBoundingClientRect().width / one.viewBox.baseVal.width)");

            Assert.True(sizes.Length == 1, $"At {width} there are {sizes.Length} charts.");
            Assert.True(sizes[0] >= 12.9, $"At {width} words are {sizes[0]} high.");
        }
    }

    /// <summary>The list is one table, laid out as a grid on a phone: its rows and cells must still be told as such.</summary>
    [Fact]
    public async Task On_a_phone_the_list_is_still_told_as_a_table()
    {
        await using var reader = await chromium.Reader(Phone);
        var page = await Open(reader, Phone, "/indicators");
        await using var session = await page.Context.NewCDPSessionAsync(page);
        var tree = await session.SendAsync("Accessibility.getFullAXTree") ?? throw new InvalidOperationException("The browser has no tree.");
        var roles = tree.GetProperty("nodes").EnumerateArray().Where(node => !node.GetProperty("ignored").GetBoolean())
            .Select(node => node.TryGetProperty("role", out var role) && role.TryGetProperty("value", out var word) ? word.GetString() : null)
            .CountBy(role => role ?? string.Empty).ToDictionary();

        var rows = sites.Site(Sample).Rated.Count;
        Assert.Equal(1, roles["table"]);
        Assert.True(roles["row"] > rows, $"{roles["row"]} rows are told of {rows}.");
        Assert.True(roles["rowheader"] >= rows, $"{roles["rowheader"]} row heads are told of {rows}.");
        Assert.True(roles["cell"] > 3 * rows, $"{roles["cell"]} cells are told.");
        Assert.Equal(8, roles["columnheader"]);
    }

    [Fact]
    public async Task On_a_phone_the_menu_opens_without_script()
    {
        await using var reader = await chromium.Reader(Phone, script: false);
        var page = await reader.NewPageAsync();
        await page.GotoAsync(sites.Address(Sample).AbsoluteUri);
        var link = page.GetByRole(AriaRole.Navigation, new() { Name = "Menu" }).GetByRole(AriaRole.Link, new() { Name = "Areas" });

        await Assertions.Expect(link).ToBeHiddenAsync();
        await page.GetByText("Menu", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(link).ToBeVisibleAsync();
        await link.ClickAsync();
        Assert.EndsWith("/areas", page.Url, StringComparison.Ordinal);
    }

    private async Task<IPage> Open(IBrowserContext reader, Window window, string address)
    {
        var page = await reader.NewPageAsync();
        await page.GotoAsync(sites.Address(Sample, address).AbsoluteUri);
        await window.Fit(page);
        return page;
    }
}
