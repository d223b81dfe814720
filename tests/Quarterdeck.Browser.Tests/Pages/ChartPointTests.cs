using Microsoft.Playwright;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Browser.Tests.Browsers;
using Quarterdeck.Browser.Tests.Sites;
using Quarterdeck.Domain.Assessment;

namespace Quarterdeck.Browser.Tests.Pages;

/// <summary>Each value of a chart under the pointer and by the arrow keys.</summary>
public sealed class ChartPointTests(Chromium chromium, RunningSites sites)
{
    private static readonly string Sample = ShownPacks.All[0];

    private PublicDashboard Site => sites.Site(Sample);

    /// <summary>With several results, each rated.</summary>
    private RatedIndicator Rated =>
        Site.Rated.First(one => one.History.Count(own => own.Value is not null) > 3 && one.Rating.Band is not null && one.Standard.Target is not null);

    private List<RatedPeriod> Known => [.. Rated.History.Where(own => own.Value is not null)];

    [Fact]
    public async Task The_arrow_keys_go_from_value_to_value_and_each_is_said()
    {
        await using var reader = await chromium.Reader(Window.Desktop);
        var (chart, said) = await Open(reader);
        await chart.FocusAsync();
        await chart.PressAsync("ArrowRight");

        await Assertions.Expect(said).ToHaveTextAsync(Words(Known[0]));
        await chart.PressAsync("ArrowRight");
        await Assertions.Expect(said).ToHaveTextAsync(Words(Known[1]));
        await chart.PressAsync("End");
        await Assertions.Expect(said).ToHaveTextAsync(Words(Known[^1]));
        await chart.PressAsync("ArrowRight");
        await Assertions.Expect(said).ToHaveTextAsync(Words(Known[^1]));
        await chart.PressAsync("ArrowLeft");
        await Assertions.Expect(said).ToHaveTextAsync(Words(Known[^2]));
        await Assertions.Expect(chart.Locator(".site-cursor")).ToBeVisibleAsync();
        await chart.PressAsync("Escape");
        await Assertions.Expect(said).ToHaveTextAsync(string.Empty);
        await Assertions.Expect(chart.Locator(".site-cursor")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_pointer_finds_the_nearest_value()
    {
        await using var reader = await chromium.Reader(Window.Desktop);
        var (chart, said) = await Open(reader);
        await chart.ScrollIntoViewIfNeededAsync();
        var svg = chart.Locator("svg.chart");
        var box = (await svg.BoundingBoxAsync())!;
        await chart.Page.Mouse.MoveAsync(box.X + 70, box.Y + (box.Height / 2));

        await Assertions.Expect(said).ToHaveTextAsync(Words(Known[0]));
    }

    [Fact]
    public async Task Zoomed_in_the_chart_scrolls_to_the_value_and_nothing_is_pushed_out_of_the_page()
    {
        await using var reader = await chromium.Reader(Window.Zoomed);
        var (chart, said) = await Open(reader);
        await chart.FocusAsync();
        await chart.PressAsync("End");

        await Assertions.Expect(said).ToHaveTextAsync(Words(Known[^1]));
        Assert.True(await chart.EvaluateAsync<bool>(
            "chart => { const ring = chart.querySelector('.site-cursor circle').getBoundingClientRect(), box = chart.getBoundingClientRect(); return "
            + "ring.left >= box.left && ring.right <= box.right; }"));
        Assert.True(await chart.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"));
    }

    [Fact]
    public async Task In_forced_colours_the_ring_is_seen_on_the_charts_own_ground()
    {
        await using var reader = await chromium.Reader(Window.Desktop);
        var (chart, _) = await Open(reader, ForcedColors.Active);
        await chart.FocusAsync();
        await chart.PressAsync("End");

        Assert.Equal(
            "rgb(11, 12, 12) rgb(255, 255, 255)",
            await chart.EvaluateAsync<string>(
                "chart => getComputedStyle(chart.querySelector('.site-cursor circle:last-child')).stroke + ' ' + "
                + "getComputedStyle(chart.querySelector('svg.chart')).backgroundColor"));
    }

    [Fact]
    public async Task Without_script_the_chart_is_as_it_was_and_its_table_says_all()
    {
        await using var reader = await chromium.Reader(Window.Desktop, script: false, start: sites.Address(Sample).AbsoluteUri);
        var page = await reader.NewPageAsync();
        await page.GotoAsync("/compare?ref=" + Rated.Indicator.Ref);

        await Assertions.Expect(page.Locator(".site-point")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("figure .scroll").First).ToHaveAttributeAsync("role", "region");
        await Assertions.Expect(page.Locator("figure details")).ToContainTextAsync(Known[^1].Displayed);
    }

    private static string Words(RatedPeriod own) =>
        $"{own.Period.ShortLabel}: {own.Displayed}. Target: {Domain.Indicators.FigureText.Cell(Domain.Indicators.Unit.Percent, 1, own.Standard.Target!.Value)}."
        + (own.Standard.Floor is { } floor ? $" Floor: {Domain.Indicators.FigureText.Cell(Domain.Indicators.Unit.Percent, 1, floor)}." : string.Empty)
        + $" {own.Rating.Band!.Label}.";

    private async Task<(ILocator Chart, ILocator Said)> Open(IBrowserContext reader, ForcedColors colours = ForcedColors.None)
    {
        var page = await reader.NewPageAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = colours });
        var refused = new List<string>();
        page.Console += (_, message) => refused.Add(message.Text);
        await page.GotoAsync(sites.Address(Sample, "/compare?ref=" + Rated.Indicator.Ref).AbsoluteUri);
        Assert.Empty(refused);
        return (page.Locator("figure[data-points] [role=application]").First, page.Locator("figure[data-points] [role=status]").First);
    }
}
