using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Copies;
using Quarterdeck.Storage.Sqlite;

namespace Quarterdeck.Storage.Backups;

/// <summary>Backups of a store, of whatever engine: one SQLite file with everything, checked before it gets its name.</summary>
public static class StoreBackup
{
    /// <param name="store">May be written to meanwhile: the backup is the state at one moment.</param>
    /// <param name="file">The backup.</param>
    /// <param name="overwrites">Whether a file of that name gives way to a sound new one.</param>
    /// <param name="keeps">How many earlier backups of that name are kept beside it, numbered from <c>.1</c>; with any, the file gives way too.</param>
    /// <param name="work">How it is done.</param>
    /// <exception cref="StoreException">It cannot be made, or is not sound; no file is left, and an older one stays.</exception>
    public static async Task<StoreProof> MakeAsync(StoreLocation store, string file, bool overwrites, int keeps, StoreWork work)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(work);
        if (store.File is { } from)
        {
            store.RequireFile();
            RequireApart(from, file);
            return await NewFile.MakeAsync(file, overwrites, keeps, async unfinished =>
            {
                // Asked only to hear whether it is a store that this program knows.
                await PendingAsync(from, work).ConfigureAwait(false);
                work.Progress.Report($"Copying {from} ...");
                await SqliteFiles.CopyAsync(from, unfinished, work.Stop).ConfigureAwait(false);
                await SqliteFiles.RemoveKeysAsync(unfinished).ConfigureAwait(false);
                return await ProveAsync(unfinished, work).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }

        await using var server = store.Server();
        return await server.ExplainedAsync(async () =>
        {
            await using var source =
                await PostgreSqlEndpoint.ReadAsync(server, store.Migrator(work.Clock, work.ProgramVersion), work.Stop).ConfigureAwait(false);
            return await StoreCopy.IntoFileAsync(source, file, overwrites, keeps, StoreLocation.Of(file), work).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    /// <param name="file">A backup; one of an earlier version is brought up to date on the way.</param>
    /// <param name="store">Not there yet, or an empty database.</param>
    /// <param name="work">How it is done.</param>
    /// <exception cref="StoreException">The backup is not sound, or the store is there already; nothing was changed.</exception>
    public static async Task<StoreProof> RestoreAsync(string file, StoreLocation store, StoreWork work)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(work);
        var backup = StoreLocation.Of(file);
        if (backup.File is null)
        {
            throw new StoreException("A backup is a file. To take a store from a server, use 'quarterdeck copy'.");
        }

        backup.RequireFile();
        if (store.File is { } to)
        {
            SqliteFiles.RequirePlaceFor(to, overwrites: false);
        }

        return await new SqliteDialect(file).ExplainedAsync(async () =>
        {
            var proof = await ProveAsync(file, work).ConfigureAwait(false);
            var restored = store.File is { } target
                ? await NewFile.MakeAsync(target, overwrites: false, keeps: 0, unfinished => RestoreAsync(file, unfinished, work)).ConfigureAwait(false)
                : await UpToDateAsync(file, work, source => StoreCopy.IntoAsync(source, store, work)).ConfigureAwait(false);
            StoreCopier.RequireSame(proof.Tables, restored.Tables);
            return restored;
        }).ConfigureAwait(false);
    }

    /// <summary>Checks a file from end to end: its pages, its references, every table, every chain.</summary>
    private static async Task<StoreProof> ProveAsync(string file, StoreWork work)
    {
        work.Progress.Report($"Checking {Path.GetFileName(file)} ...");
        await PendingAsync(file, work).ConfigureAwait(false);
        await SqliteFiles.RequireSoundAsync(file, work.Stop).ConfigureAwait(false);
        return await UpToDateAsync(file, work, source => source.ProveAsync(work.Progress, work.Stop)).ConfigureAwait(false);
    }

    private static async Task<StoreProof> RestoreAsync(string file, string unfinished, StoreWork work)
    {
        await SqliteFiles.CopyAsync(file, unfinished, work.Stop).ConfigureAwait(false);
        await new SqliteSchema(unfinished, StoreLocation.Of(unfinished).Migrator(work.Clock, work.ProgramVersion)).BringUpToDateAsync().ConfigureAwait(false);
        return await ProveAsync(unfinished, work).ConfigureAwait(false);
    }

    /// <summary>Runs work on a file as this version of the program knows it: on a copy where the file's schema is older.</summary>
    private static async Task<StoreProof> UpToDateAsync(string file, StoreWork work, Func<StoreEndpoint, Task<StoreProof>> run)
    {
        var migrator = StoreLocation.Of(file).Migrator(work.Clock, work.ProgramVersion);
        if ((await PendingAsync(file, work).ConfigureAwait(false)).Count == 0)
        {
            await using var source = await SqliteEndpoint.ReadAsync(file, migrator, work.Stop).ConfigureAwait(false);
            return await run(source).ConfigureAwait(false);
        }

        var folder = Directory.CreateTempSubdirectory("quarterdeck-");
        try
        {
            var copy = Path.Combine(folder.FullName, "store.db");
            await SqliteFiles.CopyAsync(file, copy, work.Stop).ConfigureAwait(false);
            await new SqliteSchema(copy, migrator).BringUpToDateAsync().ConfigureAwait(false);
            await using var source = await SqliteEndpoint.ReadAsync(copy, migrator, work.Stop).ConfigureAwait(false);
            return await run(source).ConfigureAwait(false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<IReadOnlyList<string>> PendingAsync(string file, StoreWork work) =>
        StoreLocation.Of(file).PendingAsync(work.Clock, work.ProgramVersion, work.Stop);

    private static void RequireApart(string store, string file)
    {
        if (string.Equals(
            Followed(store),
            Followed(file),
            OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
        {
            throw new StoreException($"{Path.GetFullPath(file)} is the store itself. Give the backup another name, best on another disk.");
        }
    }

    private static string Followed(string file) =>
        File.Exists(file) && new FileInfo(file).ResolveLinkTarget(returnFinalTarget: true) is { } target ? target.FullName : Path.GetFullPath(file);
}
