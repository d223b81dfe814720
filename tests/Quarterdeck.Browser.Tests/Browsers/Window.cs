using System.Globalization;
using Microsoft.Playwright;
using Quarterdeck.Browser.Tests.Sites;
using Quarterdeck.TestKit;

namespace Quarterdeck.Browser.Tests.Browsers;

/// <summary>How much of a page is seen.</summary>
/// <param name="Width">Wide, in the page's own pixels.</param>
/// <param name="Height">High, in the page's own pixels.</param>
/// <param name="Zoom">How many of the screen's pixels one of the page's has.</param>
public sealed record Window(int Width, int Height, float Zoom = 1)
{
    public static Window Desktop { get; } = new(1280, 900);

    /// <summary>The narrowest a page must hold on.</summary>
    public static Window Narrow { get; } = new(320, 640);

    /// <summary>A window of 1280 by 1024 when the reader has zoomed in to 400%.</summary>
    public static Window Zoomed { get; } = new(320, 256, 4);

    public static Window[] All { get; } = [Desktop, Narrow, Zoomed];

    /// <summary>
    /// The windows a sample's pages are looked at in: the first sample's in all. Another's differ in what stands in them, not in how they are laid out, so
    /// the narrowest tells most; a soak looks at all.
    /// </summary>
    public static Window[] Of(string sample) => Soak.IsOn || sample == ShownPacks.All[0] ? All : [Narrow];

    /// <summary>Shows a page that is open in a window of this size.</summary>
    public async Task Fit(IPage page)
    {
        await using var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync(
            "Emulation.setDeviceMetricsOverride",
            new Dictionary<string, object> { ["width"] = Width, ["height"] = Height, ["deviceScaleFactor"] = Zoom, ["mobile"] = false });
        await page.WaitForFunctionAsync("width => window.innerWidth === width", Width);
    }

    public override string ToString() => Zoom == 1 ? $"{Width} wide" : string.Create(CultureInfo.InvariantCulture, $"zoomed in {Zoom:0} times");
}
