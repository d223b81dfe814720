using Quarterdeck.App.Store;
using Quarterdeck.Storage.Tests.Ledger;
using Quarterdeck.TestKit.Packs;

namespace Quarterdeck.Storage.Tests.Sqlite;

/// <summary>The contract on SQLite.</summary>
public sealed class SqliteStoreTests : StoreContract
{
    private readonly TemporaryPack _folder = new();

    protected override Task<IStore> Open(TimeProvider clock) => StoreLocation.Of(_folder["store.db"]).Open(clock, "test", makes: true);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
