using Dapper;
using Npgsql;
using Quarterdeck.Storage.PostgreSql;
using Quarterdeck.Storage.Tests.PostgreSql;
using Quarterdeck.TestKit.Programs;

[assembly: AssemblyFixture(typeof(PostgreSqlDatabase))]

namespace Quarterdeck.Storage.Tests.PostgreSql;

/// <summary>One server and one database for all tests: an owner that makes the schema, and the program's role that may do little.</summary>
public sealed class PostgreSqlDatabase : IAsyncLifetime
{
    public const string Database = "council";
    public const string Owner = "quarterdeck_owner";
    public const string Program = "quarterdeck_program";

    private PostgreSqlServer? _server;
    private PgBouncer? _pooler;
    private int _made;

    public PostgreSqlServer Server => _server ?? throw new InvalidOperationException("There is no server: the test should have been skipped.");

    /// <summary>In front of the server, in transaction pooling.</summary>
    public PgBouncer Pooler => _pooler ?? throw new InvalidOperationException("There is no pooler: the test should have been skipped.");

    /// <summary>For the program: least rights.</summary>
    public string ProgramAddress => Server.Address(Program, Database);

    public string OwnerAddress => Server.Address(Owner, Database);

    public async ValueTask InitializeAsync()
    {
        if (PostgreSqlServer.WhyNot is null)
        {
            _server = PostgreSqlServer.Start();
            await Make(_server);
            _pooler = PgBouncer.WhyNot is null ? PgBouncer.Start(_server, Owner, Program) : null;
        }
    }

    /// <summary>Makes the roles, the database and its schema on a server.</summary>
    public static async Task Make(PostgreSqlServer server)
    {
        await using (var connection = await Open(server, PostgreSqlServer.Superuser, "postgres"))
        {
            await connection.ExecuteAsync(
                $"CREATE ROLE {Owner} LOGIN PASSWORD '{PostgreSqlServer.Password}'; CREATE ROLE {Program} LOGIN PASSWORD '{PostgreSqlServer.Password}'");
            await connection.ExecuteAsync($"CREATE DATABASE {Database} OWNER {Owner}");
        }

        await using var made = await StoreLocation.Of(server.Address(Owner, Database)).OpenAsync(TimeProvider.System, "test", makes: true);
    }

    /// <summary>An empty database of the owner's.</summary>
    /// <returns>Its name; <see cref="Server"/> says how to reach it.</returns>
    public async Task<string> NewDatabase()
    {
        var name = $"council_{Interlocked.Increment(ref _made)}";
        await using var connection = await Open(PostgreSqlServer.Superuser, "postgres");
        await connection.ExecuteAsync($"CREATE DATABASE {name} OWNER {Owner}");
        return name;
    }

    /// <summary>A plain connection of a role, as SQL users and intruders have it.</summary>
    public Task<NpgsqlConnection> Open(string role, string database = Database) => Open(Server, role, database);

    public static async Task<NpgsqlConnection> Open(PostgreSqlServer server, string role, string database = Database)
    {
        var parts = PostgreSqlAddress.Read(server.Address(role, database));
        parts.SearchPath = "quarterdeck";
        parts.Pooling = false;
        var connection = new NpgsqlConnection(parts.ToString());
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        _pooler?.Dispose();
        _server?.Dispose();
        await ValueTask.CompletedTask;
    }
}
