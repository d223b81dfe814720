using Npgsql;

namespace Quarterdeck.Storage.PostgreSql;

/// <summary>
/// The program's connections: few, whoever is asked for more waits in the order they came. A server has a hundred for all
/// its users, and serves a few at work sooner than many at once.
/// </summary>
internal sealed class PostgreSqlConnections(NpgsqlDataSource source) : IAsyncDisposable
{
    /// <summary>How many a program keeps, unless its address says otherwise.</summary>
    public const int Usual = 20;

    /// <summary>
    /// How many statements a connection keeps prepared where its address asks for it: planning an indicator's page takes longer than reading it.
    /// Not by default, for a pooler between may give each transaction another connection of the server.
    /// </summary>
    public const int Prepared = 20;

    // Others may hold all the server has: asked again so often, 20 seconds in all.
    private const int Attempts = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    // One in five is kept for writers: whoever has the turn to write must not stand behind every reader, with all writers behind.
    private const int ForWriters = 5;

    private readonly SemaphoreSlim _readers = new(Math.Max(1, Most(source) - (Most(source) / ForWriters)));
    private readonly SemaphoreSlim _writers = new(Math.Max(1, Most(source) / ForWriters));

    /// <summary>Server and database, without who or with what password.</summary>
    public string Place { get; } = new NpgsqlConnectionStringBuilder(source.ConnectionString) is var parts
        ? $"{parts.Host}:{parts.Port}/{parts.Database}"
        : string.Empty;

    /// <summary>Runs work on a connection of its own as soon as one is free.</summary>
    public async Task<T> UseAsync<T>(bool isWrite, Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        var free = isWrite ? _writers : _readers;
        await free.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await using var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
            return await work(connection).ConfigureAwait(false);
        }
        finally
        {
            free.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync().ConfigureAwait(false);
        _readers.Dispose();
        _writers.Dispose();
    }

    private static int Most(NpgsqlDataSource source) => new NpgsqlConnectionStringBuilder(source.ConnectionString).MaxPoolSize;

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.TooManyConnections && attempt < Attempts)
            {
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
