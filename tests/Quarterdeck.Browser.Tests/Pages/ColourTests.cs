using Microsoft.Playwright;
using Quarterdeck.Browser.Tests.Browsers;
using Quarterdeck.Browser.Tests.Sites;

namespace Quarterdeck.Browser.Tests.Pages;

/// <summary>What colour says is said without it, and colours the reader chose are kept.</summary>
public sealed class ColourTests(Chromium chromium, RunningSites sites, SeenPages seen)
{
    internal const string Ratings =
        "() => [...document.querySelectorAll('[class*=tint-], .rated')].map(one => (one.querySelector('svg') ? '' : 'without a mark: ') + one.textContent.trim())";

    [Theory]
    [MemberData(nameof(ShownPacks.Rows), MemberType = typeof(ShownPacks))]
    public async Task Every_rating_has_its_word_and_its_mark(string sample)
    {
        var words = sites.Site(sample).Bands.Select(band => band.Label).Append("Not rated").Append("n/a").ToHashSet(StringComparer.Ordinal);
        var said = (await seen.Of(chromium, sites, sample)).SelectMany(page => page.Ratings.Select(rating => (page.Address, rating))).ToList();

        Assert.DoesNotContain(said, one => !words.Any(word => one.rating.StartsWith(word, StringComparison.Ordinal)));
        Assert.True(said.Count > 50, $"Only {said.Count} ratings were seen.");
    }

    /// <summary>A chart's words, lines and bars are told apart by its own colours on its own ground: it keeps both.</summary>
    [Fact]
    public async Task Charts_and_focus_are_seen_in_forced_colours()
    {
        await using var reader = await chromium.Reader(Window.Desktop);
        var page = await reader.NewPageAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });
        await page.GotoAsync(sites.Address(ShownPacks.All[0]).AbsoluteUri);

        var charts =
            await page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('svg.counts-bar, svg.line')].map(chart => { const style = getComputedStyle(chart); return "
                + "style.forcedColorAdjust + ' ' + style.backgroundColor; })");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        var focus = await page.EvaluateAsync<string>(
            "() => { const style = getComputedStyle(document.activeElement); return style.outlineStyle + ' ' + (parseFloat(style.outlineWidth) >= 2); }");

        Assert.NotEmpty(charts);
        Assert.All(charts, chart => Assert.Equal("none rgb(255, 255, 255)", chart));
        Assert.Equal("solid true", focus);
    }
}
