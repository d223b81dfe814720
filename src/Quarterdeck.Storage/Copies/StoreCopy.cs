using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Sqlite;

namespace Quarterdeck.Storage.Copies;

/// <summary>Takes a whole store from one engine to another, or to another place on the same.</summary>
public static class StoreCopy
{
    /// <param name="from">Read as it is at this moment, while others write on; not changed.</param>
    /// <param name="to">Not there yet, or an empty database.</param>
    /// <param name="work">How it is done.</param>
    /// <returns>What both stores hold.</returns>
    /// <exception cref="StoreException">It cannot be done, or did not arrive as it left; nothing lasts.</exception>
    public static async Task<StoreProof> RunAsync(StoreLocation from, StoreLocation to, StoreWork work)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(work);
        if (from.File is { } file)
        {
            from.RequireFile();
            return await new SqliteDialect(file).ExplainedAsync(async () =>
            {
                await using var source = await SqliteEndpoint.ReadAsync(file, from.Migrator(work.Clock, work.ProgramVersion), work.Stop).ConfigureAwait(false);
                return await IntoAsync(source, to, work).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }

        await using var server = from.Server();
        return await server.ExplainedAsync(async () =>
        {
            await using var source =
                await PostgreSqlEndpoint.ReadAsync(server, from.Migrator(work.Clock, work.ProgramVersion), work.Stop).ConfigureAwait(false);
            return await IntoAsync(source, to, work).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    internal static Task<StoreProof> IntoAsync(StoreEndpoint source, StoreLocation to, StoreWork work) =>
        to.File is { } file ? IntoFileAsync(source, file, overwrites: false, keeps: 0, to, work) : IntoServerAsync(source, to, work);

    internal static async Task<StoreProof> IntoFileAsync(StoreEndpoint source, string file, bool overwrites, int keeps, StoreLocation to, StoreWork work) =>
        await NewFile.MakeAsync(file, overwrites, keeps, async unfinished =>
        {
            await new SqliteSchema(unfinished, to.Migrator(work.Clock, work.ProgramVersion)).BringUpToDateAsync().ConfigureAwait(false);
            await using var target = await SqliteEndpoint.WriteAsync(unfinished, work.Stop).ConfigureAwait(false);
            return await StoreCopier.RunAsync(source, target, work.Progress, work.Stop).ConfigureAwait(false);
        }).ConfigureAwait(false);

    private static async Task<StoreProof> IntoServerAsync(StoreEndpoint source, StoreLocation to, StoreWork work)
    {
        await using var server = to.Server();
        return await server.ExplainedAsync(async () =>
        {
            await using var target = await PostgreSqlEndpoint.WriteAsync(server, to.Migrator(work.Clock, work.ProgramVersion), work.Stop).ConfigureAwait(false);
            return await StoreCopier.RunAsync(source, target, work.Progress, work.Stop).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }
}
