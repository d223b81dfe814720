using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Copies;
using Quarterdeck.Storage.Tests.Ledger;
using Quarterdeck.Storage.Tests.PostgreSql;
using Quarterdeck.TestKit.Clocks;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Storage.Tests.Copies;

/// <summary>From each engine to each: everything arrives, or nothing does.</summary>
public sealed class StoreCopyTests(PostgreSqlDatabase database) : IDisposable
{
    private static readonly DateTimeOffset Start = new(2025, 11, 3, 9, 0, 0, 0, 123, TimeSpan.Zero);

    private readonly Places _places = new(database);

    public static TheoryData<string> Engines => Places.Engines;

    public static TheoryData<string, string> Pairs => Places.Pairs;

    public void Dispose() => _places.Dispose();

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Everything_arrives_with_its_history_and_its_chain(string from, string to)
    {
        var (source, target) = (await Filled(from), await _places.New(to));

        var proof = await Copy(source, target);

        Assert.Equal(["north", "south ö|'"], proof.Chains.Select(chain => chain.Organisation));
        Assert.Equal([5L, 4L], proof.Chains.Select(chain => chain.Changes));
        await using var one = await Places.Open(source);
        await using var other = await Places.Open(target);
        foreach (var organisation in proof.Chains.Select(chain => chain.Organisation))
        {
            Assert.Equal(await one.VerifyAsync(organisation), await other.VerifyAsync(organisation));
            Assert.Equal((await one.ReadAsync(organisation)).Rows, (await other.ReadAsync(organisation)).Rows);
            Assert.Equal(
                (await one.ReadAsync(organisation, Start + TimeSpan.FromDays(2))).Rows,
                (await other.ReadAsync(organisation, Start + TimeSpan.FromDays(2))).Rows);
            Assert.Equal(Lines(await one.ChangesAsync(organisation)), Lines(await other.ChangesAsync(organisation)));
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task There_and_back_is_proved_the_same_and_goes_on(string from, string to)
    {
        var (source, target, back) = (await Filled(from), await _places.New(to), await _places.New(from));

        var there = await Copy(source, target);
        var home = await Copy(target, back);
        await using var store = await Places.Open(back);
        var written = await store.WriteAsync(Stored.Change("north", "After", 0, "Written after the move"));

        Assert.Equal(there.Tables, home.Tables);
        Assert.Equal(6, Assert.IsType<WriteOutcome.Written>(written).Number);
        Assert.IsType<AuditVerdict.Whole>(await store.VerifyAsync("north"));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task A_store_that_holds_something_is_never_copied_over(string from, string to)
    {
        var (source, target) = (await Filled(from), await Filled(to));
        await using (var store = await Places.Open(target))
        {
            await store.WriteAsync(Stored.Change("third", "A", 0, "Stays"));
        }

        var refused = await Assert.ThrowsAsync<StoreException>(() => Copy(source, target));

        Assert.Matches("exists already|is not empty", refused.Message);
        await using var again = await Places.Open(target);
        Assert.Equal(1, (await again.ReadAsync("third")).Change);
        Assert.Equal(5, (await again.ReadAsync("north")).Change);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task A_record_that_is_broken_does_not_travel(string from, string to)
    {
        var (source, target) = (await Filled(from), await _places.New(to));
        await Tamper(from, source);

        var refused = await Assert.ThrowsAsync<StoreException>(() => Copy(source, target));

        Assert.Contains("broken record: north, change 5", refused.Message, StringComparison.Ordinal);
        await AssertNothingThere(to, target);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task A_copy_that_is_stopped_leaves_nothing(string from, string to)
    {
        var (source, target) = (await Filled(from), await _places.New(to));
        using var stop = new CancellationTokenSource();
        var work = Places.Work(stop.Token) with { Progress = new StopAt("Copying south", stop) };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => StoreCopy.RunAsync(StoreLocation.Of(source), StoreLocation.Of(target), work));

        await AssertNothingThere(to, target);
        await Copy(source, target);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_empty_store_arrives_empty(string engine)
    {
        var (source, target) = (await _places.New(engine), await _places.New(engine));
        await Places.Make(source);

        var proof = await Copy(source, target);

        Assert.Empty(proof.Tables);
        await using var store = await Places.Open(target);
        Assert.Equal(0, (await store.ReadAsync("north")).Change);
    }

    [Fact]
    public async Task Who_may_see_one_organisation_at_a_time_is_told_to_come_as_the_owner()
    {
        var source = await Filled(Places.PostgreSql);

        var refused = await Assert.ThrowsAsync<StoreException>(() => Copy(Places.ForPeople(source), _places["store.db"]));

        Assert.Contains("one organisation at a time", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_places["store.db"]));
    }

    [Fact]
    public async Task A_difference_of_one_row_is_named()
    {
        TableProof[] sent = [new("north", "change", 2, "aa"), new("north", "entry", 3, "bb")];

        StoreCopier.RequireSame(sent, [.. sent]);
        Assert.Contains(
            "entry of north. Nothing of it was kept",
            Assert.Throws<StoreException>(() => StoreCopier.RequireSame(sent, [sent[0], sent[1] with { Digest = "cc" }])).Message,
            StringComparison.Ordinal);
        Assert.Throws<StoreException>(() => StoreCopier.RequireSame(sent, [sent[0]]));
        Assert.Throws<StoreException>(() => StoreCopier.RequireSame([sent[0]], sent));
        await Task.CompletedTask;
    }

    private static Task<StoreProof> Copy(string from, string to) => StoreCopy.RunAsync(StoreLocation.Of(from), StoreLocation.Of(to), Places.Work());

    private static IEnumerable<string> Lines(IReadOnlyList<RecordedChange> changes) =>
        changes.SelectMany(change => change.Entries.Select(
            entry => $"{change with { Entries = [] }} {entry}".Replace(change.Entries.ToString()!, string.Empty, StringComparison.Ordinal)));

    private async Task<string> Filled(string engine)
    {
        var address = await _places.New(engine);
        await Places.Make(address);
        var clock = new HandClock(Start);
        await using var store = await Places.Open(address, clock);
        foreach (var state in SampleStates.Five())
        {
            await Stored.Import(store, "north", state);
            clock.Now += TimeSpan.FromDays(1);
        }

        await store.WriteAsync(Stored.Change("south ö|'", "A", 0, "\U0001F469 quotes ' \" \\ and\nlines\t", author: " Zoë "));
        await store.WriteAsync(Stored.Change("south ö|'", "A", 1, null));
        await store.WriteAsync(Stored.Change("south ö|'", "B", 0, string.Empty));
        await using var owner = await StoreLocation.Of(address).OpenAsync(clock, "test", makes: false);
        Assert.IsType<EraseOutcome.Erased>(
            await owner.EraseAsync(new Erasing("south ö|'", "Data protection officer", "A person asked for it", "test", "areas", "A", null, ["name"])));
        return address;
    }

    private async Task Tamper(string engine, string address)
    {
        const string Sql = "UPDATE organisation SET last_hash = @hash WHERE org = 'north'";
        if (engine == Places.Sqlite)
        {
            await using var connection = Storage.Sqlite.SqliteDialect.Connection(address, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite);
            await connection.OpenAsync();
            await Dapper.SqlMapper.ExecuteAsync(connection, Sql, new { hash = new byte[32] });
            return;
        }

        await using var server = await database.Open(PostgreSqlServer.Superuser, address[(address.LastIndexOf('/') + 1)..]);
        await Dapper.SqlMapper.ExecuteAsync(server, Sql, new { hash = new byte[32] });
    }

    private async Task AssertNothingThere(string engine, string address)
    {
        if (engine == Places.Sqlite)
        {
            Assert.DoesNotContain(Directory.GetFiles(_places.Folder), file => file.StartsWith(address, StringComparison.Ordinal));
            return;
        }

        await using var server = await database.Open(PostgreSqlServer.Superuser, address[(address.LastIndexOf('/') + 1)..]);
        Assert.Equal(0, await Dapper.SqlMapper.ExecuteScalarAsync<long>(server, "SELECT count(*) FROM pg_namespace WHERE nspname = 'quarterdeck'"));
    }

    private sealed class StopAt(string line, CancellationTokenSource source) : IProgress<string>
    {
        public void Report(string value)
        {
            if (value.StartsWith(line, StringComparison.Ordinal))
            {
                source.Cancel();
            }
        }
    }
}
