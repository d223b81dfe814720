using Quarterdeck.Storage.Tests.Ledger;
using Quarterdeck.Storage.Tests.PostgreSql;
using Quarterdeck.Storage.Tests.Sqlite;

namespace Quarterdeck.Storage.Tests.Collection;

public sealed class SqliteRoundTests : RoundContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => SqliteUnderTest.Open(clock);
}

public sealed class SqliteAccountTests : AccountContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => SqliteUnderTest.Open(clock);
}

public sealed class PostgreSqlRoundTests(PostgreSqlDatabase database) : RoundContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => PostgreSqlUnderTest.Open(database, clock);
}

/// <summary>Erasing is the owner's.</summary>
public sealed class PostgreSqlAccountTests(PostgreSqlDatabase database) : AccountContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => PostgreSqlUnderTest.Open(database, clock, isOwner: true);
}

public sealed class SqliteMailTests : MailContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => SqliteUnderTest.Open(clock);
}

/// <summary>Who left is forgotten by the owner.</summary>
public sealed class PostgreSqlMailTests(PostgreSqlDatabase database) : MailContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => PostgreSqlUnderTest.Open(database, clock, isOwner: true);
}

public sealed class SqliteReleaseTests : ReleaseContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => SqliteUnderTest.Open(clock);
}

public sealed class PostgreSqlReleaseTests(PostgreSqlDatabase database) : ReleaseContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => PostgreSqlUnderTest.Open(database, clock);
}
