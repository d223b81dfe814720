using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Sqlite;
using Quarterdeck.Storage.Transfers;

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
    public static async Task<StoreProof> Make(StoreLocation store, string file, bool overwrites, int keeps, StoreWork work)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(work);
        if (store.File is { } from)
        {
            store.RequireFile();
            RequireApart(from, file);
            return await NewFile.Make(file, overwrites, keeps, async unfinished =>
            {
                // Asked only to hear whether it is a store that this program knows.
                await Pending(from, work).ConfigureAwait(false);
                work.Progress.Report($"Copying {from} ...");
                await SqliteFiles.Copy(from, unfinished, work.Stop).ConfigureAwait(false);
                await SqliteFiles.RemoveKeys(unfinished).ConfigureAwait(false);
                return await Prove(unfinished, work).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }

        await using var server = store.Server();
        return await server.Explained(async () =>
        {
            await using var source = await PostgreSqlEnd.Read(server, store.Migrator(work.Clock, work.ProgramVersion), work.Stop).ConfigureAwait(false);
            return await StoreCopy.IntoFile(source, file, overwrites, keeps, StoreLocation.Of(file), work).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    /// <param name="file">A backup; one of an earlier version is brought up to date on the way.</param>
    /// <param name="store">Not there yet, or an empty database.</param>
    /// <param name="work">How it is done.</param>
    /// <exception cref="StoreException">The backup is not sound, or the store is there already; nothing was changed.</exception>
    public static async Task<StoreProof> Restore(string file, StoreLocation store, StoreWork work)
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

        return await new SqliteEngine(file).Explained(async () =>
        {
            var proof = await Prove(file, work).ConfigureAwait(false);
            var restored = store.File is { } target
                ? await NewFile.Make(target, overwrites: false, keeps: 0, unfinished => Restore(file, unfinished, work)).ConfigureAwait(false)
                : await UpToDate(file, work, source => StoreCopy.Into(source, store, work)).ConfigureAwait(false);
            Transfer.RequireSame(proof.Tables, restored.Tables);
            return restored;
        }).ConfigureAwait(false);
    }

    /// <summary>Checks a file from end to end: its pages, its references, every table, every chain.</summary>
    private static async Task<StoreProof> Prove(string file, StoreWork work)
    {
        work.Progress.Report($"Checking {Path.GetFileName(file)} ...");
        await Pending(file, work).ConfigureAwait(false);
        await SqliteFiles.RequireSound(file, work.Stop).ConfigureAwait(false);
        return await UpToDate(file, work, source => source.Prove(work.Progress, work.Stop)).ConfigureAwait(false);
    }

    private static async Task<StoreProof> Restore(string file, string unfinished, StoreWork work)
    {
        await SqliteFiles.Copy(file, unfinished, work.Stop).ConfigureAwait(false);
        await new SqliteSchema(unfinished, StoreLocation.Of(unfinished).Migrator(work.Clock, work.ProgramVersion)).BringUpToDate().ConfigureAwait(false);
        return await Prove(unfinished, work).ConfigureAwait(false);
    }

    /// <summary>Runs work on a file as this version of the program knows it: on a copy where the file's schema is older.</summary>
    private static async Task<StoreProof> UpToDate(string file, StoreWork work, Func<TransferEnd, Task<StoreProof>> run)
    {
        var migrator = StoreLocation.Of(file).Migrator(work.Clock, work.ProgramVersion);
        if ((await Pending(file, work).ConfigureAwait(false)).Count == 0)
        {
            await using var source = await SqliteEnd.Read(file, migrator, work.Stop).ConfigureAwait(false);
            return await run(source).ConfigureAwait(false);
        }

        var folder = Directory.CreateTempSubdirectory("quarterdeck-");
        try
        {
            var copy = Path.Combine(folder.FullName, "store.db");
            await SqliteFiles.Copy(file, copy, work.Stop).ConfigureAwait(false);
            await new SqliteSchema(copy, migrator).BringUpToDate().ConfigureAwait(false);
            await using var source = await SqliteEnd.Read(copy, migrator, work.Stop).ConfigureAwait(false);
            return await run(source).ConfigureAwait(false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<IReadOnlyList<string>> Pending(string file, StoreWork work) => StoreLocation.Of(file).Pending(work.Clock, work.ProgramVersion, work.Stop);

    private static void RequireApart(string store, string file)
    {
        if (string.Equals(Followed(store), Followed(file), OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
        {
            throw new StoreException($"{Path.GetFullPath(file)} is the store itself. Give the backup another name, best on another disk.");
        }
    }

    private static string Followed(string file) =>
        File.Exists(file) && new FileInfo(file).ResolveLinkTarget(returnFinalTarget: true) is { } target ? target.FullName : Path.GetFullPath(file);
}
