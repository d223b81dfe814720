using Npgsql;
using Quarterdeck.Application.Store;
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

    /// <summary>The file's name; null for a server.</summary>
    public string? File => _file;

    /// <summary>Whether there may be a store: a server, or a file of that name.</summary>
    public bool IsThere => _server is not null || System.IO.File.Exists(_file);

    /// <param name="text">
    /// A file name; <c>postgresql://user@server:5432/database</c>; or <c>Host=server;Database=database;...</c> as Npgsql
    /// takes it.
    /// </param>
    /// <exception cref="StoreException">It begins as a PostgreSQL address and cannot be read as one. The message does not repeat it, for it may hold a
    /// password.</exception>
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
            throw new StoreException(
                "The store's PostgreSQL address cannot be read. Write it as postgresql://user@server:5432/database, or as "
                + "Host=server;Database=database;Username=user.");
        }
    }

    /// <summary>Opens the store; where it is not there yet, makes it.</summary>
    /// <param name="clock">Says when changes are recorded.</param>
    /// <param name="programVersion">Recorded with what is changed in the schema.</param>
    /// <param name="makes">Whether a file that is not there is made.</param>
    /// <exception cref="StoreException">It cannot be opened, or is of a later version.</exception>
    public async Task<IStore> OpenAsync(TimeProvider clock, string programVersion, bool makes)
    {
        if (_server is not null)
        {
            return await OpenServerAsync(clock, programVersion).ConfigureAwait(false);
        }

        if (!makes)
        {
            RequireFile();
        }

        var engine = new SqliteDialect(_file!);
        var schema = new SqliteSchema(_file!, Migrator(clock, programVersion));
        await engine.ExplainedAsync(async () =>
        {
            await schema.BringUpToDateAsync().ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        return new LedgerStore(engine, clock);
    }

    /// <summary>The steps of the schema the store lacks; all where there is none yet. Nothing is changed.</summary>
    /// <exception cref="StoreException">It cannot be opened, or is of a later version.</exception>
    public async Task<IReadOnlyList<string>> PendingAsync(TimeProvider clock, string programVersion, CancellationToken cancellationToken)
    {
        var migrator = Migrator(clock, programVersion);
        if (_server is not null)
        {
            await using var server = Server();
            return Names(await server.PlainAsync(connection => PostgreSqlSchema.PendingAsync(connection, migrator)).ConfigureAwait(false));
        }

        RequireFile();
        return Names(await new SqliteDialect(_file!).ExplainedAsync(async () =>
        {
            await using var connection = await SqliteReading.OpenAsync(_file!, cancellationToken).ConfigureAwait(false);
            return await SqliteReading.PendingAsync(connection, _file!, migrator).ConfigureAwait(false);
        }).ConfigureAwait(false));
    }

    /// <summary>Brings the schema up to date; a file that fails stays as it was. Then fills what only a use case can make.</summary>
    /// <param name="clock">Says when changes are recorded.</param>
    /// <param name="programVersion">Recorded with what is changed in the schema.</param>
    /// <param name="fillAsync">Called for each organisation once the schema is up to date, also where it was before; null for nothing.</param>
    /// <param name="cancellationToken">Stops the filling.</param>
    /// <exception cref="StoreException">It cannot be changed here.</exception>
    public async Task MigrateAsync(
        TimeProvider clock,
        string programVersion,
        Func<IStore, string, CancellationToken, Task>? fillAsync = null,
        CancellationToken cancellationToken = default)
    {
        await using var store = await OpenAsync(clock, programVersion, makes: false).ConfigureAwait(false);
        foreach (var organisation in fillAsync is null ? [] : await store.OrganisationsAsync(cancellationToken).ConfigureAwait(false))
        {
            await fillAsync!(store, organisation, cancellationToken).ConfigureAwait(false);
        }
    }

    internal Migrator Migrator(TimeProvider clock, string programVersion) =>
        new(Migration.Of(_server is null ? "sqlite" : "postgresql"), clock, programVersion);

    /// <summary>The server, reached for work that may take long.</summary>
    internal PostgreSqlDialect Server()
    {
        var address = new NpgsqlConnectionStringBuilder(_server!.ToString()) { NoResetOnClose = true, CommandTimeout = 0 };
        address.ApplicationName ??= "quarterdeck";
        return new PostgreSqlDialect(NpgsqlDataSource.Create(address));
    }

    /// <exception cref="StoreException">No file is called so.</exception>
    internal void RequireFile()
    {
        if (!IsThere)
        {
            throw new StoreException($"There is no store at '{_file}': no file has this name. Check the name; 'quarterdeck import' makes a new store.");
        }

        // A device or a pipe has no length either.
        if (new FileInfo(_file!) is { Length: 0 })
        {
            throw new StoreException($"The file {Path.GetFullPath(_file!)} is not a store: it is empty, or not an ordinary file. Check the name.");
        }
    }

    private static IReadOnlyList<string> Names(IReadOnlyList<Migration> steps) => [.. steps.Select(step => step.FullName)];

    private async Task<IStore> OpenServerAsync(TimeProvider clock, string programVersion)
    {
        _server!.ApplicationName ??= "quarterdeck";
        if (!_server.ShouldSerialize("Maximum Pool Size"))
        {
            _server.MaxPoolSize = PostgreSqlConnections.Usual;
        }

        // Whatever is said to the server holds for one transaction, so there is nothing to reset.
        _server.NoResetOnClose = true;
        var engine = new PostgreSqlDialect(NpgsqlDataSource.Create(_server));
        var migrator = Migrator(clock, programVersion);
        await engine.PlainAsync(connection => PostgreSqlSchema.BringUpToDateAsync(connection, migrator)).ConfigureAwait(false);
        return new LedgerStore(engine, clock);
    }
}
