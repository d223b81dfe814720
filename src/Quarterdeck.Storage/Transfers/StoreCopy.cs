using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Backups;
using Quarterdeck.Storage.Sqlite;

namespace Quarterdeck.Storage.Transfers;

/// <summary>Takes a whole store from one engine to another, or to another place on the same.</summary>
public static class StoreCopy
{
    /// <param name="from">Read as it is at this moment, while others write on; not changed.</param>
    /// <param name="to">Not there yet, or an empty database.</param>
    /// <param name="work">How it is done.</param>
    /// <returns>What both stores hold.</returns>
    /// <exception cref="StoreException">It cannot be done, or did not arrive as it left; nothing lasts.</exception>
    public static async Task<StoreProof> Run(StoreLocation from, StoreLocation to, StoreWork work)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(work);
        if (from.File is { } file)
        {
            from.RequireFile();
            return await new SqliteEngine(file).Explained(async () =>
            {
                await using var source = await SqliteEnd.Read(file, from.Migrator(work.Clock, work.ProgramVersion), work.Stop).ConfigureAwait(false);
                return await Into(source, to, work).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }

        await using var server = from.Server();
        return await server.Explained(async () =>
        {
            await using var source = await PostgreSqlEnd.Read(server, from.Migrator(work.Clock, work.ProgramVersion), work.Stop).ConfigureAwait(false);
            return await Into(source, to, work).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    internal static Task<StoreProof> Into(TransferEnd source, StoreLocation to, StoreWork work) =>
        to.File is { } file ? IntoFile(source, file, overwrites: false, keeps: 0, to, work) : IntoServer(source, to, work);

    internal static async Task<StoreProof> IntoFile(TransferEnd source, string file, bool overwrites, int keeps, StoreLocation to, StoreWork work) =>
        await NewFile.Make(file, overwrites, keeps, async unfinished =>
        {
            await new SqliteSchema(unfinished, to.Migrator(work.Clock, work.ProgramVersion)).BringUpToDate().ConfigureAwait(false);
            await using var target = await SqliteEnd.Write(unfinished, work.Stop).ConfigureAwait(false);
            return await Transfer.Run(source, target, work.Progress, work.Stop).ConfigureAwait(false);
        }).ConfigureAwait(false);

    private static async Task<StoreProof> IntoServer(TransferEnd source, StoreLocation to, StoreWork work)
    {
        await using var server = to.Server();
        return await server.Explained(async () =>
        {
            await using var target = await PostgreSqlEnd.Write(server, to.Migrator(work.Clock, work.ProgramVersion), work.Stop).ConfigureAwait(false);
            return await Transfer.Run(source, target, work.Progress, work.Stop).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }
}
