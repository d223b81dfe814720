using Quarterdeck.Storage.Tests.Ledger;
using Quarterdeck.Storage.Tests.Publications;

namespace Quarterdeck.Storage.Tests.PostgreSql;

/// <summary>The contract on PostgreSQL, by a role that may do no more than the program needs.</summary>
public sealed class PostgreSqlStoreTests(PostgreSqlDatabase database) : StoreContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => PostgreSqlUnderTest.Open(database, clock);
}

public sealed class PostgreSqlAuditTests(PostgreSqlDatabase database) : AuditContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => PostgreSqlUnderTest.Open(database, clock);
}

public sealed class PostgreSqlTextTests(PostgreSqlDatabase database) : TextContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => PostgreSqlUnderTest.Open(database, clock);
}

public sealed class PostgreSqlIndicatorTests(PostgreSqlDatabase database) : IndicatorContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => PostgreSqlUnderTest.Open(database, clock);
}

public sealed class PostgreSqlBulkTests(PostgreSqlDatabase database) : BulkContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => PostgreSqlUnderTest.Open(database, clock);
}

public sealed class PostgreSqlPublicationTests(PostgreSqlDatabase database) : PublicationContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => PostgreSqlUnderTest.Open(database, clock);
}
