using System.Security.Cryptography;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Storage.Tests.Ledger;

/// <summary>What every engine keeps of who did what, and how it shows that somebody went round it.</summary>
public abstract class AuditContract : EngineContract
{
    private const string OneEntry = "WHERE org = @org AND change = 3 AND ordinal = 1";
    private const string Figures = "WHERE org = @org AND change = 3 AND table_name = 'results'";

    /// <summary>What an intruder does, the change it is found at, and a word of what is said.</summary>
    public static TheoryData<string, string, long, string> Tampering => new()
    {
        {
            "a figure",
            $"UPDATE entry SET body = replace(body, '88.50', '98.50') WHERE org = @org AND change = 2 AND table_name = 'results'",
            2,
            "results FN06 was altered"
        },
        { "a figure with its digest", $"UPDATE entry SET salt = NULL, digest = @made, body = '{{}}' {Figures}", 3, "does not match its hash" },
        { "a body", $"UPDATE entry SET body = NULL {Figures}", 3, "is missing" },
        { "a withdrawal", $"UPDATE entry SET salt = NULL, digest = NULL, body = NULL {Figures}", 3, "does not match its hash" },
        { "which row it was", $"UPDATE entry SET row_key = 'elsewhere', version = 1 {OneEntry}", 3, "does not match its hash" },
        { "a row's place", $"UPDATE entry SET place = place + 1 {OneEntry}", 3, "does not match its hash" },
        { "a row's version", $"UPDATE entry SET version = version + 7 {OneEntry}", 3, "version" },
        { "an entry taken out", $"DELETE FROM entry {OneEntry}", 3, "entry 1 is missing" },
        {
            "an entry added",
            "INSERT INTO entry (org, change, ordinal, table_name, row_key, version, place) SELECT org, change, 1000, 'areas', 'NEW', 1, 0 FROM entry "
            + "WHERE org = @org AND change = 3 AND ordinal = 1",
            3,
            "is missing"
        },
        { "an author", "UPDATE change SET author = 'Another' WHERE org = @org AND number = 4", 4, "does not match its hash" },
        { "a reason", "UPDATE change SET reason = 'Another' WHERE org = @org AND number = 4", 4, "does not match its hash" },
        { "a source", "UPDATE change SET source = 'Another' WHERE org = @org AND number = 4", 4, "does not match its hash" },
        { "a program", "UPDATE change SET program_version = 'Another' WHERE org = @org AND number = 4", 4, "does not match its hash" },
        {
            "a moment",
            "UPDATE change SET recorded_at = (SELECT recorded_at FROM change AS other WHERE other.org = @org AND other.number = 3) WHERE org = @org "
            + "AND number = 4",
            4,
            "does not match its hash"
        },
        {
            "a moment before its time",
            "UPDATE change SET recorded_at = (SELECT recorded_at FROM change AS other WHERE other.org = @org AND other.number = 1) WHERE org = @org "
            + "AND number = 4",
            4,
            "before the change it follows"
        },
        { "a hash", "UPDATE change SET hash = @digest WHERE org = @org AND number = 4", 4, "does not match its hash" },
        { "a link", "UPDATE change SET previous_hash = @digest WHERE org = @org AND number = 4", 4, "does not follow" },
        { "a change taken out", "DELETE FROM change WHERE org = @org AND number = 2", 2, "missing" },
        { "the last change taken out", "DELETE FROM change WHERE org = @org AND number = 5", 5, "5 changes were written and 4 are kept" },
        { "the end", "UPDATE organisation SET last_hash = @digest WHERE org = @org", 5, "not the one recorded as the last" },
        {
            "an entry of no change",
            "INSERT INTO entry (org, change, ordinal, table_name, row_key, version, place) VALUES (@org, 9, 1, 'areas', 'NEW', 1, 0)",
            9,
            "is missing, but its entries exist"
        },
        {
            "a current row",
            "UPDATE current_row SET body = replace(body, '88.50', '98.50'), place = place + 1 WHERE org = @org AND table_name = 'settings' AND "
            + "row_key = 'locale'",
            1,
            "settings locale is not the result of the changes"
        },
        {
            "a current row taken out",
            "DELETE FROM current_row WHERE org = @org AND table_name = 'settings' AND row_key = 'locale'",
            1,
            "settings locale is missing"
        },
        {
            "a current row added",
            "INSERT INTO current_row (org, table_name, row_key, version, change, place, body) VALUES (@org, 'areas', 'NEW', 1, 2, 0, '{}')",
            2,
            "No change wrote areas NEW"
        },
    };

