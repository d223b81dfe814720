using Quarterdeck.Storage.Tests.Ledger;
using Quarterdeck.Storage.Tests.Publications;

namespace Quarterdeck.Storage.Tests.Sqlite;

/// <summary>The contract on SQLite.</summary>
public sealed class SqliteStoreTests : StoreContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => SqliteUnderTest.Open(clock);
}

public sealed class SqliteAuditTests : AuditContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => SqliteUnderTest.Open(clock);
}

public sealed class SqliteTextTests : TextContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => SqliteUnderTest.Open(clock);
}

public sealed class SqliteIndicatorTests : IndicatorContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => SqliteUnderTest.Open(clock);
}

public sealed class SqliteBulkTests : BulkContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => SqliteUnderTest.Open(clock);
}

public sealed class SqlitePublicationTests : PublicationContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => SqliteUnderTest.Open(clock);
}
