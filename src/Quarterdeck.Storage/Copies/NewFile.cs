using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Sqlite;

namespace Quarterdeck.Storage.Copies;

/// <summary>Makes a file under another name, and gives it its own when all of it is sound and on the disk.</summary>
internal static class NewFile
{
    /// <param name="file">The name it is to have.</param>
    /// <param name="overwrites">Whether a file of that name gives way.</param>
    /// <param name="keeps">How many earlier files of that name are kept, numbered.</param>
    /// <param name="make">Makes the file called so; until it is done nothing else counts.</param>
    /// <exception cref="StoreException">It cannot be made there; nothing is left behind.</exception>
    public static Task<T> MakeAsync<T>(string file, bool overwrites, int keeps, Func<string, Task<T>> make) =>
        new SqliteDialect(file).ExplainedAsync(async () =>
    {
        SqliteFiles.RequirePlaceFor(file, overwrites || keeps > 0);
        var unfinished = SqliteFiles.Unfinished(file);
        SqliteFiles.Remove(unfinished);
        try
        {
            var made = await make(unfinished).ConfigureAwait(false);
            await SqliteFiles.FinishAsync(file, overwrites, keeps).ConfigureAwait(false);
            return made;
        }
        finally
        {
            SqliteFiles.Remove(unfinished);
        }
    });
}
