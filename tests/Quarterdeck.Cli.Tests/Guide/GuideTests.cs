using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Cli.Tests.Guide;

/// <summary>Every page of the guide is followed to the letter, in a folder that holds nothing but the samples.</summary>
public sealed class GuideTests
{
    /// <summary>The pages that show commands; <c>./build</c> is what runs these tests, so it is not run by them.</summary>
    public static TheoryData<string> Pages =>
    [
        .. new[] { "README.md", "docs/reference/command-line.md" }
            .Concat(Directory.GetFiles(Path.Combine(Samples.Repository, "docs", "guide"), "*.md").Order(StringComparer.Ordinal)
                .Select(file => Path.GetRelativePath(Samples.Repository, file).Replace('\\', '/'))),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_does_what_it_says(string page)
    {
        using var folder = new TemporaryPack();
        Copy(Path.Combine(Samples.Repository, "samples"), folder["samples"]);
        foreach (var step in GuidePage.Read(File.ReadAllText(Path.Combine(Samples.Repository, page))))
        {
            switch (step)
            {
                case GuideStep.Add add:
                    var file = folder[add.File];
                    Assert.True(File.Exists(file), $"{page} adds to {add.File}, which is not there.");
                    File.AppendAllText(file, add.Rows);
                    break;
                case GuideStep.Type type:
                    Follow(page, folder, type);
                    break;
            }
        }
    }

    [Fact]
    public void Commands_answers_and_rows_are_read_from_a_page()
    {
        const string Page = "Text\n```console\n$ ./quarterdeck rate x\nanswer\n$ ls\n```\n```csv x/results.csv\na,b\n```\n```csv\nnot,added\n```\n";

        Assert.Equal(
            ["./quarterdeck rate x > answer", "ls > ", "x/results.csv + a,b\n"],
            GuidePage.Read(Page).Select(step => step switch
            {
                GuideStep.Type type => $"{type.Line} > {string.Join('|', type.Shown)}",
                GuideStep.Add add => $"{add.File} + {add.Rows}",
                _ => throw new InvalidOperationException("A step is typed or added."),
            }));
    }

    private static void Follow(string page, TemporaryPack folder, GuideStep.Type type)
    {
        var words = Words(type.Line);
        switch (words)
        {
            case ["./build", ..]:
                return;
            case ["cp", "-r", var from, var to]:
                Copy(folder[from], folder[to]);
                return;
            case ["./quarterdeck" or "quarterdeck", "serve" or "demo" or "start", ..] when !words.Contains("--files-only"):
                Open(page, folder, type, words[1..]);
                return;
            case ["quarterdeck", "mail", "test", ..]:
                // Nowhere is a mail server that a page could name.
                Assert.Contains("No mail server is named", QuarterdeckProcess.RunIn(folder.Path, words[1..]).Said, StringComparison.Ordinal);
                return;
            case ["./quarterdeck" or "quarterdeck", .. var args]:
                var answer = QuarterdeckProcess.RunIn(folder.Path, args);
                Assert.True(answer.Exit is 0 or 1, $"{page}: '{type.Line}' ended with {answer.Exit}: {answer.Said}");
                Assert.True(answer.Exit == 0 || words[1] is "check", $"{page}: '{type.Line}' found something.");
                Assert.All(type.Shown, line => Assert.Contains(line, answer.Data + answer.Said, StringComparison.Ordinal));
                return;
            default:
                Assert.Fail($"{page}: no test can run '{type.Line}'.");
                return;
        }
    }

    /// <summary>Follows a command that serves a site: its reader looks at the first page, and presses Ctrl+C.</summary>
    private static void Open(string page, TemporaryPack folder, GuideStep.Type type, string[] args)
    {
        using var running = RunningQuarterdeck.StartIn(folder.Path, new Dictionary<string, string?>(), args);
        using var first = running.Reader.GetAsync(running.Address, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        var answer = running.Interrupt();

        Assert.True(
            first.IsSuccessStatusCode && answer.Exit == 0,
            $"{page}: '{type.Line}' answers {(int)first.StatusCode} and ended with {answer.Exit}: {answer.Said}");
        Assert.All(type.Shown, line => Assert.Contains(line, running.Address + answer.Data + answer.Said, StringComparison.Ordinal));
    }

    /// <summary>Words as a shell parts them: at spaces, but not within double quotation marks.</summary>
    private static string[] Words(string line) =>
        [.. line.Split('"').SelectMany((part, at) => at % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
