using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Quarterdeck.Browser.Tests.Browsers;
using Quarterdeck.Browser.Tests.Sites;

namespace Quarterdeck.Browser.Tests.Pages;

/// <summary>The checks of axe, on every type of page, as wide as a desk, as narrow as a phone and zoomed in.</summary>
public sealed class AxeTests(Chromium chromium, RunningSites sites, SeenPages seen)
{
    /// <summary>Answers what was found, a line each, and how many rules had something to look at. Given rules, looks by those alone.</summary>
    private const string Run = """
        async rules => {
          const result = await axe.run(document, {
            runOnly: rules ? { type: 'rule', values: rules } : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
            rules: { 'target-size': { enabled: true } },
            resultTypes: ['violations'],
            preload: false,
          });
          const said = result.violations.map(finding => `${finding.id} (${finding.help}), ${finding.nodes.length} times: ${finding.nodes[0].html.slice(0, 200)}`);
          return [String(result.passes.length), ...said];
        }
        """;

    /// <summary>What can differ between two windows of the same width, one of them lower and zoomed in.</summary>
    private static readonly string[] OfHeightAndZoom = ["scrollable-region-focusable", "target-size", "meta-viewport", "css-orientation-lock", "bypass"];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    [Theory]
    [MemberData(nameof(ShownPacks.Rows), MemberType = typeof(ShownPacks))]
    public async Task It_finds_nothing_on_any_page_at_any_size(string sample)
    {
        var pages = await seen.Of(chromium, sites, sample);

        Assert.All(pages, page => Assert.All(page.Sizes, size => Assert.True(
            size.AxeRules > (size.Window == Window.Zoomed ? 1 : 10), $"axe looked at hardly anything of {page.Address}.")));
        Assert.Empty(from page in pages from size in page.Sizes from finding in size.AxeFindings select $"{page.Address}, {size.Window}: {finding}");
    }

    /// <summary>How many rules had something to look at, then what was found, a line each.</summary>
    internal static async Task<string[]> Look(IPage page, Window window)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Axe);
        }

        return await page.EvaluateAsync<string[]>(Run, window == Window.Zoomed ? OfHeightAndZoom : null);
    }

    [Fact]
    public async Task It_finds_what_is_wrong_with_a_page_that_is()
    {
        await using var reader = await chromium.Reader(Window.Desktop);
        var page = await reader.NewPageAsync();
        await page.SetContentAsync(
            "<html><title>Figures</title><body><main><h1>Figures</h1><h3>Roads</h3><input><p style=\"color:#aaa\">Grey</p><button "
            + "style=\"width:9px;height:9px;padding:0\">a</button><button style=\"width:9px;height:9px;padding:0\">b</button></main></body></html>");
        await page.EvaluateAsync(Axe);

        var said = string.Join('\n', await page.EvaluateAsync<string[]>(Run));

        Assert.All(
            ["heading-order", "label", "color-contrast", "html-has-lang", "target-size"],
            rule => Assert.Contains("\n" + rule + " ", said, StringComparison.Ordinal));
    }
}
