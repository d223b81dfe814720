using Quarterdeck.Storage.Tests.Ledger;
using Quarterdeck.Storage.Tests.Publications;
using Quarterdeck.Storage.Tests.Tables;

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

public sealed class PostgreSqlLongLedgerTests(PostgreSqlDatabase database) : LongLedgerContract
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

/// <summary>Erasing is the owner's.</summary>
public sealed class PostgreSqlEraseTests(PostgreSqlDatabase database) : EraseContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => PostgreSqlUnderTest.Open(database, clock, isOwner: true);

    [Fact]
    public async Task Who_is_not_the_owner_erases_nothing()
    {
        await TwoHolders();
        await using var people = await StoreLocation.Of(database.ProgramAddress).OpenAsync(Clock, "test", makes: false);

        var refused = await Assert.ThrowsAsync<Quarterdeck.Application.Store.StoreException>(() => people.EraseAsync(Asked()));

        Assert.Contains("everything else, except erasing", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await Store.ReadAsync(Organisation)).Change);
    }
}

public sealed class PostgreSqlTablesTests(PostgreSqlDatabase database) : TablesContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => PostgreSqlUnderTest.Open(database, clock);
}

public sealed class PostgreSqlOwnedTablesTests(PostgreSqlDatabase database) : OwnedTablesContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => PostgreSqlUnderTest.Open(database, clock, isOwner: true);
}
