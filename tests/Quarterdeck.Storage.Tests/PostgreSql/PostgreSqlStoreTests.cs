using Quarterdeck.App.Store;
using Quarterdeck.Storage.Tests.Ledger;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Storage.Tests.PostgreSql;

/// <summary>The contract on PostgreSQL, by a role that may do no more than the program needs.</summary>
public sealed class PostgreSqlStoreTests(PostgreSqlDatabase database) : StoreContract
{
    protected override Task<IStore> Open(TimeProvider clock)
    {
        Assert.SkipWhen(PostgreSqlServer.WhyNot is not null, PostgreSqlServer.WhyNot ?? string.Empty);
        return database.Open(clock);
    }
}
