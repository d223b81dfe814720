using System.Globalization;
using Dapper;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Tests.PostgreSql;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Storage.Tests.Kills;

/// <summary>Clients are killed, and the server under a client; on a server of these tests' own.</summary>
public sealed class PostgreSqlKillTests : IAsyncLifetime
{
    private PostgreSqlServer? _server;

    private PostgreSqlServer Server => _server ?? throw new InvalidOperationException("The test should have been skipped.");

    private string Address => Server.Address(PostgreSqlDatabase.Program, PostgreSqlDatabase.Database);

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(PostgreSqlServer.WhyNot is not null, PostgreSqlServer.WhyNot ?? string.Empty);
        _server = PostgreSqlServer.Start();
        await PostgreSqlDatabase.Make(_server);
    }

    public ValueTask DisposeAsync()
    {
        _server?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_client_killed_loses_nothing_acknowledged()
    {
        var random = new Random(9);
        for (var kill = 0; kill < Soak.Of(10, 3); kill++)
        {
            using var writer = new WriterProcess(Writer.Writes, Address);
            await Look((await writer.KillAfter(null, TimeSpan.FromMilliseconds(random.Next(60)))).Acknowledged);
        }

        for (var kill = 0; kill < 2; kill++)
        {
            using var writer = new WriterProcess(Writer.Imports, Address);
            await Look((await writer.KillAfter(Writer.Begins, TimeSpan.FromMilliseconds(random.Next(900)))).Acknowledged);
        }
    }

    [Fact]
    public async Task A_step_of_the_schema_cut_off_is_taken_whole_the_next_time()
    {
        var address = Server.Address(PostgreSqlDatabase.Owner, PostgreSqlDatabase.Database);
        await using (var store = await StoreLocation.Of(Address).OpenAsync(TimeProvider.System, "test", makes: false))
        {
            Assert.IsType<WriteOutcome.Written>(await store.WriteAsync(KilledChange.Of(1, await store.ReadAsync(KilledChange.Organisation))));
        }

        var random = new Random(10);
        for (var kill = 0; kill < Soak.Of(4, 2); kill++)
        {
            using var migrating = new WriterProcess(Writer.Migrates, address);
            await migrating.KillAfter(Writer.Begins, TimeSpan.FromMilliseconds(random.Next(400)));
            await IsWholeStep();
        }

        await LongStep.Take(address);
        Assert.True(await IsWholeStep());
    }

    /// <summary>Six times the server is killed whole, six times the process of the client's connection.</summary>
    [Theory]
    [InlineData(true, 11)]
    [InlineData(false, 12)]
    public async Task A_server_killed_loses_nothing_acknowledged_and_its_client_is_told_plainly(bool isWholeServer, int seed)
    {
        var random = new Random(seed);
        var client = new Client(Address);
        for (var kill = 0; kill < Soak.Of(6, 2); kill++)
        {
            using var stop = new CancellationTokenSource();
            var writing = Task.Run(() => client.Write(stop.Token));
            await client.HasWritten();
            await Task.Delay(random.Next(80));
            if (isWholeServer)
            {
                Server.Kill();
                Assert.NotNull(await Assert.ThrowsAsync<StoreException>(client.Read));
                Server.StartAgain();
            }
            else
            {
                Server.KillConnection(await BackendOfClient());
            }

            await client.HasWritten();
            await stop.CancelAsync();
            await writing;
        }

        Assert.All(
            client.Told,
            told => Assert.Matches("cannot be reached: .*Nothing was changed|is stopping or starting. Nothing was changed|It is not known whether", told));
        Assert.NotEmpty(client.Told);
        await Look(client.Acknowledged, atMost: client.Acknowledged);
    }

    private async Task Look(long acknowledged, long? atMost = null)
    {
        await using var store = await Recovered();
        Assert.InRange((await Aftermath.IsWhole(store, acknowledged)).Change, acknowledged, atMost ?? acknowledged + 1);
    }

    /// <summary>The store, once the server has recovered from the last kill: until then it says that it is starting.</summary>
    private async Task<IStore> Recovered()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await StoreLocation.Of(Address).OpenAsync(TimeProvider.System, "test", makes: false);
            }
            catch (StoreException starting) when (attempt < 100 && starting.Message.Contains("is stopping or starting", StringComparison.Ordinal))
            {
                await Task.Delay(TimeSpan.FromSeconds(0.2));
            }
        }
    }

    private async Task<int> BackendOfClient()
    {
        await using var connection = await PostgreSqlDatabase.Open(Server, PostgreSqlServer.Superuser);
        for (; ; )
        {
            if (await connection.ExecuteScalarAsync<int?>(
                "SELECT pid FROM pg_stat_activity WHERE application_name = 'quarterdeck' AND state <> 'idle' LIMIT 1") is { } process)
            {
                return process;
            }
        }
    }

    private async Task<bool> IsWholeStep()
    {
        await using var connection = await PostgreSqlDatabase.Open(Server, PostgreSqlServer.Superuser);
        var isTaken = await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM migration WHERE name = 'long'") == 1;
        Assert.Equal(isTaken, await connection.ExecuteScalarAsync<bool>("SELECT to_regclass('quarterdeck.long_step') IS NOT NULL"));
        if (isTaken)
        {
            Assert.Equal(LongStep.Rows, await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM long_step"));
            Assert.Equal(0, await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM current_row WHERE note IS NULL"));
        }

        return isTaken;
    }

    /// <summary>A client within this program: it writes on whatever happens, and keeps what it was told.</summary>
    private sealed class Client(string address)
    {
        private long _written;
        private bool _isInDoubt;

        public long Acknowledged { get; private set; }

        public List<string> Told { get; } = [];

        public async Task Write(CancellationToken cancellationToken)
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                try
                {
                    await using var store = await StoreLocation.Of(address).OpenAsync(TimeProvider.System, "test", makes: false);
                    while (!cancellationToken.IsCancellationRequested)
                    {
                        var state = await store.ReadAsync(KilledChange.Organisation, cancellationToken: CancellationToken.None);

                        // One change more than acknowledged is one whose outcome was not known.
                        Assert.InRange(state.Change, Acknowledged, Acknowledged + (_isInDoubt ? 1 : 0));
                        _isInDoubt = false;
                        Acknowledged = state.Change;
                        Acknowledged = Assert.IsType<WriteOutcome.Written>(
                            await store.WriteAsync(KilledChange.Of(state.Change + 1, state), CancellationToken.None)).Number;
                        Interlocked.Increment(ref _written);
                    }
                }
                catch (StoreException told)
                {
                    Told.Add(told.Message);
                    _isInDoubt |= told.Message.Contains("not known whether", StringComparison.Ordinal);
                }
            }
        }

        public async Task Read()
        {
            await using var store = await StoreLocation.Of(address).OpenAsync(TimeProvider.System, "test", makes: false);
            await store.ReadAsync(KilledChange.Organisation);
        }

        /// <summary>Waits until it has written once more.</summary>
        public async Task HasWritten()
        {
            var before = Interlocked.Read(ref _written);
            for (var waited = 0; Interlocked.Read(ref _written) == before; waited++)
            {
                Assert.True(
                    waited < 3000,
                    string.Create(CultureInfo.InvariantCulture, $"Nothing was written for a long time after {before} changes: {Told.LastOrDefault()}"));
                await Task.Delay(10);
            }
        }
    }
}
