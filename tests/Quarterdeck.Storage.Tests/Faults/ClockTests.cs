using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Tests.Ledger;
using Quarterdeck.Storage.Tests.PostgreSql;
using Quarterdeck.Storage.Tests.Sqlite;

namespace Quarterdeck.Storage.Tests.Faults;

/// <summary>A machine's clock that jumps back and forth: recorded moments never go back, and what was known is still found.</summary>
public abstract class ClockContract : EngineContract
{
    [Fact]
    public async Task A_clock_that_jumps_back_records_nothing_before_what_it_follows()
    {
        var random = new Random(30);
        for (var number = 1; number <= 40; number++)
        {
            Clock.Now = Start + TimeSpan.FromMinutes(random.Next(-600_000, 600_000));
            Assert.IsType<WriteOutcome.Written>(await Store.WriteAsync(Stored.Change(Organisation, "A", number - 1, $"Text {number}")));
        }

        var changes = await Store.ChangesAsync(Organisation);
        Assert.Equal(changes.Select(change => change.RecordedAt).Order(), changes.Select(change => change.RecordedAt));
        Assert.True(changes.DistinctBy(change => change.RecordedAt).Count() > 1);
        Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(Organisation));
        foreach (var moment in changes.GroupBy(change => change.RecordedAt))
        {
            Assert.Equal(moment.Max(change => change.Number), (await Store.ReadAsync(Organisation, moment.Key)).Change);
        }
    }
}

public sealed class SqliteClockTests : ClockContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => SqliteUnderTest.Open(clock);
}

public sealed class PostgreSqlClockTests(PostgreSqlDatabase database) : ClockContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => PostgreSqlUnderTest.Open(database, clock);
}
