using Dapper;
using Microsoft.Data.Sqlite;
using Quarterdeck.Storage.Ledger;
using Quarterdeck.Storage.Sqlite;

namespace Quarterdeck.Storage.HealthChecks;

/// <summary>What there is to look at in a file.</summary>
internal static class SqliteHealthCheck
{
    // A log is folded into the file at 4 MiB; much more means that a reader has been holding on for long.
    private const long LongLog = 64L << 20;

    public static async Task<IReadOnlyList<HealthFinding>> OfAsync(StoreLocation store, string file, StoreWork work)
    {
        store.RequireFile();
        var engine = new SqliteDialect(file);
        return await engine.ExplainedAsync(async () =>
        {
            await using var connection = await SqliteReading.OpenAsync(file, work.Stop).ConfigureAwait(false);
            var migrator = store.Migrator(work.Clock, work.ProgramVersion);
            var pending = await SqliteReading.PendingAsync(connection, file, migrator).ConfigureAwait(false);
            var found = new List<HealthFinding>
            {
                new("engine", Health.Fine, engine.Description),
                StoreHealthCheck.Schema(pending, migrator),
                await SettingsAsync(connection).ConfigureAwait(false),
            };
            found.AddRange(Disk(file));
            work.Progress.Report("Checking the file ...");
            var damage = await SqliteFiles.DamageAsync(connection).ConfigureAwait(false);
            found.Add(damage is null ? new HealthFinding("integrity", Health.Fine, "every page and every reference is sound")
                : new HealthFinding("integrity", Health.Faulty, damage, "Stop using the file, keep it, and restore the last backup."));
            if (damage is null && pending.Count == 0)
            {
                await using var transaction = connection.BeginTransaction(deferred: true);
                foreach (var organisation in (await connection.QueryAsync<string>("SELECT org FROM organisation ORDER BY org", transaction: transaction)
                    .ConfigureAwait(false)).ToList())
                {
                    work.Progress.Report($"Checking the record of {organisation} ...");
                    found.AddRange(await StoreHealthCheck.RecordAsync(new DbSession(connection, transaction, work.Stop), engine, organisation, work.Clock)
                        .ConfigureAwait(false));
                }
            }

            return (IReadOnlyList<HealthFinding>)found;
        }).ConfigureAwait(false);
    }

    private static async Task<HealthFinding> SettingsAsync(SqliteConnection connection)
    {
        var journal = await connection.ExecuteScalarAsync<string>("PRAGMA journal_mode").ConfigureAwait(false);
        var pages = await connection.ExecuteScalarAsync<long>("PRAGMA page_size").ConfigureAwait(false);
        return new HealthFinding(
            "settings",
            Health.Fine,
            $"journal mode {journal}{(journal == "wal" ? string.Empty : " (a backup or a new copy; it becomes wal when it is first written to)")}; "
                + $"pages of {pages} bytes; writing with synchronous FULL and foreign keys on");
    }

    private static IEnumerable<HealthFinding> Disk(string file)
    {
        var size = new FileInfo(file).Length;
        var log = new FileInfo(file + "-wal") is { Exists: true } wal ? wal.Length : 0;
        yield return log <= LongLog ? new HealthFinding("log", Health.Fine, $"{StoreHealthCheck.Size(log)} beside a file of {StoreHealthCheck.Size(size)}")
            : new HealthFinding(
                "log",
                Health.Doubtful,
                $"{StoreHealthCheck.Size(log)} beside a file of {StoreHealthCheck.Size(size)}: something has been reading for long, which keeps the "
                + $"log from being folded in",
                "Find the program that keeps the file open, and end it.");

        var free = new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(file))!).AvailableFreeSpace;
        var told = $"{StoreHealthCheck.Size(free)} free on the disk of the store";
        yield return free < size + log ? new HealthFinding(
            "disk",
            Health.Doubtful,
            told + ", less than the store takes",
            "Free some space: an upgrade and erasing need space for a second file for a moment.")
            : new HealthFinding("disk", Health.Fine, told);
        if (File.Exists(file + ".before-migration"))
        {
            yield return new HealthFinding(
                "migration",
                Health.Doubtful,
                $"{file}.before-migration is there: a change of the schema did not end, or is going on",
                "If nobody is migrating, open the store once. If this check then finds it sound, delete the copy.");
        }
    }
}
