using Quarterdeck.Application.Publishing;
using Quarterdeck.Browser.Tests.Browsers;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Hosting;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Browser.Tests.Pages;

/// <summary>What is forecast, and how good forecasts were: the sample whose indicators ask for it.</summary>
public sealed class ForecastPageTests(Chromium chromium)
{
    [Fact]
    public async Task Forecasts_and_their_record_are_sound_on_a_desk_and_where_it_is_narrow()
    {
        await using var app = Website.Create(
            new SnapshotProvider(new DashboardSnapshot(new PublicDashboard(Samples.Read("district")), [], "pack")),
            new WebsiteOptions("http://127.0.0.1:0", "1.2.3"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        await using var reader = await chromium.Reader(Window.Desktop);
        var page = await reader.NewPageAsync();
        foreach (var (address, words) in new[] { ("/indicators/CU01", "How 2025/26 may end"), ("/method/forecasts", "Looking back") })
        {
            await page.GotoAsync(new Uri(new Uri(app.Urls.Single()), address).AbsoluteUri);
            Assert.Contains(words, await page.ContentAsync(), StringComparison.Ordinal);
            foreach (var window in new[] { Window.Desktop, Window.Narrow })
            {
                await window.Fit(page);
                Assert.Empty((await AxeTests.Look(page, window)).Skip(1).Select(finding => $"{address}, {window}: {finding}"));
                Assert.Empty((await page.EvaluateAsync<string[]>(LayoutTests.Problems)).Select(problem => $"{address}, {window}: {problem}"));
            }
        }
    }
}
