using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Application.Collection;

/// <summary>What a release is made of: if any of it changes between the setting of its hour and the hour, it is not published.</summary>
/// <param name="Released">The returns in the release.</param>
/// <param name="Digest">Fingerprint of them, and of everything the reports are made of.</param>
internal sealed record BoundRelease(IReadOnlyList<StoredReturn> Released, string Digest)
{
    public static async Task<BoundRelease> ReadAsync(Desk desk, Month month, CancellationToken cancellationToken)
    {
        var state = await desk.Store.ReadAsync(desk.Organisation, cancellationToken: cancellationToken).ConfigureAwait(false);
        var returns = await RoundBook.ReturnsAsync(desk, month, cancellationToken).ConfigureAwait(false);
        List<StoredReturn> released = [.. returns.Where(held => held.State == ReturnState.InRelease)];
        return new BoundRelease(
            released,
            Tokens.Digest(string.Join('\n', released.Select(held => $"{held.Id.Key} {held.Version}").Prepend(RowDigest.Of(state)))));
    }
}
