using System.Security.Cryptography;
using System.Text.Json;
using Quarterdeck.Cli.Tests.Programs;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Cli.Tests.Publications;

public sealed class PublishTests
{
    private static readonly string Sample = Samples.Folder(Samples.Latest);

    [Fact]
    public void Every_file_is_in_the_manifest_with_its_fingerprint()
    {
        using var folder = new TemporaryPack();

        var answer = QuarterdeckProcess.Run("publish", Sample, "--report", "dashboard", "--out", folder["out"], "--formats", "html,json");

        Assert.Equal(0, answer.Exit);
        var files = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder["out"], "manifest.json"))).RootElement.GetProperty("files")
            .EnumerateArray()
            .ToList();
        Assert.Equal(["dashboard.html", "dashboard.json"], files.Select(file => file.GetProperty("name").GetString()));
        Assert.All(files, file => Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder["out"], file.GetProperty("name").GetString()!)))),
            file.GetProperty("sha256").GetString()));
        Assert.Equal(3, Directory.GetFiles(folder["out"]).Length);
    }

    [Theory]
    [InlineData("No report of the pack is called 'nope'", "--report", "nope")]
    [InlineData("No format is called 'papyrus'", "--formats", "papyrus")]
    public void A_wrong_wish_is_refused_and_nothing_written(string says, params string[] options)
    {
        using var folder = new TemporaryPack();

        var answer = QuarterdeckInProcess.Run(["publish", Sample, "--out", folder["out"], .. options]);

        Assert.Equal(2, answer.Exit);
        Assert.Contains(says, answer.Said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_pack_with_errors_is_not_published()
    {
        using var pack = new TemporaryPack(("settings", "key,value"), ("indicators", "title\nNo reference"), ("results", "ref,period,value"));

        var answer = QuarterdeckInProcess.Run(["publish", pack.Path, "--out", pack["out"]]);

        Assert.Equal(3, answer.Exit);
        Assert.Contains("missing-column", answer.Data, StringComparison.Ordinal);
        Assert.False(Directory.Exists(pack["out"]));
    }

    [Fact]
    public void The_demo_writes_the_files_of_every_sample_and_says_where_to_look()
    {
        using var folder = new TemporaryPack();

        var answer = QuarterdeckProcess.RunIn(folder.Path, "demo", "--out", "demo", "--files-only");

        Assert.Equal(0, answer.Exit);
        var pages = answer.Data.TrimEnd().Split('\n');
        Assert.Equal(11, pages.Length);
        Assert.All(pages, page => Assert.True(new FileInfo(page).Length > 10_000, page));
    }
}
