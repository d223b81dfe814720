using Dapper;
using Quarterdeck.Storage.HealthChecks;
using Quarterdeck.Storage.Tests.Ledger;
using Quarterdeck.Storage.Tests.PostgreSql;
using Quarterdeck.Storage.Tests.Copies;
using Quarterdeck.TestKit.Clocks;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Storage.Tests.HealthChecks;

/// <summary>What is found on each engine, and by whom.</summary>
public sealed class CheckupTests(PostgreSqlDatabase database) : IDisposable
{
    private readonly Places _places = new(database);

    public static TheoryData<string> Engines => Places.Engines;

    public void Dispose() => _places.Dispose();

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_sound_store_is_found_sound(string engine)
    {
        var store = await Filled(engine);

        var found = await Look(Places.ForPeople(store));

        Assert.All(found, each => Assert.True(each.Health == Health.Fine, each.ToString()));
        Assert.Contains(found, each => each.Subject == "record of north" && each.Found.StartsWith("1 changes", StringComparison.Ordinal));
        Assert.Equal(engine == Places.Sqlite, found.Any(each => each.Subject == "record of south"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_clock_before_the_last_change_is_a_fault(string engine)
    {
        var store = await Filled(engine);

        var found = await Look(store, new HandClock(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)));

        Assert.Equal(["clock", "clock"], found.Where(each => each.Health == Health.Faulty).Select(each => each.Subject));
    }

    [Fact]
    public async Task The_owner_sees_every_organisation_and_is_told_not_to_work_as_such()
    {
        var found = await Look(await Filled(Places.PostgreSql));

        Assert.Equal(
            ["record of north", "record of south"],
            found.Select(each => each.Subject).Where(subject => subject.StartsWith("record", StringComparison.Ordinal)));
        Assert.Contains(found, each => each is { Subject: "rights", Health: Health.Doubtful });
    }

    [Fact]
    public async Task Guards_that_were_switched_off_and_a_server_that_may_lose_a_change_are_faults()
    {
        var store = await Filled(Places.PostgreSql);
        var name = store[(store.LastIndexOf('/') + 1)..];
        await using (var connection = await database.Open(PostgreSqlServer.Superuser, name))
        {
            await connection.ExecuteAsync($"ALTER TABLE entry NO FORCE ROW LEVEL SECURITY; ALTER DATABASE {name} SET synchronous_commit = off");
        }

        var found = await Look(store);

        Assert.Equal(["durability", "guards"], found.Where(each => each.Health == Health.Faulty).Select(each => each.Subject));
        Assert.All(found.Where(each => each.Health != Health.Fine), each => Assert.NotEmpty(each.Remedy));
    }

    private static Task<IReadOnlyList<HealthFinding>> Look(string store, TimeProvider? clock = null) =>
        StoreHealthCheck.OfAsync(StoreLocation.Of(store), "north", Places.Work() with { Clock = clock ?? TimeProvider.System });

    private async Task<string> Filled(string engine)
    {
        var address = await _places.New(engine);
        await Places.Make(address);
        await using var store = await Places.Open(address);
        await store.WriteAsync(Stored.Change("north", "A", 0, "First"));
        await store.WriteAsync(Stored.Change("south", "A", 0, "First"));
        return address;
    }
}
