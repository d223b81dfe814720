using System.Text.Json;
using Microsoft.Data.Sqlite;
using Quarterdeck.Cli.Tests.Programs;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Cli.Tests.Store;

/// <summary>What IT does with a store, with real second processes and real disks.</summary>
public sealed class StoreCareTests : IDisposable
{
    private readonly TemporaryPack _folder = new();

    private string Store => _folder["store.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_second_process_that_writes_is_told_so_and_readers_and_backups_go_on()
    {
        Import();
        using var other = new SqliteConnection($"Data Source={Store};Pooling=False");
        other.Open();
        using var writing = other.BeginTransaction(deferred: false);

        var written = QuarterdeckProcess.Run("import", Samples.Folder(Samples.First), "--store", Store, "--author", "A", "--reason", "R");
        var read = QuarterdeckProcess.Run("export", _folder["pack"], "--store", Store);
        var saved = QuarterdeckProcess.Run("backup", _folder["backup"], "--store", Store);

        Assert.Equal(3, written.Exit);
        Assert.Contains("is being written to by another program", written.Said, StringComparison.Ordinal);
        Assert.Equal((0, 0), (read.Exit, saved.Exit));
        writing.Rollback();
        Assert.Equal(0, QuarterdeckProcess.Run("import", Samples.Folder(Samples.First), "--store", Store, "--author", "A", "--reason", "R").Exit);
    }

    [Fact]
    public void Many_processes_that_write_at_once_each_write_all_or_nothing()
    {
        Import();

        var answers = Enumerable.Range(0, 4).AsParallel().WithDegreeOfParallelism(4)
            .Select(at => QuarterdeckProcess.Run(
                "import", Samples.Folder(Samples.First), "--store", Store, "--author", "A", "--reason", "R", "--organisation", $"other-{at}")).ToList();

        Assert.All(
            answers,
            answer => Assert.True(answer.Exit == 0 || answer.Said.Contains("is being written to by another program", StringComparison.Ordinal), answer.Said));
        var records = Doctor(QuarterdeckProcess.Run)
            .EnumerateArray()
            .Where(each => each.GetProperty("subject").GetString()!.StartsWith("record of other", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(answers.Count(answer => answer.Exit == 0), records.Count);
        Assert.All(records, each => Assert.StartsWith("1 changes", each.GetProperty("found").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_store_on_a_disk_that_may_only_be_read_is_read_and_not_written_to()
    {
        Import();
        using var disk = SmallDisk.Mount(_folder.Path, "read-only", 8);
        File.Copy(Store, disk["store.db"]);
        disk.Remount("ro");

        var (exported, shown, verified, looked) = (
            Run("export", _folder["pack"], "--store", disk["store.db"]),
            Run("audit", "show", "--store", disk["store.db"]),
            Run("audit", "verify", "--store", disk["store.db"]),
            Run("doctor", "--store", disk["store.db"]));
        var (saved, written) = (
            Run("backup", _folder["backup"], "--store", disk["store.db"]),
            Run("import", Samples.Folder(Samples.First), "--store", disk["store.db"], "--author", "A", "--reason", "R"));

        Assert.Equal((0, 0, 0, 0, 0), (exported.Exit, shown.Exit, verified.Exit, looked.Exit, saved.Exit));
        Assert.Equal(3, written.Exit);
        Assert.Contains("is read-only", written.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_backup_that_finds_no_room_leaves_the_one_before()
    {
        Import();
        using var disk = SmallDisk.Mount(_folder.Path, "small", 1);
        Assert.Equal(0, Run("backup", disk["figures.backup"], "--store", Store).Exit);
        File.WriteAllBytes(disk["filler"], new byte[600 * 1024]);

        var answer = Run("backup", disk["figures.backup"], "--store", Store, "--overwrite");

        Assert.Equal(3, answer.Exit);
        Assert.Contains("no space left", answer.Said, StringComparison.Ordinal);
        Assert.Equal(["figures.backup", "filler"], Directory.GetFiles(disk.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(0, Run("restore", disk["figures.backup"], "--store", _folder["restored.db"]).Exit);
    }

    [Fact]
    public void The_doctor_finds_nothing_wrong_with_a_sound_store_and_changes_nothing()
    {
        Import();
        var before = File.ReadAllBytes(Store);

        var found = Doctor(Run);

        Assert.All(found.EnumerateArray(), each => Assert.Equal("ok", each.GetProperty("health").GetString()));
        Assert.Equal(
            ["engine", "schema", "settings", "log", "disk", "integrity", "record of main"],
            found.EnumerateArray().Select(each => each.GetProperty("subject").GetString()));
        Assert.Equal(before, File.ReadAllBytes(Store));
    }

    [Fact]
    public void The_doctor_finds_a_broken_record_a_clock_put_back_and_a_damaged_page_and_says_how_to_mend_it()
    {
        Import();
        var back = QuarterdeckInProcess.Run(["doctor", "--store", Store], today: new DateOnly(2025, 11, 1));
        Force("UPDATE organisation SET last_hash = x'00'");
        var broken = Run("doctor", "--store", Store);
        SqliteConnection.ClearAllPools();
        File.Delete(Store + "-wal");
        var bytes = File.ReadAllBytes(Store);
        File.WriteAllBytes(Store, [.. bytes.Select((value, at) => at < bytes.Length / 2 ? value : (byte)0xAA)]);
        var damaged = Run("doctor", "--store", Store);

        Assert.Equal((1, 1, 1), (back.Exit, broken.Exit, damaged.Exit));
        Assert.Matches("clock +fault .*Correct the clock", back.Data);
        Assert.Matches("record of main +fault +broken at change 1", broken.Data);
        Assert.Matches("integrity +fault .*restore the last backup", damaged.Data);
    }

    [Fact]
    public void Erasing_is_asked_first_done_and_recorded()
    {
        Import();
        string[] ask = [
            "erase", "--store", Store, "--table", "posts", "--key", "FIN||responsible-officer|", "--author", "Data protection officer", "--reason", "Request 17"
        ];

        var inForce = Run(ask);
        Run("import", Samples.Folder(Samples.First), "--store", Store, "--author", "A", "--reason", "R");
        var dry = Run([.. ask, "--dry-run"]);
        var done = Run(ask);
        var shown = Run("audit", "show", "--store", Store, "--format", "csv");

        Assert.Equal((3, 0, 0), (inForce.Exit, dry.Exit, done.Exit));
        Assert.Contains("is current", inForce.Said, StringComparison.Ordinal);
        Assert.Contains("This would erase it in version 1 of the row", dry.Said, StringComparison.Ordinal);
        Assert.Contains("Erased in version 1 of the row, and recorded as change 3", done.Said, StringComparison.Ordinal);
        Assert.Matches(@"posts,FIN\|\|responsible-officer\|,added,,row \[erased\]", shown.Data);
        Assert.DoesNotContain("holder Interim Director of Finance", shown.Data, StringComparison.Ordinal);
        Assert.Contains("Data protection officer,Request 17,erase,posts,FIN||responsible-officer|,erased", shown.Data, StringComparison.Ordinal);
        Assert.Contains("records it: 1.", Run("audit", "verify", "--store", Store).Data, StringComparison.Ordinal);
    }

    private void Import() => Assert.Equal(0, Run("import", Samples.Folder(Samples.Latest), "--store", Store, "--author", "A", "--reason", "R").Exit);

    private static Answer Run(params string[] args) => QuarterdeckInProcess.Run(args);

    /// <param name="run">In the process of the test, whose clock stands still, or in one of its own.</param>
    private JsonElement Doctor(Func<string[], Answer> run)
    {
        var answer = run(["doctor", "--store", Store, "--format", "json"]);
        Assert.True(answer.Exit == 0, answer.Said + answer.Data);
        using var json = JsonDocument.Parse(answer.Data);
        return json.RootElement.Clone();
    }

    private void Force(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Store};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
