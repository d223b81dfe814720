using Quarterdeck.Storage.Tests.Ledger;
using Quarterdeck.Storage.Tests.Publications;
using Quarterdeck.Storage.Tests.Tables;

namespace Quarterdeck.Storage.Tests.Sqlite;

/// <summary>The contract on SQLite.</summary>
public sealed class SqliteStoreTests : StoreContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => SqliteUnderTest.Open(clock);
}

public sealed class SqliteAuditTests : AuditContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => SqliteUnderTest.Open(clock);
}

public sealed class SqliteLongLedgerTests : LongLedgerContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => SqliteUnderTest.Open(clock);
}

public sealed class SqliteTextTests : TextContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => SqliteUnderTest.Open(clock);
}

public sealed class SqliteIndicatorTests : IndicatorContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => SqliteUnderTest.Open(clock);
}

public sealed class SqliteBulkTests : BulkContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => SqliteUnderTest.Open(clock);
}

public sealed class SqlitePublicationTests : PublicationContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => SqliteUnderTest.Open(clock);
}

public sealed class SqliteEraseTests : EraseContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => SqliteUnderTest.Open(clock);

    [Fact]
    public async Task Nothing_of_what_was_erased_is_left_in_the_file_or_beside_it()
    {
        await TwoHolders();
        var files = ((SqliteUnderTest)Intruder).Files;
        Assert.Contains(files, file => Has(file, "Someone Who Left"));

        await Store.EraseAsync(Asked());

        Assert.DoesNotContain(files, file => Has(file, "Someone Who Left"));
        Assert.Contains(files, file => Has(file, "Someone Else"));
    }

    private static bool Has(string file, string text)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;
    }
}

public sealed class SqliteTablesTests : OwnedTablesContract
{
    protected override Task<EngineUnderTest> Open(TimeProvider clock) => SqliteUnderTest.Open(clock);
}
