using Quarterdeck.Storage.Tests.Ledger;
using Quarterdeck.Storage.Tests.Publications;
using Quarterdeck.Storage.Tests.Tables;

namespace Quarterdeck.Storage.Tests.PostgreSql;

/// <summary>The contract on PostgreSQL behind PgBouncer in transaction pooling.</summary>
public sealed class PgBouncerStoreTests(PostgreSqlDatabase database) : StoreContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => PostgreSqlUnderTest.OpenPooled(database, clock);
}

public sealed class PgBouncerAuditTests(PostgreSqlDatabase database) : AuditContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => PostgreSqlUnderTest.OpenPooled(database, clock);
}

public sealed class PgBouncerTextTests(PostgreSqlDatabase database) : TextContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => PostgreSqlUnderTest.OpenPooled(database, clock);
}

public sealed class PgBouncerIndicatorTests(PostgreSqlDatabase database) : IndicatorContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => PostgreSqlUnderTest.OpenPooled(database, clock);
}

public sealed class PgBouncerBulkTests(PostgreSqlDatabase database) : BulkContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => PostgreSqlUnderTest.OpenPooled(database, clock);
}

public sealed class PgBouncerPublicationTests(PostgreSqlDatabase database) : PublicationContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => PostgreSqlUnderTest.OpenPooled(database, clock);
}

public sealed class PgBouncerTablesTests(PostgreSqlDatabase database) : OwnedTablesContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => PostgreSqlUnderTest.OpenPooled(database, clock, isOwner: true);
}

public sealed class PgBouncerEraseTests(PostgreSqlDatabase database) : EraseContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => PostgreSqlUnderTest.OpenPooled(database, clock, isOwner: true);
}

/// <summary>A schema is made, looked at and copied through a pooler too.</summary>
public sealed class PgBouncerSchemaTests(PostgreSqlDatabase database)
{
    [Fact]
    public async Task A_store_is_made_and_brought_up_to_date_through_it()
    {
        PostgreSqlUnderTest.SkipWithoutPooler();
        var location = StoreLocation.Of(database.Pooler.Address(PostgreSqlDatabase.Owner, await database.NewDatabase()));
        Assert.NotEmpty(await location.PendingAsync(TimeProvider.System, "test", TestContext.Current.CancellationToken));

        await using var made = await location.OpenAsync(TimeProvider.System, "test", makes: true);

        Assert.Empty(await location.PendingAsync(TimeProvider.System, "test", TestContext.Current.CancellationToken));
        Assert.IsType<Quarterdeck.Application.Store.WriteOutcome.Written>(await made.WriteAsync(Stored.Change("main", "A", 0, "First")));
    }
}
