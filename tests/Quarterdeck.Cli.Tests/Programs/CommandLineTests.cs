using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Cli.Tests.Programs;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData(2, "There is no command 'nonsense'.\nSee: quarterdeck --help", "nonsense")]
    [InlineData(2, "See: quarterdeck rate --help", "rate")]
    [InlineData(2, "See: quarterdeck rate --help", "rate", "here", "--format", "yaml")]
    [InlineData(2, "'Smarch' is not a month", "rate", "here", "--as-at", "Smarch")]
    [InlineData(2, "'tomorrow' is not a date", "check", "here", "--today", "tomorrow")]
    [InlineData(2, "--out", "publish", "here")]
    [InlineData(2, "See: quarterdeck audit verify --help", "audit", "verify", "--format", "json")]
    [InlineData(2, "See: quarterdeck audit --help", "audit")]
    [InlineData(2, "'yesterday' is not a day or a moment", "export", "here", "--as-at", "yesterday")]
    [InlineData(2, "No store is named", "export", "here")]
    [InlineData(2, "No store is named", "audit", "show")]
    [InlineData(2, "No store is named", "doctor")]
    [InlineData(2, "No store is named", "backup", "here")]
    [InlineData(2, "'none' is not a number of backups", "backup", "here", "--keep", "none")]
    [InlineData(2, "A copy needs two stores", "copy", "--from", "here.db")]
    [InlineData(2, "--reason", "erase", "--table", "posts", "--key", "A", "--author", "A")]
    [InlineData(3, "There is no store at 'not-there.db'", "doctor", "--store", "not-there.db")]
    [InlineData(3, "There is no store at 'not-there.db'", "backup", "here", "--store", "not-there.db")]
    [InlineData(3, "There is no store at 'not-there.db'", "restore", "not-there.db", "--store", "here.db")]
    [InlineData(3, "There is no store at 'not-there.db'", "copy", "--from", "not-there.db", "--to", "here.db")]
    [InlineData(3, "There is no store at 'not-there.db'", "migrate", "--store", "not-there.db")]
    [InlineData(2, "needs --author and --reason", "import", "here", "--store", "here.db", "--author", "A")]
    [InlineData(3, "There is no store at 'not-there.db'", "export", "here", "--store", "not-there.db")]
    [InlineData(3, "There is no store at 'not-there.db'", "audit", "verify", "--store", "not-there.db")]
    [InlineData(3, "There is no pack at 'not-there'", "import", "not-there", "--store", "here.db", "--dry-run")]
    [InlineData(3, "There is no pack at 'not-there'", "rate", "not-there")]
    [InlineData(3, "There is no pack at 'not-there'", "reconcile", "not-there")]
    [InlineData(3, "There is no pack at 'not-there'", "check", "not-there")]
    [InlineData(3, "There is no pack at 'not-there'", "publish", "not-there", "--out", "nowhere")]
    public void A_wrong_use_is_told_from_what_could_not_be_done(int exit, string says, params string[] args)
    {
        var answer = QuarterdeckInProcess.Run(args);

        Assert.Equal(exit, answer.Exit);
        Assert.Contains(says, answer.Said, StringComparison.Ordinal);
        Assert.Empty(answer.Data);
    }

    [Fact]
    public void Nothing_asked_shows_the_help_where_complaints_go()
    {
        var answer = QuarterdeckProcess.Run();

        Assert.Equal(2, answer.Exit);
        Assert.Empty(answer.Data);
        Assert.Contains("rate <PACK>", answer.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("rate")]
    [InlineData("check")]
    [InlineData("reconcile")]
    [InlineData("publish")]
    [InlineData("demo")]
    [InlineData("serve")]
    [InlineData("import")]
    [InlineData("export")]
    [InlineData("audit")]
    [InlineData("audit", "show")]
    [InlineData("audit", "verify")]
    [InlineData("doctor")]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("copy")]
    [InlineData("migrate")]
    [InlineData("erase")]
    public void Every_help_has_an_example(params string[] command)
    {
        var answer = QuarterdeckInProcess.Run([.. command, "--help"]);

        Assert.Equal(0, answer.Exit);
        Assert.Matches(@"Examples?:\n  quarterdeck \w+", answer.Data);
        Assert.Empty(answer.Said);
    }

    [Fact]
    public void The_version_is_a_number_alone()
    {
        var answer = QuarterdeckProcess.Run("--version");

        Assert.Equal(0, answer.Exit);
        Assert.Matches(@"^\d+\.\d+\.\d+\r?\n$", answer.Data);
    }

    [Fact]
    public void The_reference_pages_are_what_the_program_writes()
    {
        var answer = QuarterdeckInProcess.Run(["reference", Path.Combine(Samples.Repository, "docs", "reference"), "--verify"]);

        Assert.Equal(string.Empty, answer.Said);
        Assert.Equal(0, answer.Exit);
    }

    [Fact]
    public void A_reference_page_that_drifted_is_named()
    {
        using var folder = new TemporaryPack();
        Assert.Equal(0, QuarterdeckInProcess.Run(["reference", folder.Path]).Exit);
        File.AppendAllText(folder["command-line.md"], "by hand");

        var answer = QuarterdeckInProcess.Run(["reference", folder.Path, "--verify"]);

        Assert.Equal(1, answer.Exit);
        Assert.Contains("command-line.md", answer.Said, StringComparison.Ordinal);
    }
}
