using Microsoft.Data.Sqlite;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Backups;
using Quarterdeck.Storage.Migrations;
using Quarterdeck.Storage.Sqlite;
using Quarterdeck.Storage.Tests.Ledger;
using Quarterdeck.Storage.Tests.PostgreSql;
using Quarterdeck.Storage.Tests.Copies;

namespace Quarterdeck.Storage.Tests.Backups;

/// <summary>Backups of each engine, and what is refused to be one.</summary>
public sealed class StoreBackupTests(PostgreSqlDatabase database) : IDisposable
{
    private readonly Places _places = new(database);

    private string Backup => _places["figures.backup"];

    public static TheoryData<string> Engines => Places.Engines;

    public static TheoryData<string, string> Pairs => Places.Pairs;

    public void Dispose() => _places.Dispose();

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task What_is_restored_is_what_was_there(string from, string to)
    {
        var (source, target) = (await Filled(from), await _places.New(to));

        var made = await StoreBackup.MakeAsync(StoreLocation.Of(source), Backup, overwrites: false, keeps: 0, Places.Work());
        var restored = await StoreBackup.RestoreAsync(Backup, StoreLocation.Of(target), Places.Work());

        Assert.Equal(made.Tables, restored.Tables);
        Assert.Equal(made.Chains, restored.Chains);
        await using var one = await Places.Open(source);
        await using var other = await Places.Open(target);
        Assert.Equal((await one.ReadAsync("main")).Rows, (await other.ReadAsync("main")).Rows);
        Assert.IsType<WriteOutcome.Written>(await other.WriteAsync(Stored.Change("main", "After", 0, "Goes on")));
        Assert.Equal([Path.GetFileName(Backup)], Directory.GetFiles(_places.Folder, "figures*").Select(Path.GetFileName));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Files_of_publications_are_taken_along_and_keys_are_not(string from, string to)
    {
        var stop = TestContext.Current.CancellationToken;
        var (source, target) = (await Filled(from), await _places.New(to));
        var file = new PublicationFile("dashboard-2025-10", "dashboard.html", "html", "<h1>Dashboard</h1>"u8.ToArray());
        await using (var one = await Places.Open(source))
        {
            await one.AccountSecrets("main").AddLinkAsync(new AccountLink("a secret of this installation", "p-1", long.MaxValue), stop);
            await one.DataProtectionKeys("main").AddAsync("1", "<key>a secret of this installation</key>", stop);
            Assert.IsType<WriteOutcome.Written>(await one.WriteAsync(Stored.Change("main", "Published", 0, "Since") with { PublicationFiles = [file] }));
        }

        await StoreBackup.MakeAsync(StoreLocation.Of(source), Backup, overwrites: false, keeps: 0, Places.Work(stop));
        await StoreBackup.RestoreAsync(Backup, StoreLocation.Of(target), Places.Work(stop));

        Assert.DoesNotContain("a secret of this", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Backup, stop)), StringComparison.Ordinal);
        await using var other = await Places.Open(target);
        Assert.Equal(file.Content.ToArray(), await other.ReadPublicationFileAsync("main", file.Publication, file.Name, stop));
        Assert.Empty(await other.DataProtectionKeys("main").ReadAllAsync(stop));
        Assert.Null(await other.AccountSecrets("main").FindLinkAsync("a secret of this installation", 0, stop));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_backup_made_while_others_write_is_one_moment_of_it(string engine)
    {
        var source = await Filled(engine);
        using var done = new CancellationTokenSource();
        var writing = Task.Run(() => WriteOn(source, done.Token));

        var changes = new List<long>();
        // At least five, and until others were seen to write between two of them.
        for (var at = 0; at < 200 && (at < 5 || changes[^1] == changes[0]); at++)
        {
            var proof = await StoreBackup.MakeAsync(StoreLocation.Of(source), Backup, overwrites: true, keeps: 0, Places.Work());
            changes.Add(proof.Chains.Single().Changes);
        }

        await done.CancelAsync();
        Assert.Equal(changes.Order(), changes);
        Assert.True(await writing >= changes[^1] - 5);
        Assert.True(changes[^1] > changes[0], "Nobody wrote meanwhile.");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_file_that_is_there_stays_unless_told_and_gives_way_only_to_a_sound_one(string engine)
    {
        var source = await Filled(engine);
        await File.WriteAllTextAsync(Backup, "precious");

        var refused =
            await Assert.ThrowsAsync<StoreException>(() => StoreBackup.MakeAsync(StoreLocation.Of(source), Backup, overwrites: false, keeps: 0, Places.Work()));
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => StoreBackup.MakeAsync(StoreLocation.Of(source), Backup, overwrites: true, keeps: 0, Places.Work(stopped.Token)));

        Assert.Contains("exists already", refused.Message, StringComparison.Ordinal);
        Assert.Equal("precious", await File.ReadAllTextAsync(Backup));
        await StoreBackup.MakeAsync(StoreLocation.Of(source), Backup, overwrites: true, keeps: 0, Places.Work());
        Assert.NotEqual("precious", await File.ReadAllTextAsync(Backup));
        Assert.Single(Directory.GetFiles(_places.Folder, "figures*"));
    }