    [Fact]
    public async Task A_record_nobody_touched_is_whole_and_says_how_it_ends()
    {
        Assert.Equal(new AuditVerdict.Whole(0, 0, string.Empty), await Store.VerifyAsync(Organisation));

        await FiveChanges();

        var whole = Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(Organisation));
        var changes = await Store.ChangesAsync(Organisation);
        Assert.Equal((5, changes.Sum(change => change.Entries.Count), changes[^1].Hash), (whole.Changes, whole.Entries, whole.Head));
    }

    [Theory]
    [MemberData(nameof(Tampering))]
    public async Task Tampering_is_found_at_the_change_it_was_done_to(string what, string sql, long change, string said)
    {
        await FiveChanges();

        await Intruder.Force(sql, new { org = Organisation, digest = new byte[32], made = SHA256.HashData("{}"u8) });

        var broken = Assert.IsType<AuditVerdict.Broken>(await Store.VerifyAsync(Organisation));
        Assert.True(broken.Change == change, $"Tampering with {what} was found at change {broken.Change}: {broken.What}");
        Assert.Contains(said, broken.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE entry SET body = NULL")]
    [InlineData("UPDATE entry SET body = NULL, salt = NULL")]
    [InlineData("DELETE FROM entry")]
    [InlineData("UPDATE change SET author = 'Another'")]
    [InlineData("DELETE FROM change")]
    public async Task The_ledger_is_only_ever_added_to(string sql)
    {
        await FiveChanges();

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Intruder.Query(sql, Organisation));

        Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(Organisation));
    }

    [Fact]
    public async Task A_clock_put_back_records_no_change_before_the_one_it_follows()
    {
        await Store.WriteAsync(Stored.Change(Organisation, "A", 0, "First"));
        Clock.Now = Start - TimeSpan.FromHours(1);
        await Store.WriteAsync(Stored.Change(Organisation, "A", 1, "Second"));
        Clock.Now = Start + TimeSpan.FromTicks(12_345_678);
        await Store.WriteAsync(Stored.Change(Organisation, "A", 2, "Third"));

        Assert.Equal([Start, Start, Start + TimeSpan.FromTicks(12_345_670)], (await Store.ChangesAsync(Organisation)).Select(change => change.RecordedAt));
        Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(Organisation));
    }

    [Fact]
    public async Task A_moment_is_the_same_in_every_time_zone()
    {
        Clock.Now = new DateTimeOffset(2025, 10, 26, 1, 30, 0, TimeSpan.FromHours(1));
        await Store.WriteAsync(Stored.Change(Organisation, "A", 0, "In summer time"));
        Clock.Now = new DateTimeOffset(2025, 10, 26, 1, 15, 0, TimeSpan.Zero);
        await Store.WriteAsync(Stored.Change(Organisation, "A", 1, "In winter time"));

        Assert.Equal(1, (await Store.ReadAsync(Organisation, new DateTimeOffset(2025, 10, 26, 6, 30, 0, TimeSpan.FromHours(6)))).Change);
        Assert.Equal(2, (await Store.ReadAsync(Organisation, new DateTimeOffset(2025, 10, 25, 20, 15, 0, TimeSpan.FromHours(-5)))).Change);
    }

    private async Task FiveChanges()
    {
        foreach (var state in SampleStates.Five())
        {
            await Stored.Import(Store, Organisation, state);
            Clock.Now += TimeSpan.FromDays(1);
        }
    }
}
