using System.Text.Json;
using Quarterdeck.Browser.Tests.Sites;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Browser.Tests.Pages;

/// <summary>The Nu Html Checker, which the W3C runs too, finds nothing on any type of page, nor in a report that was downloaded.</summary>
public sealed class ValidMarkupTests(RunningSites sites)
{
    /// <summary>
    /// The checker does not count the digest by which a document's policy allows its style sheet. That the sheet is allowed,
    /// and nothing else, a browser shows (<see cref="DownloadedPageTests"/>).
    /// </summary>
    private const string NotCounted = "Inline style violates Content Security Policy (meta tag)";

    private const string Checker = "tests/Quarterdeck.Browser.Tests/Markup/node_modules/vnu-jar/build/dist/vnu.jar";

    [Fact]
    public async Task Every_page_is_valid()
    {
        var folder = Directory.CreateTempSubdirectory("quarterdeck-markup");
        try
        {
            using var reader = new HttpClient();
            foreach (var sample in ShownPacks.All)
            {
                var reports = sites.Site(sample).Definitions.Select(report => $"/reports/{report.Code}/files/{report.Code}.html");
                foreach (var address in (await PageTypes.Of(sites, sample)).Addresses.Concat(reports))
                {
                    using var answer = await reader.GetAsync(sites.Address(sample, address), TestContext.Current.CancellationToken);
                    await File.WriteAllTextAsync(
                        Path.Combine(folder.FullName, $"{sample}{address}.html".Replace('/', '~').Replace('?', '~')),
                        await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                        TestContext.Current.CancellationToken);
                }
            }

            var (files, findings) = Check(folder.FullName);

            Assert.True(files > 30, $"Only {files} pages were checked.");
            Assert.True(findings.Count == 0, string.Join('\n', findings));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_page_that_is_not_valid_is_found()
    {
        var folder = Directory.CreateTempSubdirectory("quarterdeck-markup");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "wrong.html"),
                "<!DOCTYPE html><html lang=\"en\"><title>A</title><p id=\"a\"><ul><p>b</p></ul><i id=\"a\"></i>",
                TestContext.Current.CancellationToken);

            Assert.NotEmpty(Check(folder.FullName).Findings);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (int Files, IReadOnlyList<string> Findings) Check(string folder)
    {
        var missing = OtherProgram.WhyNot("java", "default-jre-headless");
        Assert.SkipWhen(missing is not null, missing ?? string.Empty);
        var files = Directory.GetFiles(folder, "*.html");
        var answer = OtherProgram.Run(
            "java",
            folder,
            new Dictionary<string, string?>(),
            ["-jar", Path.Combine(Samples.Repository, Checker), "--format", "json", "--stdout", "--exit-zero-always", .. files]);
        Assert.True(answer.Exit == 0, answer.Said);
        using var said = JsonDocument.Parse(answer.Data);
        return (files.Length,
        [
            .. from message in said.RootElement.GetProperty("messages").EnumerateArray()
               where message.GetProperty("type").GetString() != "info" || (message.TryGetProperty("subType", out var kind) && kind.GetString() == "warning")
               where !(message.GetProperty("message").GetString() ?? string.Empty).StartsWith(NotCounted, StringComparison.Ordinal)
               group message by (
                   Uri.UnescapeDataString(Path.GetFileName(message.GetProperty("url").GetString() ?? string.Empty)),
                   message.GetProperty("message").GetString()) into same
               select $"{same.Key.Item1}: {same.Key.Item2} ({same.Count()} times)",
        ]);
    }
}
