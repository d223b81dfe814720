using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;
using Quarterdeck.Browser.Tests.Browsers;
using Quarterdeck.Browser.Tests.Journeys;
using Quarterdeck.Browser.Tests.Pages;
using Quarterdeck.Browser.Tests.Sites;

[assembly: AssemblyFixture(typeof(SeenPages))]

namespace Quarterdeck.Browser.Tests.Pages;

/// <summary>What was seen of a page, by all who look at every page.</summary>
/// <param name="Told">What a screen reader is told.</param>
/// <param name="Ratings">What cells of a rating's colour say.</param>
/// <param name="Stops">What is wrong with the order of the keyboard.</param>
/// <param name="Moving">What moves for a reader who wants no movement.</param>
/// <param name="Sizes">What was seen in each window.</param>
public sealed record SeenPage(
    string Address, string Title, string? Language, IReadOnlyList<Told> Told, string[] Ratings, string[] Stops, string[] Moving, IReadOnlyList<SeenSize> Sizes);

/// <summary>What was seen of a page in a window of one size.</summary>
/// <param name="AxeRules">Rules of axe that had something to look at.</param>
/// <param name="AxeFindings">What axe found.</param>
/// <param name="CutOff">What is cut off or stands outside.</param>
/// <param name="CutOffSpaced">The same with the reader's own spacing of text.</param>
public sealed record SeenSize(Window Window, int AxeRules, string[] AxeFindings, string[] CutOff, string[] CutOffSpaced);

/// <summary>Every type of page, opened once for all the tests that look at every page: to open one takes longer than to look at it.</summary>
public sealed class SeenPages
{
    /// <summary>What the machine does at once.</summary>
    private const int AtOnce = 2;

    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<SeenPage>>>> _seen = new(StringComparer.Ordinal);

    public Task<IReadOnlyList<SeenPage>> Of(Chromium chromium, RunningSites sites, string sample) =>
        _seen.GetOrAdd(sample, _ => new Lazy<Task<IReadOnlyList<SeenPage>>>(() => Visit(chromium, sites, sample))).Value;

    private static async Task<IReadOnlyList<SeenPage>> Visit(Chromium chromium, RunningSites sites, string sample)
    {
        await using var reader = await chromium.Reader(Window.Desktop);
        var types = await PageTypes.Of(sites, sample);
        Assert.NotEmpty(types.Addresses);
        var seen = new ConcurrentBag<SeenPage>();
        await Parallel.ForEachAsync(types.Addresses, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (address, _) =>
        {
            var page = await reader.NewPageAsync();
            await page.GotoAsync(sites.Address(sample, address).AbsoluteUri);
            seen.Add(await Look(page, sample, address));
            await page.CloseAsync();
        });
        return [.. seen.OrderBy(page => page.Address, StringComparer.Ordinal)];
    }

    private static async Task<SeenPage> Look(IPage page, string sample, string address)
    {
        var told = await StructureTests.Hear(page);
        var language = await page.Locator("html").GetAttributeAsync("lang");
        var ratings = await page.EvaluateAsync<string[]>(ColourTests.Ratings);
        var stops = await page.EvaluateAsync<string[]>(FocusTests.Problems);

        var sizes = new List<SeenSize>();
        foreach (var window in Window.Of(sample))
        {
            await window.Fit(page);
            var axe = await AxeTests.Look(page, window);
            sizes.Add(new SeenSize(window, int.Parse(axe[0], CultureInfo.InvariantCulture), axe[1..], await page.EvaluateAsync<string[]>(LayoutTests.Problems), []));
        }

        await page.EvaluateAsync(LayoutTests.SpaceText);
        for (var place = 0; place < sizes.Count; place++)
        {
            await sizes[place].Window.Fit(page);
            sizes[place] = sizes[place] with { CutOffSpaced = await page.EvaluateAsync<string[]>(LayoutTests.Problems) };
        }

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        var moving = await page.EvaluateAsync<string[]>(LayoutTests.Moving);
        return new SeenPage(address, await page.TitleAsync(), language, told, ratings, stops, moving, sizes);
    }
}
