using System.Text.RegularExpressions;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Cli.Tests.Sites;

/// <summary>The program once it is built: it needs no Node.js, no other program and no internet, and neither do its readers' browsers.</summary>
public sealed partial class AloneTests
{
    [Fact]
    public async Task The_built_program_serves_pages_and_documents_with_nothing_else_on_the_machine()
    {
        using var folder = new TemporaryPack();
        var nothing = new Dictionary<string, string?>
        {
            // No program is found, and whoever goes through a proxy finds none.
            ["PATH"] = folder["none"],
            ["HOME"] = folder.Path,
            ["HTTP_PROXY"] = "http://127.0.0.1:1",
            ["HTTPS_PROXY"] = "http://127.0.0.1:1",
        };
        using var running = RunningQuarterdeck.StartIn(folder.Path, nothing, "demo");
        foreach (var address in new[] { "/", "/indicators", "/reports/dashboard", "/method", "/data" })
        {
            var page = await running.Reader.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            var used = Used().Matches(page).Select(match => match.Groups[1].Value).ToList();

            Assert.NotEmpty(used);
            Assert.All(used, one => Assert.StartsWith("/", one, StringComparison.Ordinal));
            Assert.All(used, one => Assert.DoesNotMatch("^//", one));
            foreach (var one in used.Distinct())
            {
                var file = await running.Reader.GetStringAsync(new Uri(one, UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.DoesNotMatch(@"url\(\s*[""']?https?:|@import", file);
            }
        }

        foreach (var format in new[] { "pdf", "docx", "xlsx", "ods", "csv", "json", "html" })
        {
            var name = format == "csv" ? "dashboard-indicators.csv" : "dashboard." + format;
            Assert.NotEmpty(
                await running.Reader.GetByteArrayAsync(new Uri("/reports/dashboard/files/" + name, UriKind.Relative), TestContext.Current.CancellationToken));
        }

        Assert.Equal(0, running.Interrupt().Exit);
        Assert.Equal(["quarterdeck-demo"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    /// <summary>What a browser fetches with a page: not what a reader may follow.</summary>
    [GeneratedRegex("<(?:link rel=\"stylesheet\" href|img[^>]* src|script[^>]* src|iframe[^>]* src)=\"([^\"]+)\"")]
    private static partial Regex Used();
}
