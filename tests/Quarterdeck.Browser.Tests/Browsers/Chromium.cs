using Microsoft.Playwright;
using Quarterdeck.Browser.Tests.Browsers;
using Quarterdeck.TestKit.Programs;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Quarterdeck.Browser.Tests.Browsers;

/// <summary>The system's own Chromium, without a window: one for all tests, a fresh reader in it for each.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (OtherProgram.WhyNot(Program, Program) is null)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = OtherProgram.Find(Program),
                Args = ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none"],
            });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A reader with nothing remembered. The test is skipped, by the program's name, where there is no browser.</summary>
    public async Task<IBrowserContext> Reader(Window window, bool script = true, bool probed = false, string? start = null)
    {
        var missing = OtherProgram.WhyNot(Program, Program);
        Assert.SkipWhen(missing is not null, missing ?? string.Empty);
        var reader = await (_browser ?? throw new InvalidOperationException("The browser did not start.")).NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = window.Width, Height = window.Height },
            DeviceScaleFactor = window.Zoom,
            JavaScriptEnabled = script,
            BaseURL = start,
            Locale = "en-GB",

            // The site allows no script, and what looks into its pages is a script.
            BypassCSP = probed,
        });
        reader.SetDefaultTimeout(10_000);
        return reader;
    }
}

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

    public override string ToString() => Zoom == 1 ? $"{Width} wide" : $"zoomed in {Zoom:0} times";
}