    [Fact]
    public async Task Earlier_backups_are_kept_as_many_as_asked_for()
    {
        var source = await Filled(Places.Sqlite);
        for (var at = 0; at < 4; at++)
        {
            await StoreBackup.MakeAsync(StoreLocation.Of(source), Backup, overwrites: false, keeps: 2, Places.Work());
            await using var store = await Places.Open(source);
            await store.WriteAsync(Stored.Change("main", "Each", at, $"{at}"));
        }

        Assert.Equal(
            ["figures.backup", "figures.backup.1", "figures.backup.2"],
            Directory.GetFiles(_places.Folder, "figures*").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var (at, file) in new[] { Backup, Backup + ".1", Backup + ".2" }.Index())
        {
            var restored = await StoreBackup.RestoreAsync(file, StoreLocation.Of(_places[$"restored-{at}.db"]), Places.Work());
            Assert.Equal(6 - at, restored.Chains.Single().Changes);
        }
    }

    [Theory]
    [InlineData("", "is not a store")]
    [InlineData("some text that is no database, and long enough to be read as the head of one: some text that is no database at all", "is not a store")]
    public async Task A_file_that_is_no_store_is_neither_backed_up_nor_restored(string content, string said)
    {
        await File.WriteAllTextAsync(_places["odd"], content);
        await AssertRefused(_places["odd"], said);
        Assert.Equal(content, await File.ReadAllTextAsync(_places["odd"]));
    }

    [Fact]
    public async Task A_database_of_another_program_is_no_store()
    {
        await using (var connection = SqliteDialect.Connection(_places["odd"], SqliteOpenMode.ReadWriteCreate))
        {
            await connection.OpenAsync();
            await Dapper.SqlMapper.ExecuteAsync(connection, "CREATE TABLE accounts (name TEXT)");
        }

        await AssertRefused(_places["odd"], "is not a store");
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    [InlineData(0.95)]
    public async Task A_backup_cut_short_is_not_restored(double part)
    {
        await StoreBackup.MakeAsync(StoreLocation.Of(await Filled(Places.Sqlite)), Backup, overwrites: false, keeps: 0, Places.Work());
        await using (var stream = new FileStream(Backup, FileMode.Open))
        {
            stream.SetLength((long)(stream.Length * part));
        }

        var refused = await Assert.ThrowsAsync<StoreException>(() => StoreBackup.RestoreAsync(Backup, StoreLocation.Of(_places["restored.db"]), Places.Work()));

        Assert.Contains("is damaged", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_places.Folder, "restored*"));
    }

