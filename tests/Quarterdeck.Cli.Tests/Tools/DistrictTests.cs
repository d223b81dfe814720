using Quarterdeck.Cli.Tests.Programs;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Cli.Tests.Tools;

/// <summary>The sample that a tool makes up.</summary>
public sealed class DistrictTests
{
    [Fact]
    public void The_tool_makes_the_same_bytes_again()
    {
        using var folder = new TemporaryPack();

        var answer = OtherProgram.Run(
            Environment.ProcessPath!,
            Samples.Repository,
            new Dictionary<string, string?> { ["DOTNET_NOLOGO"] = "1" },
            ["run", "--file", "tools/district.cs", "--", folder.Path]);

        Assert.True(answer.Exit == 0, answer.Said + answer.Data);
        var kept = Samples.Folder(Samples.District);
        var made = folder[Samples.District];
        Assert.Equal(Names(kept), Names(made));
        Assert.All(Names(kept), name => Assert.Equal(File.ReadAllText(Path.Combine(kept, name)), File.ReadAllText(Path.Combine(made, name))));
    }

    [Fact]
    public void An_honest_pack_raises_no_error_and_no_warning()
    {
        var answer = QuarterdeckInProcess.Run(["check", Samples.Folder(Samples.District), "--today", "2025-11-20"]);

        Assert.True(answer.Exit == 0, answer.Data);
        Assert.DoesNotContain("warning:", answer.Data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dashboard")]
    [InlineData("quarterly")]
    [InlineData("cover")]
    public void Its_reports_can_be_published(string report)
    {
        using var folder = new TemporaryPack();

        var sample = Samples.Folder(Samples.District);
        var answer = QuarterdeckInProcess.Run(["publish", sample, "--report", report, "--out", folder["out"], "--formats", "html,csv"]);

        Assert.True(answer.Exit == 0, answer.Said + answer.Data);
    }

    private static List<string> Names(string folder) =>
        [.. Directory.GetFiles(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
}
