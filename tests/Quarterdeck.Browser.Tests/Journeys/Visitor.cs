using System.Text.Json;
using Microsoft.Playwright;

namespace Quarterdeck.Browser.Tests.Journeys;

/// <summary>How a reader goes through the site.</summary>
public enum Way
{
    /// <summary>With a pointer, and with whatever script there is.</summary>
    Pointer,

    /// <summary>With nothing but Tab, Enter and letters.</summary>
    Keyboard,

    /// <summary>With a pointer, in a browser that runs no script.</summary>
    WithoutScript,
}

/// <summary>Someone who goes through the site in one way, and sees where they are at every step.</summary>
internal sealed class Visitor(IPage page, Way way)
{
    /// <summary>A page on which more stops than this come before what is sought is no page for the keyboard.</summary>
    private const int MostStops = 80;

    /// <summary>Whether the sought one has the focus, what has it, and what a reader sees of that.</summary>
    private const string Stop = """
        sought => {
          const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
          const inside = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
          const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 && !/, 0\)$/.test(style.outlineColor);
          return { there: at === sought, words: at.outerHTML.slice(0, 120), inside, marked: outlined || style.boxShadow !== 'none' || style.backgroundColor === 'rgb(255, 221, 0)' };
        }
        """;

    public IPage Page => page;

    public ILocator Main => page.GetByRole(AriaRole.Main);

    public ILocator Menu(string words) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "Menu" }).GetByRole(AriaRole.Link, new() { Name = words, Exact = true });

    /// <summary>Follows a link or presses a button that leads to another page.</summary>
    public async Task Follow(ILocator link)
    {
        var before = page.Url;

        // The wait begins before the step: one that began after it could miss a page that came at once.
        var moved = page.WaitForURLAsync(address => address != before);
        await Press(link);
        await moved;
    }

    public async Task Write(ILocator field, string text)
    {
        if (way == Way.Keyboard)
        {
            await Reach(field);
            await page.Keyboard.TypeAsync(text);
        }
        else
        {
            await field.FillAsync(text);
        }

        Assert.Equal(text, await field.InputValueAsync());
    }

    public async Task Choose(ILocator list, string option)
    {
        if (way == Way.Keyboard)
        {
            await Reach(list);
            await page.Keyboard.TypeAsync(option);
        }
        else
        {
            await list.SelectOptionAsync(option);
        }

        Assert.Equal(option, await list.Locator("option:checked").InnerTextAsync());
    }

    /// <summary>What came down, by the name it was given.</summary>
    public async Task<(string Name, byte[] Content)> Download(ILocator link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => Press(link));
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
    }

    private async Task Press(ILocator link)
    {
        if (way == Way.Keyboard)
        {
            await Reach(link);
            await page.Keyboard.PressAsync("Enter");
        }
        else
        {
            await link.ClickAsync();
        }
    }

    /// <summary>Presses Tab until it is there. Every stop on the way is in the window and marked.</summary>
    private async Task Reach(ILocator sought)
    {
        await Assertions.Expect(sought).ToHaveCountAsync(1);
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var at = (await sought.EvaluateAsync(Stop)).GetValueOrDefault();
            var words = at.GetProperty("words").GetString();
            Assert.True(Is(at, "inside"), $"{page.Url}: the focus is out of sight on {words}.");
            Assert.True(Is(at, "marked"), $"{page.Url}: nothing shows that the focus is on {words}.");
            if (Is(at, "there"))
            {
                return;
            }
        }

        Assert.Fail($"{page.Url}: {sought} is not reached by {MostStops} presses of Tab.");
    }

    private static bool Is(JsonElement at, string what) => at.GetProperty(what).GetBoolean();
}