    [Fact]
    public async Task A_backup_with_a_figure_altered_is_not_restored()
    {
        await StoreBackup.MakeAsync(StoreLocation.Of(await Filled(Places.Sqlite)), Backup, overwrites: false, keeps: 0, Places.Work());
        var bytes = await File.ReadAllBytesAsync(Backup);
        var at = bytes.AsSpan().IndexOf("First text"u8);
        bytes[at] = (byte)'W';
        await File.WriteAllBytesAsync(Backup, bytes);

        var refused = await Assert.ThrowsAsync<StoreException>(() => StoreBackup.RestoreAsync(Backup, StoreLocation.Of(_places["restored.db"]), Places.Work()));

        Assert.Contains("broken record: main", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_places.Folder, "restored*"));
    }

    [Fact]
    public async Task A_store_of_a_later_version_is_neither_backed_up_nor_restored()
    {
        var next = Migration.Of("sqlite")[^1].Number + 1;
        await new SqliteSchema(_places["later.db"], new Migrator(
            [.. Migration.Of("sqlite"), new Migration(next, "later", "CREATE TABLE later (org TEXT)")],
            TimeProvider.System,
            "9.9.9")).BringUpToDateAsync();

        await AssertRefused(_places["later.db"], "later version");
    }

    [Fact]
    public async Task A_backup_of_an_earlier_version_is_made_as_it_is_and_restored_up_to_date()
    {
        var earlier = _places["earlier.db"];
        await new SqliteSchema(earlier, new Migrator([.. Migration.Of("sqlite").Take(1)], TimeProvider.System, "0.0.1")).BringUpToDateAsync();

        await StoreBackup.MakeAsync(StoreLocation.Of(earlier), Backup, overwrites: false, keeps: 0, Places.Work());
        Assert.NotEmpty(await StoreLocation.Of(Backup).PendingAsync(TimeProvider.System, "test", CancellationToken.None));
        await StoreBackup.RestoreAsync(Backup, StoreLocation.Of(_places["restored.db"]), Places.Work());

        Assert.NotEmpty(await StoreLocation.Of(earlier).PendingAsync(TimeProvider.System, "test", CancellationToken.None));
        Assert.Empty(await StoreLocation.Of(_places["restored.db"]).PendingAsync(TimeProvider.System, "test", CancellationToken.None));
    }

    [Fact]
    public async Task A_log_left_by_another_store_of_that_name_is_not_taken_for_part_of_the_restored_one()
    {
        await StoreBackup.MakeAsync(StoreLocation.Of(await Filled(Places.Sqlite)), Backup, overwrites: false, keeps: 0, Places.Work());
        await File.WriteAllTextAsync(_places["restored.db-wal"], "what was written last");

        var refused = await Assert.ThrowsAsync<StoreException>(() => StoreBackup.RestoreAsync(Backup, StoreLocation.Of(_places["restored.db"]), Places.Work()));

        Assert.Contains("restored.db-wal exists", refused.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(_places["restored.db-wal"]));
    }

    [Theory]
    [InlineData("nowhere/figures.backup", "There is no folder")]
    [InlineData(".", "is a folder")]
    [InlineData("store-1.db", "is the store itself")]
    [InlineData("link.db", "is the store itself")]
    public async Task A_place_where_no_backup_can_be_is_refused(string place, string said)
    {
        var source = await Filled(Places.Sqlite);
        File.CreateSymbolicLink(_places["link.db"], source);

        var refused = await Assert.ThrowsAsync<StoreException>(
            () => StoreBackup.MakeAsync(StoreLocation.Of(source), _places[place], overwrites: true, keeps: 0, Places.Work()));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        await using var store = await Places.Open(source);
        Assert.IsType<AuditVerdict.Whole>(await store.VerifyAsync("main"));
    }

    private async Task AssertRefused(string file, string said)
    {
        var backup =
            await Assert.ThrowsAsync<StoreException>(() => StoreBackup.MakeAsync(StoreLocation.Of(file), Backup, overwrites: false, keeps: 0, Places.Work()));
        var restore = await Assert.ThrowsAsync<StoreException>(() => StoreBackup.RestoreAsync(file, StoreLocation.Of(_places["restored.db"]), Places.Work()));

        Assert.Contains(said, backup.Message, StringComparison.Ordinal);
        Assert.Contains(said, restore.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_places.Folder, "figures*").Concat(Directory.GetFiles(_places.Folder, "restored*")));
    }

    private async Task<string> Filled(string engine)
    {
        var address = await _places.New(engine);
        await Places.Make(address);
        await using var store = await Places.Open(address);
        await Stored.Import(store, "main", SampleStates.Five()[0]);
        await Stored.Import(store, "main", SampleStates.Five()[1]);
        await store.WriteAsync(Stored.Change("main", "Row", 0, "First text of it"));
        return address;
    }

    private static async Task<long> WriteOn(string address, CancellationToken cancellationToken)
    {
        await using var store = await Places.Open(address);
        var version = 0L;
        while (!cancellationToken.IsCancellationRequested)
        {
            Assert.IsType<WriteOutcome.Written>(await store.WriteAsync(Stored.Change("main", "Counter", version++, $"{version}"), CancellationToken.None));
        }

        return version;
    }
}
