using System.Runtime.CompilerServices;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Storage.Copies;

/// <summary>Takes everything from one store into an empty one, and proves that it says the same there before it lasts.</summary>
internal static class StoreCopier
{
    private const long RowsBetweenReports = 200_000;

    /// <exception cref="StoreException">Something did not arrive as it left, or the record is broken; nothing lasts.</exception>
    public static async Task<StoreProof> RunAsync(StoreEndpoint from, StoreEndpoint to, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var sent = new List<TableProof>();
        foreach (var organisation in await from.OrganisationsAsync(cancellationToken).ConfigureAwait(false))
        {
            await from.EnterAsync(organisation, cancellationToken).ConfigureAwait(false);
            await to.EnterAsync(organisation, cancellationToken).ConfigureAwait(false);
            foreach (var table in StoreTable.All)
            {
                progress.Report($"Copying {organisation}: {table.Name} ...");
                using var digest = new RowHasher();
                await to.WriteAsync(
                    table,
                    ToldAsync(from.RowsAsync(table, organisation, cancellationToken), digest, progress, cancellationToken),
                    cancellationToken).ConfigureAwait(false);
                sent.Add(new TableProof(organisation, table.Name, digest.Rows, digest.Value()));
            }
        }

        var proof = await to.ProveAsync(progress, cancellationToken).ConfigureAwait(false);
        RequireSame(sent, proof.Tables);
        await to.CommitAsync().ConfigureAwait(false);
        return proof;
    }

    /// <exception cref="StoreException">They differ; the message names the first table that does.</exception>
    public static void RequireSame(IReadOnlyList<TableProof> sent, IReadOnlyList<TableProof> arrived)
    {
        var differing = sent.Except(arrived).FirstOrDefault() ?? arrived.Except(sent).FirstOrDefault();
        if (differing is not null)
        {
            throw new StoreException(
                $"The copy differs from what was read: {differing.Table} of {differing.Organisation}. Nothing of it was kept. Check the disk and the "
                + $"memory of the computer, and try again.");
        }
    }

    private static async IAsyncEnumerable<object?[]> ToldAsync(
        IAsyncEnumerable<object?[]> rows,
        RowHasher digest,
        IProgress<string> progress,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            digest.Add(row);
            if (digest.Rows % RowsBetweenReports == 0)
            {
                progress.Report($"  {digest.Rows} rows ...");
            }

            yield return row;
        }
    }
}
