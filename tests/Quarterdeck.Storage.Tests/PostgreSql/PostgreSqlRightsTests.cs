using Dapper;
using Npgsql;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Tests.Ledger;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Storage.Tests.PostgreSql;

/// <summary>What the program's role may not do, and how a server that is not there is spoken of.</summary>
public sealed class PostgreSqlRightsTests(PostgreSqlDatabase database)
{
    [Theory]
    [InlineData("UPDATE entry SET body = NULL")]
    [InlineData("DELETE FROM entry")]
    [InlineData("TRUNCATE entry")]
    [InlineData("UPDATE change SET author = 'Another'")]
    [InlineData("DELETE FROM change")]
    [InlineData("DELETE FROM current_row")]
    [InlineData("DELETE FROM organisation")]
    [InlineData("DROP TABLE entry")]
    [InlineData("ALTER TABLE entry DISABLE ROW LEVEL SECURITY")]
    [InlineData("ALTER TABLE entry DISABLE TRIGGER ALL")]
    [InlineData("CREATE TABLE own (org text)")]
    [InlineData("INSERT INTO migration VALUES (2, 'x', 'x', 'x', 'x')")]
    [InlineData("SET session_replication_role = replica")]
    public async Task The_programs_role_may_not(string sql)
    {
        SkipWithoutServer();
        await using var connection = await database.Open(PostgreSqlDatabase.Program);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Theory]
    [InlineData(PostgreSqlDatabase.Program)]
    [InlineData(PostgreSqlDatabase.Owner)]
    public async Task A_session_sees_the_organisation_it_names_and_no_other(string role)
    {
        SkipWithoutServer();
        var (mine, theirs) = ($"mine-{role}", $"theirs-{role}");
        await using (var store = await StoreLocation.Of(database.ProgramAddress).OpenAsync(TimeProvider.System, "test", makes: false))
        {
            await store.WriteAsync(Stored.Change(mine, "A", 0, "Mine"));
            await store.WriteAsync(Stored.Change(theirs, "A", 0, "Theirs"));
        }

        await using var connection = await database.Open(role);
        string[] tables = ["organisation", "change", "entry", "current_row", "result_current", "pack_row_current", "publication_current"];
        foreach (var table in tables)
        {
            Assert.Equal(0, await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM {table}"));
        }

        await connection.ExecuteAsync("SELECT set_config('quarterdeck.organisation', @mine, false)", new { mine });
        foreach (var table in tables)
        {
            Assert.Equal(
                table is "result_current" or "publication_current" ? [] : [mine],
                await connection.QueryAsync<string>($"SELECT DISTINCT org FROM {table}"));
        }

        var refused = await Assert.ThrowsAsync<PostgresException>(
            () => connection.ExecuteAsync("INSERT INTO organisation (org, last_change, last_hash) VALUES (@theirs, 0, '')", new { theirs = theirs + "2" }));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Theory]
    [InlineData("quarterdeck_program", "wrong-word", "council", "does not let this user in")]
    [InlineData("nobody", "wrong-word", "council", "does not let this user in")]
    [InlineData("quarterdeck_program", null, "nowhere", "has no database of that name")]
    [InlineData("quarterdeck_program", null, "postgres", "does not let this user do that")]
    public async Task What_the_server_refuses_is_said_plainly_and_without_the_password(string role, string? password, string name, string said)
    {
        SkipWithoutServer();
        var address = $"postgresql://{role}:{Uri.EscapeDataString(password ?? PostgreSqlServer.Password)}@127.0.0.1:{database.Server.Port}/{name}";

        var refused = await Assert.ThrowsAsync<StoreException>(() => StoreLocation.Of(address).OpenAsync(TimeProvider.System, "test", makes: false));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{database.Server.Port}/{name}", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(password ?? PostgreSqlServer.Password, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_so_without_the_password()
    {
        var refused = await Assert.ThrowsAsync<StoreException>(
            () => StoreLocation.Of("postgresql://user:hunter2@127.0.0.1:1/council").OpenAsync(TimeProvider.System, "test", makes: false));

        Assert.Contains("127.0.0.1:1/council, cannot be reached", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refused.Message, StringComparison.Ordinal);
    }

    private static void SkipWithoutServer() => Assert.SkipWhen(PostgreSqlServer.WhyNot is not null, PostgreSqlServer.WhyNot ?? string.Empty);
}
