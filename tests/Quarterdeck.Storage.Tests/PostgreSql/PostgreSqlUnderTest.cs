using Dapper;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Tests.Ledger;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Storage.Tests.PostgreSql;

/// <summary>A store opened by the program's role, in the one database of all tests.</summary>
internal sealed class PostgreSqlUnderTest(IStore store, PostgreSqlDatabase database) : EngineUnderTest(store)
{
    public static async Task<EngineUnderTest> Open(PostgreSqlDatabase database, TimeProvider clock, bool isOwner = false)
    {
        Assert.SkipWhen(PostgreSqlServer.WhyNot is not null, PostgreSqlServer.WhyNot ?? string.Empty);
        return new PostgreSqlUnderTest(
            await StoreLocation.Of(isOwner ? database.OwnerAddress : database.ProgramAddress).OpenAsync(clock, "test", makes: false),
            database);
    }

    /// <summary>The same through a pooler that gives each transaction another connection.</summary>
    public static async Task<EngineUnderTest> OpenPooled(PostgreSqlDatabase database, TimeProvider clock, bool isOwner = false)
    {
        SkipWithoutPooler();
        var address = database.Pooler.Address(isOwner ? PostgreSqlDatabase.Owner : PostgreSqlDatabase.Program, PostgreSqlDatabase.Database);
        return new PostgreSqlUnderTest(await StoreLocation.Of(address).OpenAsync(clock, "test", makes: false), database);
    }

    public static void SkipWithoutPooler()
    {
        var whyNot = PostgreSqlServer.WhyNot ?? PgBouncer.WhyNot;
        Assert.SkipWhen(whyNot is not null, whyNot ?? string.Empty);
    }

    public override string Location => database.ProgramAddress;

    public override async Task Force(string sql, object parameters)
    {
        await using var connection = await database.Open(PostgreSqlServer.Superuser);
        await connection.ExecuteAsync("SET session_replication_role = replica");
        Assert.True(await connection.ExecuteAsync(sql, parameters) > 0, "The intruder found nothing to change.");
    }

    public override async Task<IReadOnlyList<string>> Query(string sql, string organisation)
    {
        await using var connection = await database.Open(PostgreSqlDatabase.Owner);
        await connection.ExecuteAsync("SELECT set_config('quarterdeck.organisation', @organisation, false)", new { organisation });
        return Lines((await connection.QueryAsync(sql, new { org = organisation })).Cast<IDictionary<string, object?>>());
    }
}
