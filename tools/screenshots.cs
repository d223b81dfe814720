// Pictures of the site's main pages, behind ./build screenshots. Run from the root of the repository, with the program built.
// All go to out/screenshots, to be looked at; those the guide shows go to docs/guide/images too.
#:package Microsoft.Playwright
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property NoWarn=$(NoWarn);CS1591

using System.Diagnostics;
using Microsoft.Playwright;

const string Program = "src/Quarterdeck.Cli/bin/Release/net10.0/quarterdeck.dll";
const string Folder = "out/screenshots";
const string Guide = "docs/guide/images";

// Of a long page, only the beginning is taken.
const int MostHigh = 2200;
const int MostBytes = 160 * 1024;

(string Name, string Sample, string Address, string? InGuide)[] pages =
[
    ("home", "county-2025-26", "/", "site-home desktop"),
    ("list", "county-2025-26", "/indicators?rating=Red", "site-list phone"),
    ("indicator", "county-2025-26", "/indicators/FN08", "site-indicator desktop"),
    ("compare", "county-2025-26", "/compare?ref=GL02&ref=GL03", "site-compare desktop"),
    ("area", "county-2025-26", "/areas/FIN", null),
    ("areas", "county-2025-26", "/compare/areas", null),
    ("years", "county-2011-12", "/compare/years", null),
    ("report", "county-2025-26", "/reports/dashboard", null),
    ("reports", "county-2025-26", "/reports", null),
    ("plan", "county-2025-26", "/plan", null),
    ("method", "county-2025-26", "/method", null),
    ("data", "county-2025-26", "/data", null),
    ("accessibility", "county-2025-26", "/accessibility", null),
    ("not-found", "county-2025-26", "/nothing-is-here", null),
    ("earlier-home", "county-2011-12", "/", null),
    ("earlier-list", "county-2011-12", "/indicators", null),
    ("earlier-indicator", "county-2011-12", "/indicators/ca-out-of-time", null),
    ("earlier-report", "county-2011-12", "/reports/quarterly", null),
];

(string Name, int Width, int Height, float Dots)[] windows = [("desktop", 1280, 900, 1), ("phone", 390, 844, 2)];

var browserAt = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
    .Select(folder => Path.Combine(folder, "chromium"))
    .FirstOrDefault(File.Exists);
if (browserAt is null)
{
    Console.Error.WriteLine("'chromium' is not installed here: it is in the Debian package chromium.");
    return 3;
}

Directory.CreateDirectory(Folder);
using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = browserAt, Args = ["--no-sandbox", "--font-render-hinting=none"] });
foreach (var sample in pages.Select(page => page.Sample).Distinct())
{
    using var site = Process.Start(
        new ProcessStartInfo("dotnet", ["exec", Program, "serve", "samples/" + sample, "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true })
        ?? throw new InvalidOperationException("dotnet did not start.");
    try
    {
        var start = await site.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The site did not start: build the program first.");
        foreach (var window in windows)
        {
            await using var reader = await browser.NewContextAsync(
                new() { ViewportSize = new() { Width = window.Width, Height = window.Height }, DeviceScaleFactor = window.Dots, BaseURL = start });
            var page = await reader.NewPageAsync();
            foreach (var shown in pages.Where(page => page.Sample == sample))
            {
                await page.GotoAsync(shown.Address);
                var height = await page.EvaluateAsync<int>("most => Math.min(document.documentElement.scrollHeight, most)", MostHigh);
                await page.ScreenshotAsync(
                    new() { Path = $"{Folder}/{shown.Name}-{window.Name}.png", FullPage = true, Clip = new() { Width = window.Width, Height = height } });
                if (shown.InGuide?.Split(' ') is [var name, var of] && of == window.Name)
                {
                    var picture = await page.ScreenshotAsync(new() { Path = $"{Guide}/{name}.png" });
                    if (picture.Length > MostBytes)
                    {
                        Console.Error.WriteLine($"{Guide}/{name}.png has {picture.Length} bytes, and {MostBytes} are the most for a page of the guide.");
                        return 1;
                    }
                }

                if (window.Name == "desktop")
                {
                    await page.PdfAsync(new() { Path = $"{Folder}/{shown.Name}-print.pdf", Format = "A4", PrintBackground = false });
                }
            }
        }
    }
    finally
    {
        site.Kill();
        await site.WaitForExitAsync();
    }
}

Console.WriteLine($"Pictures of {pages.Length} pages are in {Folder}; those of the guide are in {Guide}.");
return 0;
