using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Quarterdeck.Browser.Tests.Browsers;
using Quarterdeck.Browser.Tests.Sites;

namespace Quarterdeck.Browser.Tests.Pages;

/// <summary>The checks of axe, on every type of page, as wide as a desk, as narrow as a phone and zoomed in.</summary>
public sealed class AxeTests(Chromium chromium, RunningSites sites)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    public static TheoryData<string, Window> Windows => new(from pack in Packs.All from window in new[] { Window.Desktop, Window.Narrow, Window.Zoomed } select (pack, window));

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task It_finds_nothing_on_any_page(string sample, Window window)
    {
        await using var reader = await chromium.Reader(window, probed: true);
        var findings = new ConcurrentBag<string>();

        await EachPage.Of(reader, sites, sample, async (page, address) =>
        {
            var result = await page.RunAxe(Rules);
            foreach (var finding in result.Violations)
            {
                findings.Add($"{address}: {finding.Id} ({finding.Help}), {finding.Nodes.Length} times: {finding.Nodes[0].Html[..Math.Min(200, finding.Nodes[0].Html.Length)]}");
            }

            Assert.True(result.Url.EndsWith(address, StringComparison.Ordinal), $"axe looked at {result.Url} instead of {address}.");
        });

        Assert.True(findings.IsEmpty, string.Join('\n', findings.Order(StringComparer.Ordinal)));
    }
}
