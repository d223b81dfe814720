using Microsoft.Playwright;
using Quarterdeck.Browser.Tests.Sites;

namespace Quarterdeck.Browser.Tests.Pages;

/// <summary>Every type of page, opened one after the other by a reader.</summary>
internal static class EachPage
{
    /// <summary>What the machine does at once.</summary>
    private const int AtOnce = 2;

    public static async Task Of(IBrowserContext reader, RunningSites sites, string sample, Func<IPage, string, Task> look)
    {
        var types = await PageTypes.Of(sites, sample);
        Assert.NotEmpty(types.Addresses);
        await Parallel.ForEachAsync(
            types.Addresses,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken },
            async (address, _) =>
        {
            var page = await reader.NewPageAsync();
            await page.GotoAsync(sites.Address(sample, address).AbsoluteUri);
            await look(page, address);
            await page.CloseAsync();
        });
    }
}
