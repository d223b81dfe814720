using Quarterdeck.Cli.Tests.Programs;
using Quarterdeck.Storage;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Cli.Tests.Sites;

/// <summary>A website made of a store signs with the same keys after it was started again.</summary>
public sealed class WebsiteKeysTests
{
    [Fact]
    public async Task The_keys_of_a_website_are_in_its_store_and_stay_the_same()
    {
        using var folder = new TemporaryPack();
        var store = folder["figures.db"];
        Assert.Equal(0, QuarterdeckInProcess.Run(["import", Samples.Folder(Samples.Latest), "--store", store, "--author", "A", "--reason", "R"]).Exit);
        Assert.Equal(0, QuarterdeckInProcess.Run(
            ["publish", "--store", store, "--report", "cover", "--formats", "html", "--author", "A", "--reason", "R", "--out", folder["out"]]).Exit);

        var first = await ServedAsync();
        var second = await ServedAsync();

        Assert.Contains("<key id=", Assert.Single(first), StringComparison.Ordinal);
        Assert.Equal(first, second);

        async Task<IReadOnlyList<string>> ServedAsync()
        {
            using (var running =
                RunningQuarterdeck.StartIn(folder.Path, new Dictionary<string, string?>(), "serve", "--store", store, "--urls", "http://127.0.0.1:0"))
            {
                await running.Reader.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.Equal(0, running.Interrupt().Exit);
            }

            await using var opened = await StoreLocation.Of(store).OpenAsync(TimeProvider.System, "test", makes: false);
            return await opened.DataProtectionKeys("main").ReadAllAsync(TestContext.Current.CancellationToken);
        }
    }
}
