using Quarterdeck.Cli.Tests.Programs;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Cli.Tests.Store;

public sealed class StoreCommandTests : IDisposable
{
    private readonly TemporaryPack _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_dry_run_changes_nothing_and_says_what_the_import_then_says()
    {
        Import(Samples.Folder(Samples.Latest));
        Change("FN06,2025-10,", "FN06,2025-10,55.5");

        var dry = Run("import", _folder["pack"], "--store", Store, "--dry-run", "--format", "csv");
        var done = Run("import", _folder["pack"], "--store", Store, "--author", "Analyst", "--reason", "Late return", "--format", "csv");

        Assert.Equal(0, dry.Exit);
        Assert.Equal(
            "table,key,change,before,after\r\n".ReplaceLineEndings(),
            dry.Data.ReplaceLineEndings().Split(Environment.NewLine)[0] + Environment.NewLine);
        Assert.Contains("results,FN06|2025-10|,changed,", dry.Data, StringComparison.Ordinal);
        Assert.Equal(dry.Data, done.Data);
        Assert.Contains("results: 1 changed.", dry.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("Recorded", dry.Said, StringComparison.Ordinal);
        Assert.Contains("Recorded as change 2 at 2025-11-26T12:00:00Z.", done.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_makes_no_store()
    {
        var answer = Run("import", Samples.Folder(Samples.Latest), "--store", Store, "--dry-run");

        Assert.Equal(0, answer.Exit);
        Assert.Contains("added", answer.Said, StringComparison.Ordinal);
        Assert.False(File.Exists(Store));
    }

    [Fact]
    public void The_same_pack_again_writes_nothing()
    {
        Import(Samples.Folder(Samples.Latest));

        var again = Import(Samples.Folder(Samples.Latest));

        Assert.Equal(string.Empty, again.Data);
        Assert.Contains("Nothing changes", again.Said, StringComparison.Ordinal);
        Assert.Contains("The record is complete: 1 changes", Run("audit", "verify", "--store", Store).Data, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_with_an_error_is_refused_whole()
    {
        Import(Samples.Folder(Samples.Latest));
        Change("FN06,2025-10,", "FN06,2025-10,1.2.3");

        var answer = Run("import", _folder["pack"], "--store", Store, "--author", "Analyst", "--reason", "Late return");

        Assert.Equal(3, answer.Exit);
        Assert.Contains("1.2.3", answer.Data, StringComparison.Ordinal);
        Assert.Contains("The record is complete: 1 changes", Run("audit", "verify", "--store", Store).Data, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_a_pack_adds_to_what_is_kept_or_withdraws_the_rest()
    {
        Import(Samples.Folder(Samples.Latest));
        Change("FN06,2025-10,", "FN06,2025-10,55.5");
        File.WriteAllLines(
            _folder["pack/results.csv"],
            File.ReadAllLines(_folder["pack/results.csv"]).Where((line, at) => at == 0 || line.StartsWith("FN06,2025-10,", StringComparison.Ordinal)));

        var kept = Run("import", _folder["pack"], "--store", Store, "--dry-run", "--keep-missing");
        var withdrawn = Run("import", _folder["pack"], "--store", Store, "--dry-run");

        Assert.Equal("results: 1 changed.", kept.Said.Split('\n')[^2]);
        Assert.Matches(@"results: \d+ withdrawn", withdrawn.Said);
    }

    [Fact]
    public void What_is_kept_must_agree_with_what_is_added()
    {
        Import(Samples.Folder(Samples.Latest));
        using var small = new TemporaryPack(
            ("settings", "key,value\nfinancial_year_start,1"),
            ("indicators", "ref,title,kind,frequency,calendar\nFN06,Invoices paid on time,kpi,quarter,financial"),
            ("results", "ref,period,value\nFN06,2025-12,97"));

        var answer = Run("import", small.Path, "--store", Store, "--author", "Analyst", "--reason", "Quarterly now", "--keep-missing");

        Assert.Equal(3, answer.Exit);
        Assert.Contains("does not fit the rows that the store would keep", answer.Said, StringComparison.Ordinal);
        Assert.Contains("The record is complete: 1 changes", Run("audit", "verify", "--store", Store).Data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pack-out")]
    [InlineData("pack-out.zip")]
    public void An_export_is_a_pack_that_rates_and_imports_alike(string to)
    {
        Import(Samples.Folder(Samples.First));

        var exported = Run("export", _folder[to], "--store", Store);

        Assert.Equal(0, exported.Exit);
        Assert.Equal(Run("rate", Samples.Folder(Samples.First), "--format", "json").Data, Run("rate", _folder[to], "--format", "json").Data);
        Assert.Contains("Nothing changes", Import(_folder[to]).Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_comes_out_as_it_was_known_on_a_day()
    {
        Import(Samples.Folder(Samples.Latest), new DateOnly(2025, 11, 3));
        Change("FN06,2025-10,", "FN06,2025-10,55.5");
        Import(_folder["pack"], new DateOnly(2025, 11, 20));

        Assert.Equal(0, Run("export", _folder["then"], "--store", Store, "--as-at", "2025-11-19").Exit);
        Assert.Equal(0, Run("export", _folder["noon"], "--store", Store, "--as-at", "2025-11-20T12:00Z").Exit);
        var before = Run("export", _folder["before"], "--store", Store, "--as-at", "2025-11-02");

        Assert.DoesNotContain("FN06,2025-10,55.5", File.ReadAllText(_folder["then/results.csv"]), StringComparison.Ordinal);
        Assert.Contains("FN06,2025-10,55.5", File.ReadAllText(_folder["noon/results.csv"]), StringComparison.Ordinal);
        Assert.Equal((3, "Nothing had been recorded for the organisation 'main' by then.\n"), (before.Exit, before.Said));
    }

    [Fact]
    public void The_audit_says_who_changed_what_when_and_why()
    {
        Import(Samples.Folder(Samples.Latest));
        Change("FN06,2025-10,", "FN06,2025-10,55.5");
        Run("import", _folder["pack"], "--store", Store, "--author", "Head of Finance", "--reason", "Two invoices counted twice");

        var shown = Run("audit", "show", "--store", Store, "--ref", "FN06", "--format", "csv");

        var last = shown.Data.TrimEnd().Split('\n')[^1].TrimEnd();
        Assert.Matches(
            @"^2,2025-11-26T12:00:00Z,Head of Finance,Two invoices counted twice,pack,results,FN06\|2025-10\|,changed,value [0-9.]+,value 55\.5$",
            last);
        Assert.All(shown.Data.TrimEnd().Split('\n').Skip(1), line => Assert.Contains("FN06", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Organisations_share_a_store_and_nothing_in_it()
    {
        Run("import", Samples.Folder(Samples.Latest), "--store", Store, "--author", "A", "--reason", "R", "--organisation", "north");
        Run("import", Samples.Folder(Samples.First), "--store", Store, "--author", "A", "--reason", "R", "--organisation", "south");

        Assert.Equal(0, Run("export", _folder["south"], "--store", Store, "--organisation", "south").Exit);
        Assert.Equal(3, Run("export", _folder["none"], "--store", Store).Exit);
        Assert.Equal(File.ReadAllLines(Path.Combine(Samples.Folder(Samples.First), "areas.csv")).Length, File.ReadAllLines(_folder["south/areas.csv"]).Length);
    }

    [Fact]
    public void The_sqlite_that_comes_along_is_the_one_that_is_used()
    {
        var variables = new Dictionary<string, string?> { ["QUARTERDECK_STORE"] = Store };

        var imported = QuarterdeckProcess.RunAs(variables, null, "import", Samples.Folder(Samples.Latest), "--author", "A", "--reason", "R");
        var verified = QuarterdeckProcess.RunAs(variables, null, "audit", "verify");

        Assert.Contains("Recorded as change 1", imported.Said, StringComparison.Ordinal);
        Assert.Contains("The record is complete: 1 changes", verified.Data, StringComparison.Ordinal);
        Assert.Matches(@"SQLite 3\.(5[3-9]|[6-9]\d)\.\d+, file .*store\.db", verified.Said);
    }

    [Fact]
    public void A_store_may_be_named_by_the_environment_and_its_password_is_never_said()
    {
        var variables = new Dictionary<string, string?> { ["QUARTERDECK_STORE"] = "postgresql://council:hunter2@127.0.0.1:1/figures" };

        var answer = QuarterdeckProcess.RunAs(variables, null, "audit", "verify");

        Assert.Equal(3, answer.Exit);
        Assert.Contains("127.0.0.1:1/figures, cannot be reached", answer.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", answer.Said + answer.Data, StringComparison.Ordinal);
    }

    private string Store => _folder["store.db"];

    private Answer Import(string pack, DateOnly? today = null) =>
        QuarterdeckInProcess.Run(["import", pack, "--store", Store, "--author", "Performance team", "--reason", "Monthly return"], today: today);

    private static Answer Run(params string[] args) => QuarterdeckInProcess.Run(args);

    /// <summary>A copy of what is stored in the folder pack, with another beginning for one line of its results.</summary>
    private void Change(string line, string instead)
    {
        Run("export", _folder["pack"], "--store", Store);
        var lines = File.ReadAllLines(_folder["pack/results.csv"]);
        var at = Array.FindIndex(lines, each => each.StartsWith(line, StringComparison.Ordinal));
        var rest = lines[at][line.Length..];
        lines[at] = instead + rest[(rest.IndexOf(',', StringComparison.Ordinal) is var comma and >= 0 ? comma : rest.Length)..];
        File.WriteAllLines(_folder["pack/results.csv"], lines);
    }
}
