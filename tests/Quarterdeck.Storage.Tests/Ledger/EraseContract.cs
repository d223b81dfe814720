using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Packs;
using Quarterdeck.TestKit;

namespace Quarterdeck.Storage.Tests.Ledger;

/// <summary>What every engine forgets for good, and what it keeps of having forgotten.</summary>
public abstract class EraseContract : EngineContract
{
    private static Pack Series(string line) => Packed.From(
        "areas\ncode,name\nX,Area\n",
        "indicators\nref,title,area,kind,unit,frequency,polarity\nA1,Calls,X,kpi,number,month,higher\n",
        $"results\nref,period,value,numerator,denominator,note\n{line}\n");

    private const string Left = "Someone Who Left";

    /// <summary>What is done to a record in which change 1 was erased by change 3, the change it is found at, and a word of what is said.</summary>
    public static TheoryData<string, string, long, string> Tampering => new()
    {
        { "the text put back", "UPDATE entry SET body = '{}' WHERE org = @org AND change = 1", 1, "was altered" },
        { "the record of it taken out", "DELETE FROM entry WHERE org = @org AND change = 3", 1, "no change records that it was erased" },
        { "what is left of it", "UPDATE entry SET body = replace(body, 'A', 'B') WHERE org = @org AND change = 3", 3, "was altered" },
        { "what is left of it taken out", "UPDATE entry SET body = NULL WHERE org = @org AND change = 3", 3, "no change records that it was erased" },
        {
            "another text erased by hand",
            "UPDATE entry SET body = NULL, salt = NULL WHERE org = @org AND change = 2",
            2,
            "no change records that it was erased"
        },
        {
            "the record made to speak of another",
            "UPDATE entry SET row_key = replace(row_key, '/1/', '/2/') WHERE org = @org AND change = 3",
            1,
            "no change records that it was erased"
        },
    };

    [Theory]
    [InlineData("name")]
    [InlineData(null)]
    public async Task What_a_row_once_said_is_gone_from_every_view_and_the_record_is_whole(string? cell)
    {
        await TwoHolders();

        var erased = Assert.IsType<EraseOutcome.Erased>(await Store.EraseAsync(Asked(cell)));

        Assert.Equal(3, erased.Number);
        Assert.Equal([1L], erased.Versions);
        Assert.Equal(new AuditVerdict.Whole(3, 3, (await Store.ChangesAsync(Organisation))[^1].Hash) { Erased = 1 }, await Store.VerifyAsync(Organisation));
        Assert.DoesNotContain(await Everything(), text => text.Contains(Left, StringComparison.Ordinal));
        Assert.Equal("Someone Else", RowBody.Read((await Store.ReadAsync(Organisation)).Rows.Single().Body!)["name"]);
    }

