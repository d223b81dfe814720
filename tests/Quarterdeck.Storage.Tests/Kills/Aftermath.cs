using Quarterdeck.Application.Store;

namespace Quarterdeck.Storage.Tests.Kills;

/// <summary>What must be found after a writer or a server was killed.</summary>
internal static class Aftermath
{
    /// <summary>Everything acknowledged is there, nothing is half there, and the record is whole.</summary>
    /// <param name="store">Opened anew.</param>
    /// <param name="acknowledged">The last change its writer was told was written.</param>
    public static async Task<StoredState> IsWhole(IStore store, long acknowledged)
    {
        var whole = Assert.IsType<AuditVerdict.Whole>(await store.VerifyAsync(KilledChange.Organisation));
        var state = await store.ReadAsync(KilledChange.Organisation);

        // One change more may have been on its way to being acknowledged.
        Assert.InRange(whole.Changes, acknowledged, acknowledged + 1);
        Assert.InRange(state.Change, whole.Changes, acknowledged + 1);
        KilledChange.IsWhole(state);
        return state;
    }
}
