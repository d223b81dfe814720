using System.IO.Compression;
using Quarterdeck.Cli.Tests.Programs;
using Quarterdeck.TestKit.Packs;

namespace Quarterdeck.Cli.Tests.Publications;

/// <summary>From the command line, an error stops a publication of a pack until it is accepted by name.</summary>
public sealed class AcceptErrorTests
{
    private static readonly (string, string)[] Tables =
    [
        ("settings", "key,value\norganisation,Test Council"),
        ("indicators", "ref,title,kind,unit,polarity,frequency,ytd\nA1,Calls answered,kpi,percent,higher,month,none"),
        ("targets", "ref,from,to,target,floor\nA1,2025-04,2026-03,90,80"),
        ("results", "ref,period,value\nA1,2025-04,91.4\nA1,2025-05,92"),
        ("commentary", "round,kind,refs,text\n2025-05,commentary,A1,See [the page](#)."),
    ];

    [Fact]
    public void Without_a_decision_nothing_is_written_and_the_way_on_is_told()
    {
        using var pack = new TemporaryPack(Tables);
        using var folder = new TemporaryPack();

        var answer = QuarterdeckInProcess.Run(["publish", pack.Path, "--out", folder["out"], "--formats", "csv"]);

        Assert.Equal(1, answer.Exit);
        Assert.Contains("error: A1, commentary.csv, row 2, column text [dead-link]", answer.Data, StringComparison.Ordinal);
        Assert.Contains("--accept dead-link:A1 --reason", answer.Said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Fact]
    public void An_accepted_error_is_kept_in_the_folder_so_that_the_next_publication_needs_no_flag()
    {
        using var pack = new TemporaryPack(Tables);
        using var folder = new TemporaryPack();

        var first = QuarterdeckInProcess.Run(
            ["publish", pack.Path, "--out", folder["out"], "--formats", "csv", "--accept", "dead-link:A1", "--reason", "The page moves next week"]);
        var second = QuarterdeckInProcess.Run(["publish", pack.Path, "--out", folder["again"], "--formats", "csv"]);
        var check = QuarterdeckInProcess.Run(["check", pack.Path, "--today", "2025-06-10"]);

        Assert.Equal((0, 0, 0), (first.Exit, second.Exit, check.Exit));
        Assert.Contains("dead-link,A1,accepted,The page moves next week", File.ReadAllText(Path.Combine(pack.Path, "checks.csv")), StringComparison.Ordinal);
        Assert.Contains("Accepted: The page moves next week", check.Data, StringComparison.Ordinal);
        Assert.Contains("\"reason\": \"The page moves next week\"", File.ReadAllText(Path.Combine(folder["again"], "manifest.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_in_a_file_is_not_written_to_and_the_row_to_write_is_told()
    {
        using var pack = new TemporaryPack(Tables);
        using var folder = new TemporaryPack();
        ZipFile.CreateFromDirectory(pack.Path, folder["pack.zip"]);

        var answer = QuarterdeckInProcess.Run(
            ["publish", folder["pack.zip"], "--out", folder["out"], "--formats", "csv", "--accept", "dead-link:A1", "--reason", "Known"]);

        Assert.Equal(2, answer.Exit);
        Assert.Contains("dead-link, A1, accepted, Known", answer.Said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Fact]
    public void Every_finding_is_listed_as_JSON_and_with_all_as_text()
    {
        var rows = string.Join('\n', Enumerable.Range(1, 12).SelectMany(month => new[] { 2023, 2024 }.Select(year => $"A1,{year}-{month:00},ninety")));
        using var pack = new TemporaryPack(Tables[0], Tables[1], ("results", "ref,period,value\n" + rows));

        var text = QuarterdeckInProcess.Run(["check", pack.Path]).Data;
        var all = QuarterdeckInProcess.Run(["check", pack.Path, "--all"]).Data;
        var json = QuarterdeckInProcess.Run(["check", pack.Path, "--format", "json"]).Data;

        Assert.Equal((21, 24, 24), (Count(text), Count(all), Count(json)));
        Assert.Contains("And 4 more of the same kind.", text, StringComparison.Ordinal);
        Assert.Contains("Expected: ", all, StringComparison.Ordinal);

        static int Count(string answer) => answer.Split("not-a-number").Length - 1;
    }
}