    [Fact]
    public async Task An_earlier_state_shows_what_is_left()
    {
        await TwoHolders();

        await Store.EraseAsync(Asked("name"));
        Assert.Equal(
            new Dictionary<string, string> { ["code"] = "A", ["name"] = "[erased]" },
            RowBody.Read((await Store.ReadAsync(Organisation, Start)).Rows.Single().Body!));

        await Store.EraseAsync(Asked());
        Assert.Null((await Store.ReadAsync(Organisation, Start)).Rows.Single().Body);
        Assert.Equal("Someone Else", RowBody.Read((await Store.ReadAsync(Organisation, Clock.Now)).Rows.Single().Body!)["name"]);
        Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(Organisation));
    }

    [Fact]
    public async Task A_series_stated_once_is_read_as_one_stated_again_and_what_it_first_said_can_then_be_erased()
    {
        var moments = new List<DateTimeOffset>();
        foreach (var line in new[] { "A1,2025-05,97.50,,,by J Bloggs", "A1,2025-05,97.50,,,counted again" })
        {
            await Stored.Import(Store, Organisation, Series(line));
            var recordedAt = (await Store.ReadAsync(Organisation)).RecordedAt!.Value;
            moments.Add(recordedAt);
            foreach (var state in new[]
            {
                await Store.ReadAsync(Organisation),
                await Store.ReadIndicatorAsync(Organisation, "A1"),
                await Store.ReadAsync(Organisation, recordedAt)
            })
            {
                Assert.Contains(line.Split(',')[^1], state.Rows.Single(row => row.Table == ResultBlock.Table).Body!, StringComparison.Ordinal);
            }
        }

        var refused = await Store.EraseAsync(new Erasing(Organisation, "An officer", "Asked for", "test", ResultBlock.Table, "A1", 2, ["note"]));
        var erased = await Store.EraseAsync(new Erasing(Organisation, "An officer", "Asked for", "test", ResultBlock.Table, "A1", 1, ["note"]));

        Assert.IsType<EraseOutcome.Refused>(refused);
        Assert.IsType<EraseOutcome.Erased>(erased);
        Assert.DoesNotContain(
            "Bloggs",
            string.Concat((await Store.ReadAsync(Organisation, moments[0])).Rows.Select(row => row.Body)),
            StringComparison.Ordinal);
        Assert.Contains(
            "counted again",
            (await Store.ReadAsync(Organisation)).Rows.Single(row => row.Table == ResultBlock.Table).Body!,
            StringComparison.Ordinal);
        Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(Organisation));
    }

    [Fact]
    public async Task What_an_earlier_erasing_left_can_be_erased_too()
    {
        await Store.WriteAsync(Stored.Change(Organisation, "A", 0, Left));
        Clock.Now += TimeSpan.FromDays(1);
        await Store.WriteAsync(Stored.Change(Organisation, "A", 1, null));

        Assert.IsType<EraseOutcome.Erased>(await Store.EraseAsync(Asked("code")));
        Assert.Contains(await Everything(), text => text.Contains(Left, StringComparison.Ordinal));
        Assert.IsType<EraseOutcome.Erased>(await Store.EraseAsync(Asked("name")));

        Assert.DoesNotContain(await Everything(), text => text.Contains(Left, StringComparison.Ordinal));
        Assert.Equal(["[erased]", "[erased]"], RowBody.Read((await Store.ReadAsync(Organisation, Start)).Rows.Single().Body!).Values);
        Assert.Equal(1, Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(Organisation)).Erased);
        Assert.IsType<EraseOutcome.Refused>(await Store.EraseAsync(Asked("name")));
    }

    [Fact]
    public async Task History_says_who_erased_what_row_and_why_and_never_what()
    {
        await TwoHolders();
        await Store.EraseAsync(Asked());

        var records = History.Of(await Store.ChangesAsync(Organisation)).ToList();

        Assert.Equal(
            [(1, ChangeKind.Added), (2, ChangeKind.Changed), (3, ChangeKind.Erased)],
            records.Select(record => ((int)record.Change.Number, record.Row.Kind)));
        Assert.Equal(
            ("Data protection officer", "A person asked for it", "areas", "A"),
            (records[2].Change.Author, records[2].Change.Reason, records[2].Row.Table, records[2].Row.Key.Text));
        Assert.Equal(
            ["row [erased]", null],
            new[] { records[0], records[2] }.Select(record => RowChangeRecord.HistoryFields.Single(field => field.Name == "after").Value(record)));
    }

    [Fact]
    public async Task What_is_in_force_is_not_erased()
    {
        await Store.WriteAsync(Stored.Change(Organisation, "A", 0, Left));

        var refused = Assert.IsType<EraseOutcome.Refused>(await Store.EraseAsync(Asked()));
        await Store.WriteAsync(Stored.Change(Organisation, "A", 1, "Someone Else"));
        var last = Assert.IsType<EraseOutcome.Refused>(await Store.EraseAsync(Asked() with { Version = 2 }));

        Assert.Contains("is current", refused.Why, StringComparison.Ordinal);
        Assert.Contains("is current", last.Why, StringComparison.Ordinal);
        Assert.Equal(2, (await Store.ReadAsync(Organisation)).Change);
    }

    [Theory]
    [InlineData("nowhere", "A", null, "never had a row A")]
    [InlineData("areas", "B", null, "never had a row B")]
    [InlineData(SystemTables.Erased, "areas/1/A", null, "the record itself")]
    [InlineData(SystemTables.Publications, "dashboard-2025-10", null, "the record itself")]
    [InlineData("areas", "A", 7L, "nothing to erase in areas A in version 7")]
    public async Task What_is_not_there_is_said_so(string table, string key, long? version, string said)
    {
        await TwoHolders();

        var refused = Assert.IsType<EraseOutcome.Refused>(await Store.EraseAsync(Asked() with { Table = table, Key = key, Version = version }));

        Assert.Contains(said, refused.Why, StringComparison.Ordinal);
        Assert.Equal(2, (await Store.ReadAsync(Organisation)).Change);
    }

    [Fact]
    public async Task Notes_of_results_are_erased_once_they_are_stated_anew_and_no_figure_is_lost()
    {
        await Store.WriteAsync(Results(0, ("2025-01", "1.50", Left), ("2025-02", "2.50", "Fine")));
        Assert.IsType<EraseOutcome.Refused>(await Store.EraseAsync(Asked("note") with { Table = "results" }));
        Clock.Now += TimeSpan.FromDays(1);
        await Store.WriteAsync(Results(1, ("2025-01", "1.50", "By name of role")));

        Assert.IsType<EraseOutcome.Refused>(await Store.EraseAsync(Asked() with { Table = "results" }));
        var before = (await Store.ReadAsync(Organisation)).Rows.Single().Body;
        await Store.WriteAsync(Results(2, ("2025-02", "2.50", "Fine as well")));
        Assert.IsType<EraseOutcome.Erased>(await Store.EraseAsync(Asked("note") with { Table = "results", Version = 1 }));

        Assert.NotEqual(before, (await Store.ReadAsync(Organisation)).Rows.Single().Body);
        var then =
            ResultBlock.Read((await Store.ReadAsync(Organisation, Start)).Rows.Single().Body!).Results.Values.Select(cells => (cells!["value"], cells["note"]));
        Assert.Equal([("1.50", "[erased]"), ("2.50", "[erased]")], then);
        Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(Organisation));
    }

    [Theory]
    [MemberData(nameof(Tampering))]
    public async Task Erasing_is_told_from_tampering(string what, string sql, long change, string said)
    {
        await TwoHolders();
        await Store.EraseAsync(Asked("name"));

        await Intruder.Force(sql, new { org = Organisation });

        var broken = Assert.IsType<AuditVerdict.Broken>(await Store.VerifyAsync(Organisation));
        Assert.True(broken.Change == change, $"{what} was found at change {broken.Change}: {broken.What}");
        Assert.Contains(said, broken.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE entry SET body = NULL, salt = NULL WHERE change = 2")]
    [InlineData("UPDATE entry SET body = NULL, salt = NULL WHERE change = 3")]
    [InlineData("UPDATE entry SET body = NULL, salt = NULL, digest = NULL WHERE change = 1")]
    [InlineData("UPDATE entry SET body = NULL, salt = NULL, place = 0 WHERE change = 1")]
    [InlineData("UPDATE entry SET body = 'x', salt = NULL WHERE change = 1")]
    [InlineData("DELETE FROM entry WHERE change = 1")]
    public async Task An_erasing_opens_no_other_way(string sql)
    {
        await TwoHolders();
        await Store.EraseAsync(Asked("name"));

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Intruder.Query($"{sql} AND org = @org", Organisation));

        Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(Organisation));
    }

    protected async Task TwoHolders()
    {
        await Store.WriteAsync(Stored.Change(Organisation, "A", 0, Left));
        Clock.Now += TimeSpan.FromDays(1);
        await Store.WriteAsync(Stored.Change(Organisation, "A", 1, "Someone Else"));
        Clock.Now += TimeSpan.FromDays(1);
    }

    protected Erasing Asked(string? cell = null) =>
        new(Organisation, "Data protection officer", "A person asked for it", "test", "areas", "A", null, cell is null ? [] : [cell]);

    private Change Results(long expected, params (string Period, string Value, string Note)[] results)
    {
        var block = new ResultBlock();
        foreach (var (period, value, note) in results)
        {
            block.Set(new ResultKey(string.Empty, period), new Dictionary<string, string> { ["value"] = value, ["note"] = note });
        }

        return Stored.Change(Organisation, "A", 0, null) with { Statements = [new RowWrite(ResultBlock.Table, "A", expected, 0, block.Write())] };
    }

    /// <summary>Every text the store gives away.</summary>
    private async Task<IReadOnlyList<string>> Everything() =>
    [
        .. (await Store.ChangesAsync(Organisation)).SelectMany(change => change.Entries).Select(entry => entry.ToString()),
        .. (await Store.ReadAsync(Organisation, Start)).Rows.Select(row => row.ToString()),
        .. (await Store.ReadAsync(Organisation)).Rows.Select(row => row.ToString()),
        .. await Intruder.Query("SELECT coalesce(body, '') AS body FROM entry WHERE org = @org", Organisation),
        .. await Intruder.Query("SELECT coalesce(body, '') AS body FROM current_row WHERE org = @org", Organisation),
    ];
}
