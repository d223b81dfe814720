using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Sqlite;

namespace Quarterdeck.Storage.Tests.Kills;

/// <summary>The process that is killed: writes through the store as the program does, and says each change that was acknowledged.</summary>
internal static class Writer
{
    /// <summary>Writes until it is killed.</summary>
    public const string Writes = "write";

    /// <summary>The same, folding the log into the file all the time.</summary>
    public const string Checkpoints = "checkpoint";

    /// <summary>Writes three changes, then says <see cref="Begins"/> and imports a million results; and so on.</summary>
    public const string Imports = "import";

    /// <summary>Says <see cref="Begins"/> and brings the schema up to date, with a step more that takes long.</summary>
    public const string Migrates = "migrate";

    public const string Begins = "begins";

    public static async Task<int> Run(string[] asked)
    {
        var (mode, location) = (asked[0], asked[1]);
        _ = Task.Run(EndWithTheTests);
        if (mode == Migrates)
        {
            // The first thing done with the engine in this process is not the opening of a store.
            Say(Begins);
            await LongStep.Take(location);
            return 0;
        }

        await using var store = await StoreLocation.Of(location).OpenAsync(TimeProvider.System, "test", makes: true);
        var folding = mode == Checkpoints ? Task.Run(() => Fold(location)) : Task.CompletedTask;
        for (var written = 0; ; written++)
        {
            var state = await store.ReadAsync(KilledChange.Organisation);
            var isImport = mode == Imports && written % 4 == 3;
            var change = KilledChange.Of(state.Change + 1, state, isImport ? KilledChange.Million : 0);
            if (isImport)
            {
                Say(Begins);
            }

            // A change of a writer killed before may only now be through.
            if (await store.WriteAsync(change) is WriteOutcome.Written done)
            {
                Say(done.Number.ToString(CultureInfo.InvariantCulture));
            }

            if (folding.IsCompleted)
            {
                await folding;
            }
        }
    }

    /// <summary>Its input ends when the tests do, however they end.</summary>
    private static void EndWithTheTests()
    {
        Console.In.ReadToEnd();
        Environment.Exit(1);
    }

    private static async Task Fold(string file)
    {
        await using var connection = SqliteDialect.Connection(file, SqliteOpenMode.ReadWrite);
        await connection.OpenAsync();
        for (; ; )
        {
            await connection.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    private static void Say(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
