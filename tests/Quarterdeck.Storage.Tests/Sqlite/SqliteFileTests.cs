using Dapper;
using Microsoft.Data.Sqlite;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Backups;
using Quarterdeck.Storage.Copies;
using Quarterdeck.Storage.Migrations;
using Quarterdeck.Storage.Sqlite;
using Quarterdeck.Storage.Tests.Ledger;
using Quarterdeck.Storage.Tests.Copies;
using Quarterdeck.TestKit.Packs;

namespace Quarterdeck.Storage.Tests.Sqlite;

/// <summary>What can go wrong with a file, and how it is said.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryPack _folder = new();

    /// <summary>The number of the step after those there are.</summary>
    private static int Next => Migration.Of("sqlite")[^1].Number + 1;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Store_log_backup_and_copy_are_readable_by_their_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        await using var store = await Open();
        await store.WriteAsync(Stored.Change("main", "A", 0, "First"));
        var location = StoreLocation.Of(_folder["store.db"]);
        await StoreBackup.MakeAsync(location, _folder["figures.backup"], overwrites: false, keeps: 0, Places.Work());
        await StoreBackup.RestoreAsync(_folder["figures.backup"], StoreLocation.Of(_folder["restored.db"]), Places.Work());
        await StoreCopy.RunAsync(location, StoreLocation.Of(_folder["copied.db"]), Places.Work());

        foreach (var name in new[] { "store.db", "store.db-wal", "store.db-shm", "figures.backup", "restored.db", "copied.db" })
        {
            Assert.Equal((name, UnixFileMode.UserRead | UnixFileMode.UserWrite), (name, File.GetUnixFileMode(_folder[name])));
        }
    }

    [Theory]
    [InlineData("CREATE TABLE invoice (id INTEGER)")]
    [InlineData("CREATE TABLE migration (version INTEGER)")]
    [InlineData("PRAGMA application_id = 7")]
    public async Task A_database_of_another_program_is_refused_and_left_as_it_was(string sql)
    {
        await using (var other = SqliteDialect.Connection(_folder["store.db"], SqliteOpenMode.ReadWriteCreate))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await other.ExecuteAsync(sql);
        }

        var before = await File.ReadAllBytesAsync(_folder["store.db"], TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<StoreException>(Open);

        Assert.Contains("is a database of another program, and was left as it was", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_folder["store.db"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_store_made_before_stores_were_marked_is_opened()
    {
        await (await Open()).DisposeAsync();
        await using (var earlier = SqliteDialect.Connection(_folder["store.db"], SqliteOpenMode.ReadWrite))
        {
            await earlier.OpenAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0x51445354L, await earlier.ExecuteScalarAsync<long>("PRAGMA application_id"));
            await earlier.ExecuteAsync("PRAGMA application_id = 0");
        }

        await using var store = await Open();

        Assert.IsType<WriteOutcome.Written>(await store.WriteAsync(Stored.Change("main", "A", 0, "First")));
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("")]
    public async Task An_empty_file_or_a_device_is_no_store_and_is_told_so(string file)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no /dev/null.");
        await File.WriteAllTextAsync(_folder["empty.db"], string.Empty, TestContext.Current.CancellationToken);
        var location = StoreLocation.Of(file.Length > 0 ? file : _folder["empty.db"]);

        var opened = await Assert.ThrowsAsync<StoreException>(() => location.OpenAsync(TimeProvider.System, "test", makes: false));
        var asked = await Assert.ThrowsAsync<StoreException>(() => location.PendingAsync(TimeProvider.System, "test", TestContext.Current.CancellationToken));

        Assert.All(
            [opened, asked],
            refused => Assert.Contains("is not a store: it is empty, or not an ordinary file", refused.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_killed_copy_left_gives_way_to_the_next()
    {
        await using var store = await Open();
        await store.WriteAsync(Stored.Change("main", "A", 0, "First"));
        foreach (var left in new[] { "copied.db.unfinished", "copied.db.unfinished-journal", "copied.db.unfinished-wal" })
        {
            await File.WriteAllTextAsync(_folder[left], "left by a program that was killed", TestContext.Current.CancellationToken);
        }

        await StoreCopy.RunAsync(StoreLocation.Of(_folder["store.db"]), StoreLocation.Of(_folder["copied.db"]), Places.Work());

        Assert.Equal([_folder["copied.db"]], Directory.GetFiles(_folder.Path, "copied.db*"));
    }

    [Fact]
    public async Task The_library_in_use_is_named()
    {
        await using var store = await Open();

        Assert.Matches(@"^SQLite 3\.\d+\.\d+, file .*store\.db$", store.Description);
    }

    [Fact]
    public async Task A_store_is_opened_again_and_again_with_what_it_held()
    {
        await using (var first = await Open())
        {
            await first.WriteAsync(Stored.Change("main", "A", 0, "First"));
        }

        await using var second = await Open();
        Assert.Equal(1, (await second.ReadAsync("main")).Change);
    }

    [Fact]
    public async Task A_file_that_is_something_else_is_refused_and_left_alone()
    {
        await File.WriteAllTextAsync(_folder["store.db"], new string('x', 5000));

        var refused = await Assert.ThrowsAsync<StoreException>(Open);

        Assert.Contains("is not a store", refused.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(_folder["store.db"]));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said_so()
    {
        var refused =
            await Assert.ThrowsAsync<StoreException>(() => StoreLocation.Of(_folder["nowhere/store.db"]).OpenAsync(TimeProvider.System, "test", makes: true));

        Assert.Contains("cannot be opened", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_program_that_writes_keeps_nobody_from_reading_and_is_named_to_who_writes()
    {
        await using var store = await Open();
        await store.WriteAsync(Stored.Change("main", "A", 0, "First"));
        await using var other = SqliteDialect.Connection(_folder["store.db"], SqliteOpenMode.ReadWrite);
        await other.OpenAsync();
        await using var writing = other.BeginTransaction(deferred: false);

        Assert.Equal(1, (await store.ReadAsync("main")).Change);
        var refused = await Assert.ThrowsAsync<StoreException>(() => store.WriteAsync(Stored.Change("main", "A", 1, "Second")));

        Assert.Contains("is being written to by another program", refused.Message, StringComparison.Ordinal);
        await writing.RollbackAsync();
        Assert.IsType<WriteOutcome.Written>(await store.WriteAsync(Stored.Change("main", "A", 1, "Second")));
    }

    [Fact]
    public async Task A_store_of_a_later_version_is_refused()
    {
        await Schema([.. Migration.Of("sqlite"), new Migration(Next, "later", "CREATE TABLE later (org TEXT)")]).BringUpToDateAsync();

        var refused = await Assert.ThrowsAsync<StoreException>(Open);

        Assert.Contains("later version", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"{Next:D4}-later", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_made_by_another_step_of_the_same_number_is_refused()
    {
        var steps = Migration.Of("sqlite");
        await Schema([steps[0] with { Sql = steps[0].Sql + "\n-- another" }]).BringUpToDateAsync();

        var refused = await Assert.ThrowsAsync<StoreException>(Open);

        Assert.Contains("0001-ledger is not the one the store was made with", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_fails_half_way_leaves_the_file_as_it_was()
    {
        await using (var store = await Open())
        {
            await store.WriteAsync(Stored.Change("main", "A", 0, "First"));
        }

        var schema = Schema([
            .. Migration.Of("sqlite"),
            new Migration(Next, "broken", "CREATE TABLE half (org TEXT); UPDATE current_row SET body = NULL; CREATE TABLE half (org TEXT)")
        ]);
        await Assert.ThrowsAsync<SqliteException>(schema.BringUpToDateAsync);

        Assert.False(File.Exists(schema.Copy));
        await using var again = await Open();
        Assert.Equal("First", RowBody.Read((await again.ReadAsync("main")).Rows.Single().Body!)["name"]);
        Assert.IsType<AuditVerdict.Whole>(await again.VerifyAsync("main"));
    }

    [Fact]
    public async Task A_file_spoilt_by_a_step_gives_way_to_the_copy_taken_before()
    {
        await using (var store = await Open())
        {
            await store.WriteAsync(Stored.Change("main", "A", 0, "First"));
        }

        var schema = Schema(Migration.Of("sqlite"));
        File.Copy(_folder["store.db"], schema.Copy);
        await File.WriteAllBytesAsync(
            _folder["store.db"],
            [.. (await File.ReadAllBytesAsync(_folder["store.db"])).Select((value, at) => at < 4096 ? value : (byte)0xAA)]);
        await schema.PutBackUnlessSoundAsync();

        Assert.False(File.Exists(schema.Copy));
        await using var again = await Open();
        Assert.Equal(1, (await again.ReadAsync("main")).Change);
        Assert.IsType<AuditVerdict.Whole>(await again.VerifyAsync("main"));
    }

    [Fact]
    public async Task A_step_taken_later_keeps_what_was_stored()
    {
        await using (var store = await Open())
        {
            await store.WriteAsync(Stored.Change("main", "A", 0, "First"));
        }

        var schema = Schema([.. Migration.Of("sqlite"), new Migration(Next, "note", "ALTER TABLE current_row ADD COLUMN note TEXT")]);
        await schema.BringUpToDateAsync();

        Assert.False(File.Exists(schema.Copy));
        await using var engine = new SqliteDialect(_folder["store.db"]);
        await using var kept = new Storage.Ledger.LedgerStore(engine, TimeProvider.System);
        Assert.Equal(1, (await kept.ReadAsync("main")).Change);
        Assert.IsType<AuditVerdict.Whole>(await kept.VerifyAsync("main"));
    }

    private Task<IStore> Open() => StoreLocation.Of(_folder["store.db"]).OpenAsync(TimeProvider.System, "test", makes: true);

    private SqliteSchema Schema(IReadOnlyList<Migration> steps) => new(_folder["store.db"], new Migrator(steps, TimeProvider.System, "test"));
}
