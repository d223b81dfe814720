using Dapper;
using Microsoft.Data.Sqlite;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Storage.Sqlite;

/// <summary>What is done with a store's file as a whole. A new one is made under another name, and gets its own when it is sound.</summary>
internal static class SqliteFiles
{
    private static readonly string[] Companions = ["-wal", "-journal", "-shm"];

    /// <summary>The name a file has until it is sound: beside it, so that it can take its place in one step.</summary>
    public static string Unfinished(string file) => Path.GetFullPath(file) + ".unfinished";

    /// <summary>
    /// Makes an empty file that only this user may read: a store holds what is not published yet. SQLite gives its log the same mode. A file that
    /// is there keeps its mode.
    /// </summary>
    public static void MakePrivate(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var made = new FileStream(file, options);
    }

    /// <exception cref="StoreException">The file cannot be made there.</exception>
    public static void RequirePlaceFor(string file, bool overwrites)
    {
        var full = Path.GetFullPath(file);
        if (!Directory.Exists(Path.GetDirectoryName(full)))
        {
            throw new StoreException($"There is no folder {Path.GetDirectoryName(full)}. Make it, or correct the name.");
        }

        if (Directory.Exists(full))
        {
            throw new StoreException($"{full} is a folder. Give the name of a file in it.");
        }

        if (File.Exists(full) && !overwrites)
        {
            throw new StoreException($"{full} exists already, and was not changed. Move it away, or give another name.");
        }

        if (Companions.Take(2).FirstOrDefault(end => new FileInfo(full + end) is { Exists: true, Length: > 0 }) is { } left)
        {
            throw new StoreException(
                $"{full}{left} exists: it belongs to a store of that name, and SQLite would read it as part of the new file. Open that store once, or "
                + $"move both files away.");
        }
    }

    /// <summary>A copy of the file as it is at this moment, while others write on, in one file without a log.</summary>
    public static async Task CopyAsync(string from, string to, CancellationToken cancellationToken)
    {
        await using var connection = await SqliteReading.OpenAsync(from, cancellationToken).ConfigureAwait(false);
        await using var interrupting = cancellationToken.Register(() => SQLitePCL.raw.sqlite3_interrupt(connection.Handle));
        try
        {
            MakePrivate(to);
            await connection.ExecuteAsync("VACUUM INTO @to", new { to }).ConfigureAwait(false);
        }
        catch (SqliteException refused) when (refused.SqliteErrorCode == SQLitePCL.raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <summary>The tables of this one installation that the file has: a store of an earlier version has fewer.</summary>
    private const string SecretTables =
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND (name IN ('data_protection_key', 'mail', 'mail_notice') OR name LIKE 'account!_%' ESCAPE '!')";

    /// <summary>Takes every secret out of a copy, and the mail that waits: whoever has a backup must not be able to sign in with it, nor send mail
    /// anew.</summary>
    public static async Task RemoveKeysAsync(string file)
    {
        await using var connection = SqliteDialect.Connection(file, SqliteOpenMode.ReadWrite);
        await connection.OpenAsync().ConfigureAwait(false);
        foreach (var table in await connection.QueryAsync<string>(SecretTables).ConfigureAwait(false))
        {
            await connection.ExecuteAsync($"PRAGMA secure_delete = ON; DELETE FROM {table}").ConfigureAwait(false);
        }
    }

    /// <exception cref="StoreException">The file is damaged, or refers to what it does not hold.</exception>
    public static async Task RequireSoundAsync(string file, CancellationToken cancellationToken)
    {
        await using var connection = await SqliteReading.OpenAsync(file, cancellationToken).ConfigureAwait(false);
        if (await DamageAsync(connection).ConfigureAwait(false) is { } damage)
        {
            throw new StoreException($"The file {Path.GetFullPath(file)} is damaged: {damage}. Use another backup.");
        }
    }

    /// <summary>What is wrong with the file, in the engine's words; null when it is sound.</summary>
    public static async Task<string?> DamageAsync(SqliteConnection connection)
    {
        var said = (await connection.QueryAsync<string>("PRAGMA integrity_check(3)").ConfigureAwait(false)).ToList();
        if (said is not ["ok"])
        {
            return string.Join("; ", said.Select(line => line.ReplaceLineEndings(" ")));
        }

        var lost = (await connection.QueryAsync("PRAGMA foreign_key_check").ConfigureAwait(false)).Count();
        return lost == 0 ? null : $"{lost} rows refer to rows that do not exist";
    }

    /// <summary>Gives an unfinished file its name, when everything of it is on the disk.</summary>
    /// <param name="file">That name.</param>
    /// <param name="overwrites">Whether a file of that name gives way.</param>
    /// <param name="keeps">How many earlier files stay under the names <c>.1</c>, <c>.2</c> and so on, the last one <c>.1</c>.</param>
    public static async Task FinishAsync(string file, bool overwrites, int keeps)
    {
        var unfinished = Unfinished(file);
        await using (var connection = SqliteDialect.Connection(unfinished, SqliteOpenMode.ReadWrite))
        {
            await connection.OpenAsync().ConfigureAwait(false);
            await connection.ExecuteAsync("PRAGMA journal_mode = DELETE").ConfigureAwait(false);
        }

        await using (var stream = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite))
        {
            stream.Flush(flushToDisk: true);
        }

        RequirePlaceFor(file, overwrites || keeps > 0);
        for (var at = keeps; at > 0; at--)
        {
            var earlier = at == 1 ? file : $"{file}.{at - 1}";
            if (File.Exists(earlier))
            {
                File.Move(earlier, $"{file}.{at}", overwrite: true);
            }
        }

        File.Move(unfinished, Path.GetFullPath(file), overwrites);
    }

    /// <summary>Takes away a file and what belongs to it.</summary>
    public static void Remove(string file)
    {
        foreach (var end in Companions.Prepend(string.Empty))
        {
            File.Delete(file + end);
        }
    }
}
