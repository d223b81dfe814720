using System.Text.Json.Nodes;
using Quarterdeck.Cli.Tests.Programs;
using Quarterdeck.Packs.Reading;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Pictures;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Cli.Tests.Store;

/// <summary>Every command that reads a pack reads a store alike.</summary>
public sealed class StoreInPlaceOfPackTests : IDisposable
{
    private readonly TemporaryPack _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Samples.Latest, "rate")]
    [InlineData(Samples.Latest, "check", "--today", "2025-11-26")]
    [InlineData(Samples.Latest, "reconcile")]
    [InlineData(Samples.First, "rate", "--as-at", "2011-09")]
    [InlineData(Samples.First, "check", "--today", "2025-11-26")]
    [InlineData(Samples.First, "reconcile")]
    public void A_store_gives_the_answers_of_its_pack(string sample, params string[] command)
    {
        Import(Samples.Folder(sample));

        var ofPack = Run([command[0], Samples.Folder(sample), .. command[1..], "--format", "json"]);
        var ofStore = Run([.. command, "--store", Store, "--format", "json"]);

        Assert.Equal(ofPack.Exit, ofStore.Exit);
        Assert.Equal(Records(sample, ofPack.Data), Records(sample, ofStore.Data));
        if (command[0] != "check")
        {
            // The last line counts: what is rated how, what agrees.
            Assert.Equal(ofPack.Said.TrimEnd().Split('\n')[^1], ofStore.Said.TrimEnd().Split('\n')[^1]);
        }
    }

    [Fact]
    public void A_draft_from_a_store_is_the_publication_of_its_pack_to_the_byte()
    {
        File.WriteAllBytes(_folder["logo.png"], TestPng.Plain(40, 20, 0, 60, 120));
        CopySample();
        File.AppendAllText(_folder["pack/settings.csv"], "brand.logo,logo.png\nbrand.logo_alt,Test Council\n");
        File.Move(_folder["logo.png"], _folder["pack/logo.png"]);
        Import(_folder["pack"]);

        Run("publish", _folder["pack"], "--out", _folder["of-pack"]);
        var drafted = Run("publish", "--store", Store, "--draft", "--out", _folder["of-store"]);

        Assert.Equal(0, drafted.Exit);
        var files = Directory.GetFiles(_folder["of-pack"], "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_folder["of-pack"], file))
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.True(files.Count > 20);
        Assert.Equal(files, Directory.GetFiles(_folder["of-store"], "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_folder["of-store"], file))
            .Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.True(
            File.ReadAllBytes(Path.Combine(_folder["of-pack"], file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(_folder["of-store"], file))),
            file));
        Assert.Contains("Nothing was published", Run("publications", "--store", Store).Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_logo_goes_in_and_out_with_its_pack()
    {
        CopySample();
        File.AppendAllText(_folder["pack/settings.csv"], "brand.logo,logo.png\nbrand.logo_alt,Test Council\n");
        File.WriteAllBytes(_folder["pack/logo.png"], TestPng.Plain(40, 20, 0, 60, 120));
        Import(_folder["pack"]);

        Run("export", _folder["out"], "--store", Store);

        Assert.True(File.Exists(_folder["out/logo.png"]));
        Assert.Contains("Nothing changes", Import(_folder["out"]).Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_says_what_it_knew_then()
    {
        Import(Samples.Folder(Samples.Latest), new DateOnly(2025, 11, 3));
        CopySample();
        File.WriteAllText(
            _folder["pack/results.csv"],
            File.ReadAllText(_folder["pack/results.csv"]).Replace("FN06,2025-10,27%", "FN06,2025-10,55.5%", StringComparison.Ordinal));
        Import(_folder["pack"], new DateOnly(2025, 11, 20));

        Assert.Contains("27%", Run("rate", "--store", Store, "--known-at", "2025-11-19", "--only", "FN06").Data, StringComparison.Ordinal);
        Assert.Contains("55.5%", Run("rate", "--store", Store, "--only", "FN06").Data, StringComparison.Ordinal);
        Assert.Equal(
            (3, "Nothing had been recorded for the organisation 'main' by then.\n"),
            Run("rate", "--store", Store, "--known-at", "2025-11-01") is var none ? (none.Exit, none.Said) : default);
    }

    [Theory]
    [InlineData("a pack or a store, not both", "rate", "PACK", "--store", "x.db")]
    [InlineData("--known-at only works with a store", "check", "PACK", "--known-at", "2025-11-01")]
    [InlineData("a pack remembers nothing", "publish", "PACK", "--out", "OUT", "--correction")]
    public void What_does_not_go_together_is_told(string said, params string[] command)
    {
        var answer = Run([.. command.Select(word => word switch { "PACK" => Samples.Folder(Samples.Latest), "OUT" => _folder["out"], _ => word })]);

        Assert.Equal(2, answer.Exit);
        Assert.Contains(said, answer.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_publication_needs_a_name_and_a_reason_and_says_what_became_of_it()
    {
        Import(Samples.Folder(Samples.Latest));

        var nameless = Run("publish", "--store", Store, "--out", _folder["out"]);
        var published = Run(
            "publish", "--store", Store, "--report", "cover", "--formats", "html", "--author", "A", "--reason", "November meeting", "--out", _folder["out"]);
        var again = Run("reissue", "COVER-2025-10", "--store", Store, "--formats", "html,docx", "--out", _folder["again"]);
        var nothing = Run(
            "publish", "--store", Store, "--report", "cover", "--formats", "html", "--author", "A", "--reason", "A correction of nothing", "--correction",
            "--out", _folder["nothing"]);
        var unknown = Run("reissue", "cover", "--store", Store, "--out", _folder["again"]);

        Assert.Equal(2, nameless.Exit);
        Assert.Contains("needs --author and --reason", nameless.Said, StringComparison.Ordinal);
        Assert.Contains("cover-2025-10: published.\n", published.Said, StringComparison.Ordinal);
        Assert.Contains("warnings and", published.Said, StringComparison.Ordinal);
        Assert.EndsWith(
            "cover-2025-10: the same as published on 2025-11-26, byte for byte. The files were made again and are the same.\n",
            again.Said,
            StringComparison.Ordinal);
        Assert.Contains(
            "cover-2025-10: the same as published on 2025-11-26, byte for byte, so there is nothing to correct.\n",
            nothing.Said,
            StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(_folder["out/cover.html"]), File.ReadAllBytes(_folder["again/cover.html"]));
        Assert.Contains("Published on", File.ReadAllText(_folder["out/cover.html"]), StringComparison.Ordinal);
        Assert.Equal(2, unknown.Exit);
        Assert.Contains("The last was cover-2025-10.", unknown.Said, StringComparison.Ordinal);
        Assert.Contains("November meeting", Run("publications", "--store", Store).Data, StringComparison.Ordinal);
    }

    private string Store => _folder["store.db"];

    private Answer Import(string pack, DateOnly? today = null) =>
        QuarterdeckInProcess.Run(["import", pack, "--store", Store, "--author", "Performance team", "--reason", "Monthly return"], today: today);

    private static Answer Run(params string[] args) => QuarterdeckInProcess.Run(args);

    private void CopySample()
    {
        Directory.CreateDirectory(_folder["pack"]);
        foreach (var file in Directory.GetFiles(Samples.Folder(Samples.Latest)))
        {
            File.Copy(file, _folder["pack/" + Path.GetFileName(file)]);
        }
    }

    /// <summary>
    /// Each record as text. Findings name the row of a file, and a store has rows of its own; what reading found in a text as typed is
    /// gone once it is stored as read.
    /// </summary>
    private static List<string> Records(string sample, string json)
    {
        var read = PackReader.Read(Samples.Folder(sample)).Findings.Select(finding => finding.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. JsonNode.Parse(json)!.AsArray()
                .Select(record => record!.AsObject())
                .Where(record => !read.Contains((string?)record["code"] ?? string.Empty))
                .Select(record =>
            {
                record.Remove("row");
                return record.ToJsonString();
            }),
        ];
    }
}
