using System.Collections.Concurrent;
using Quarterdeck.Browser.Tests.Browsers;
using Quarterdeck.Browser.Tests.Sites;

namespace Quarterdeck.Browser.Tests.Pages;

/// <summary>A report taken away as a page of its own shows as it was made, from a folder, with no network.</summary>
public sealed class DownloadedPageTests(Chromium chromium, RunningSites sites)
{
    [Theory]
    [MemberData(nameof(ShownPacks.Rows), MemberType = typeof(ShownPacks))]
    public async Task Its_policy_lets_its_style_sheet_in_and_has_nothing_to_refuse(string sample)
    {
        var folder = Directory.CreateTempSubdirectory("quarterdeck-download");
        try
        {
            using var web = new HttpClient();
            await using var reader = await chromium.Reader(Window.Desktop);
            await reader.SetOfflineAsync(true);
            foreach (var report in sites.Site(sample).Definitions)
            {
                var file = Path.Combine(folder.FullName, report.Code + ".html");
                await File.WriteAllBytesAsync(file, await web.GetByteArrayAsync(
                    sites.Address(sample, $"/reports/{report.Code}/files/{report.Code}.html"),
                    TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
                var said = new ConcurrentBag<string>();
                var page = await reader.NewPageAsync();
                page.Console += (_, message) => said.Add(message.Text);
                await page.GotoAsync(new Uri(file).AbsoluteUri);

                Assert.Empty(said);
                Assert.True(await page.EvaluateAsync<int>("() => document.styleSheets[0].cssRules.length") > 50, $"{report.Code} has lost its style.");
                await page.CloseAsync();
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
