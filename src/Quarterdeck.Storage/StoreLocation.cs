using Npgsql;
using Quarterdeck.App.Store;
using Quarterdeck.Storage.Ledger;
using Quarterdeck.Storage.Migrations;
using Quarterdeck.Storage.PostgreSql;
using Quarterdeck.Storage.Sqlite;

namespace Quarterdeck.Storage;

/// <summary>Where a store is: the name of an SQLite file, or how to reach a PostgreSQL database.</summary>
public sealed class StoreLocation
{
    private readonly string? _file;
    private readonly NpgsqlConnectionStringBuilder? _server;

    private StoreLocation(string? file, NpgsqlConnectionStringBuilder? server)
    {
        _file = file;
        _server = server;
    }

    /// <summary>Whether there may be a store: a server, or a file of that name.</summary>
    public bool IsThere => _server is not null || File.Exists(_file);

    /// <param name="text">
    /// A file name; <c>postgresql://user@server:5432/database</c>; or <c>Host=server;Database=database;...</c> as Npgsql
    /// takes it.
    /// </param>
    /// <exception cref="StoreException">It begins as a PostgreSQL address and cannot be read as one. The message does not repeat it, for it may hold a password.</exception>
    public static StoreLocation Of(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        try
        {
            return text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase)
                ? new StoreLocation(null, PostgreSqlAddress.Read(text))
                : text.StartsWith("Host=", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Server=", StringComparison.OrdinalIgnoreCase)
                    ? new StoreLocation(null, new NpgsqlConnectionStringBuilder(text))
                    : new StoreLocation(text, null);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or UriFormatException)
        {
            throw new StoreException("The store's PostgreSQL address cannot be read. Write it as postgresql://user@server:5432/database, or as Host=server;Database=database;Username=user.");
        }
    }

    /// <summary>Opens the store; where it is not there yet, makes it.</summary>
    /// <param name="clock">Says when changes are recorded.</param>
    /// <param name="programVersion">Recorded with what is changed in the schema.</param>
    /// <param name="makes">Whether a file that is not there is made.</param>
    /// <exception cref="StoreException">It cannot be opened, or is of a later version.</exception>
    public async Task<IStore> Open(TimeProvider clock, string programVersion, bool makes)
    {
        if (_server is not null)
        {
            return await OpenServer(clock, programVersion).ConfigureAwait(false);
        }

        if (!makes && !IsThere)
        {
            throw new StoreException($"There is no store at '{_file}': no file is called so. Check the name; importing a pack makes a new one.");
        }

        var engine = new SqliteEngine(_file!);
        var schema = new SqliteSchema(_file!, new Migrator(Migration.Of("sqlite"), clock, programVersion));
        await engine.Explained(async () =>
        {
            await schema.BringUpToDate().ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        return new LedgerStore(engine, clock);
    }

    private async Task<IStore> OpenServer(TimeProvider clock, string programVersion)
    {
        _server!.SearchPath = PostgreSqlEngine.Schema;
        _server.ApplicationName ??= "quarterdeck";
        if (!_server.ShouldSerialize("Maximum Pool Size"))
        {
            _server.MaxPoolSize = PostgreSqlConnections.Usual;
        }

        var engine = new PostgreSqlEngine(NpgsqlDataSource.Create(_server));
        var migrator = new Migrator(Migration.Of("postgresql"), clock, programVersion);
        await engine.Plain(connection => PostgreSqlSchema.BringUpToDate(connection, migrator)).ConfigureAwait(false);
        return new LedgerStore(engine, clock);
    }
}
