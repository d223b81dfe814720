using Dapper;
using Microsoft.Data.Sqlite;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Ledger;
using Quarterdeck.Storage.Migrations;
using Quarterdeck.Storage.Sqlite;
using Quarterdeck.TestKit.Packs;

namespace Quarterdeck.Storage.Tests.Kills;

/// <summary>The program is killed while it copies the file and brings its schema up to date: the step is taken whole or not at all.</summary>
public sealed class MigrationKillTests : IDisposable
{
    private static readonly int Kills = Soak.Of(24, 6);

    private readonly TemporaryPack _folder = new();

    private string File => _folder["store.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_step_cut_off_is_taken_whole_the_next_time()
    {
        await Fill();
        System.IO.File.Copy(File, _folder["before.db"]);
        var random = new Random(8);
        var (untouched, interrupted) = (0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            foreach (var left in Directory.GetFiles(_folder.Path, "store.db*"))
            {
                System.IO.File.Delete(left);
            }

            System.IO.File.Copy(_folder["before.db"], File);
            using (var writer = new WriterProcess(Writer.Migrates, File))
            {
                interrupted += (await writer.KillAfter(Writer.Begins, TimeSpan.FromMilliseconds(random.Next(700)))).InTime ? 1 : 0;
            }

            untouched += await IsTaken() ? 0 : 1;
            await LongStep.Take(File);

            Assert.True(await IsTaken());
            Assert.Equal([File], Directory.GetFiles(_folder.Path, "store.db*"));
            await using var store = new LedgerStore(new SqliteDialect(File), TimeProvider.System);
            Assert.Equal(5, (await Aftermath.IsWhole(store, 5)).Change);
        }

        Assert.True(untouched > 0 && interrupted >= untouched, "No kill came in time: make the step longer.");
    }

    [Fact]
    public async Task A_copy_left_by_a_program_that_was_killed_is_cleared_away()
    {
        await Fill();
        var schema = new SqliteSchema(File, new Migrator(Migration.Of("sqlite"), TimeProvider.System, "test"));
        await System.IO.File.WriteAllTextAsync(schema.Copy, "left");
        await System.IO.File.WriteAllTextAsync(schema.Copy + ".part", "left");

        await using var store = await StoreLocation.Of(File).OpenAsync(TimeProvider.System, "test", makes: false);

        Assert.Equal(5, (await Aftermath.IsWhole(store, 5)).Change);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*before-migration*"));
    }

    [Fact]
    public async Task Two_who_open_a_new_store_at_once_make_one()
    {
        var stores =
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => StoreLocation.Of(File).OpenAsync(TimeProvider.System, "test", makes: true))));

        Assert.IsType<WriteOutcome.Written>(await stores[0].WriteAsync(KilledChange.Of(1, await stores[0].ReadAsync(KilledChange.Organisation))));
        foreach (var store in stores)
        {
            Assert.Equal(1, (await Aftermath.IsWhole(store, 1)).Change);
            await store.DisposeAsync();
        }
    }

    private async Task Fill()
    {
        await using var store = await StoreLocation.Of(File).OpenAsync(TimeProvider.System, "test", makes: true);
        for (var number = 1; number <= 5; number++)
        {
            Assert.IsType<WriteOutcome.Written>(
                await store.WriteAsync(KilledChange.Of(number, await store.ReadAsync(KilledChange.Organisation), number == 3 ? 10 : 0)));
        }

        // So that the copy takes its time too.
        await using var connection = SqliteDialect.Connection(File, SqliteOpenMode.ReadWrite);
        await connection.OpenAsync();
        await connection.ExecuteAsync("CREATE TABLE padding AS SELECT randomblob(30000000) AS bytes");
    }

    /// <summary>Whether the step is recorded; all it does is there then, and nothing of it else. A copy is whole whenever it is there.</summary>
    private async Task<bool> IsTaken()
    {
        await using var connection = SqliteDialect.Connection(File, SqliteOpenMode.ReadWrite);
        await connection.OpenAsync();
        var isTaken = await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM migration WHERE name = 'long'") == 1;
        Assert.Equal(isTaken, await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM sqlite_schema WHERE name = 'long_step'") == 1);
        Assert.Equal(isTaken, await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM pragma_table_info('current_row') WHERE name = 'note'") == 1);
        if (isTaken)
        {
            Assert.Equal(LongStep.Rows, await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM long_step"));
            Assert.Equal(0, await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM current_row WHERE note IS NULL"));
        }

        if (System.IO.File.Exists(File + ".before-migration"))
        {
            await using var copy = SqliteDialect.Connection(File + ".before-migration", SqliteOpenMode.ReadOnly);
            await copy.OpenAsync();
            Assert.Equal("ok", await copy.ExecuteScalarAsync<string>("PRAGMA quick_check(1)"));
            Assert.Equal(5, await copy.ExecuteScalarAsync<long>("SELECT count(*) FROM change"));
        }

        return isTaken;
    }
}
