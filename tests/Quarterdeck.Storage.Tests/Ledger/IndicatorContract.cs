using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Ledger;

namespace Quarterdeck.Storage.Tests.Ledger;

/// <summary>What is stored of one indicator, on every engine: what is found, and that finding it does not grow with the store.</summary>
public abstract class IndicatorContract : EngineContract
{
    [Theory]
    [InlineData("FN06")]
    [InlineData("no-such")]
    public async Task Of_an_indicator_all_that_names_it_is_found_now_and_then(string reference)
    {
        var states = SampleStates.Five();
        var moments = new List<DateTimeOffset>();
        foreach (var state in states)
        {
            await Stored.Import(Store, Organisation, state);
            moments.Add(Clock.Now);
            Clock.Now += TimeSpan.FromDays(7);
        }

        Same(await Store.ReadAsync(Organisation), await Store.ReadIndicatorAsync(Organisation, reference), reference);
        foreach (var moment in moments.Append(moments[0] - TimeSpan.FromDays(1)))
        {
            Same(await Store.ReadAsync(Organisation, moment), await Store.ReadIndicatorAsync(Organisation, reference, moment), reference);
        }
    }

    [Fact]
    public async Task Of_some_indicators_all_is_found_that_was_stated_of_them_and_what_is_of_none()
    {
        string[] asked = ["FN06", "FN0", "no-such", "it's \"so\""];
        foreach (var state in SampleStates.Five())
        {
            await Stored.Import(Store, Organisation, state);
        }

        for (var change = 0; change <= (await Store.EndAsync(Organisation)).Change + 1; change++)
        {
            var (whole, some) = (await Store.ReadAfterAsync(Organisation, change), await Store.ReadAfterAsync(Organisation, change, asked));

            Assert.Equal((whole.Change, whole.RecordedAt), (some.Change, some.RecordedAt));
            Assert.Equal(whole.Rows.Where(row => IsOfAll(row) || Names(row, "FN06")).Select(row => row.ToString()), some.Rows.Select(row => row.ToString()));
        }

        var now = await Store.ReadAsync(Organisation);
        Assert.Contains(now.Rows, row => row.Table == "targets" && !Names(row, "FN06"));
        Assert.Equal(
            now.Rows.Where(row => row.Table is "areas" or "targets").Select(row => row.ToString()),
            (await Store.ReadTablesAsync(Organisation, ["targets", "areas", "nothing"])).Rows.Select(row => row.ToString()));
    }

    [Fact]
    public void Every_table_of_a_pack_is_either_of_indicators_or_of_all() => Assert.Equal(
        Packs.Writing.PackReference.Markdown().Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal) && char.IsAsciiLetterLower(line[3])).Select(line => line[3..]).Order(),
        IndicatorTables.KeyedByReference.Concat(IndicatorsSql.OfAll).Where(table => !SystemTables.Has(table)).Append(ResultBlock.Table).Order());

    [Fact]
    public async Task An_indicator_whose_reference_another_begins_with_is_told_apart_and_so_is_another_organisation()
    {
        await Store.WriteAsync(Stored.Change(Organisation, "FN06|", 0, "a", "indicators"));
        await Store.WriteAsync(Stored.Change(Organisation, "FN06B|", 0, "b", "indicators"));
        await Store.WriteAsync(Stored.Change(Organisation, "FN06-B|", 0, "c", "indicators"));
        await Store.WriteAsync(Stored.Change(Organisation + "-other", "FN06|", 0, "d", "indicators"));

        Assert.Equal("FN06|", Assert.Single((await Store.ReadIndicatorAsync(Organisation, "FN06")).Rows).Key);
        Assert.Equal("FN06B|", Assert.Single((await Store.ReadIndicatorAsync(Organisation, "FN06B")).Rows).Key);
        Assert.Empty((await Store.ReadIndicatorAsync(Organisation + "-third", "FN06")).Rows);
    }

    [Fact]
    public async Task More_rows_than_are_written_at_once_are_all_written_and_all_compared()
    {
        var rows = Enumerable.Range(0, 1201)
            .Select(at => new RowWrite("areas", $"A{at}", 0, at, RowBody.Write(new Dictionary<string, string> { ["name"] = $"{at}" })))
            .ToList();
        var change = new Change(Organisation, "An analyst", "A reason", "test", "test", rows);

        Assert.IsType<WriteOutcome.Written>(await Store.WriteAsync(change));
        var conflict = Assert.IsType<WriteOutcome.Conflict>(await Store.WriteAsync(change));
        var again = change with { Statements = [.. rows.Select(row => row with { Expected = 1, Body = row.Key == "A1200" ? null : row.Body })] };
        Assert.IsType<WriteOutcome.Written>(await Store.WriteAsync(again));

        Assert.Equal(1201, conflict.Rows.Count);
        Assert.Equal(
            new AuditVerdict.Whole(2, 2402, string.Empty),
            Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(Organisation)) with { Head = string.Empty });
        Assert.Equal("A1200", Assert.Single((await Store.ReadAsync(Organisation)).Rows, row => row.Body is null).Key);
        await Assert.ThrowsAsync<ArgumentException>(() => Store.WriteAsync(change with { Statements = [.. rows, rows[0]] }));
    }

    private static void Same(StoredState whole, StoredState own, string reference)
    {
        Assert.Equal((whole.Change, whole.RecordedAt), (own.Change, own.RecordedAt));
        Assert.Equal(whole.Rows.Where(row => Names(row, reference)).Select(row => row.ToString()), own.Rows.Select(row => row.ToString()));
    }

    private static bool IsOfAll(StoredRow row) => row.Table is not ("results" or "indicators" or "targets" or "milestones" or "comparators" or "published");

    private static bool Names(StoredRow row, string reference) => row.Table switch
    {
        "results" => row.Key == reference,
        "indicators" or "targets" or "milestones" or "comparators" or "published" => new Domain.Packs.RowKey(row.Key).Parts()[0] == reference,
        "commentary" => new Domain.Packs.RowKey(row.Key).Parts()[2].Split(';').Contains(reference),
        "posts" => new Domain.Packs.RowKey(row.Key).Parts()[1] == reference,
        _ => false,
    };
}
