using Microsoft.Playwright;
using Quarterdeck.Browser.Tests.Browsers;
using Quarterdeck.TestKit.Programs;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Quarterdeck.Browser.Tests.Browsers;

/// <summary>The system's own Chromium, without a window: one for all tests, a fresh reader in it for each.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Milliseconds until a step counts as failed: many, for a machine that does much else.</summary>
    private const float Patience = 60_000;

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
    public async Task<IBrowserContext> Reader(Window window, bool script = true, string? start = null)
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
        });
        reader.SetDefaultTimeout(Patience);
        return reader;
    }
}
