using System.Globalization;
using Quarterdeck.Application.Store;
using Quarterdeck.Packs.Reading;
using Quarterdeck.TestKit;

namespace Quarterdeck.Storage.Tests.Ledger;

/// <summary>What every engine keeps of a text, a figure, an order; and what people see who query with SQL.</summary>
public abstract class TextContract : EngineContract
{
    /// <summary>In the order of their characters, which no engine may better.</summary>
    private static readonly string[] Keys = [
        " ", "10", "2", "A", "A b", "A|", "B", "Z", "a", "a\\", "b", "o'clock", "z", "£", "é", "ö", "œ", "ż", "日本", "\U0001F469"
    ];

    [Theory]
    [InlineData("")]
    [InlineData(" leading and trailing ")]
    [InlineData("two\nlines\tand a tab\r\n")]
    [InlineData("quotes ' \" ` and \\ backslash % _ ; -- DROP TABLE entry")]
    [InlineData("null")]
    [InlineData("\\u0000 and \\\\u0000")]
    [InlineData("e\u0301 is not \u00e9; \u0130stanbul \u0131\u015f\u0131k \u1e9e \u00df")]
    [InlineData("\U0001F469\u200D\U0001F4BB \u200B \uFEFF \u202E")]
    [InlineData("12345678901234567890.1234567800")]
    [InlineData("0000-12-31T23:59:60Z")]
    public async Task A_text_comes_out_letter_by_letter(string text)
    {
        await Store.WriteAsync(Stored.Change(Organisation, "A", 0, text));

        Assert.Equal(text, RowBody.Read((await Store.ReadAsync(Organisation)).Rows.Single().Body!)["name"]);
        Assert.Equal(text, RowBody.Read((await Store.ReadAsync(Organisation, Start)).Rows.Single().Body!)["name"]);
        Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(Organisation));
    }

    [Fact]
    public async Task Who_and_why_come_out_letter_by_letter()
    {
        const string Odd = " Zo\u00eb O'Neill \\ \"so\" \n\u65e5\u672c ";
        await Store.WriteAsync(
            Stored.Change(Organisation, "A", 0, "First", author: Odd) with { Reason = Odd + "1", Source = Odd + "2", ProgramVersion = Odd + "3" });

        var change = Assert.Single(await Store.ChangesAsync(Organisation));

        Assert.Equal((Odd, Odd + "1", Odd + "2", Odd + "3"), (change.Author, change.Reason, change.Source, change.ProgramVersion));
    }

    [Fact]
    public async Task A_text_no_store_can_keep_is_a_bug_of_the_caller()
    {
        foreach (var text in new[] { "nothing\0", "half \uD83D", "half \uDC69 of one" })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => Store.WriteAsync(Stored.Change(Organisation, "A", 0, "First", author: text)));
            await Assert.ThrowsAsync<ArgumentException>(() => Store.WriteAsync(Stored.Change(Organisation, text, 0, "First")));
        }

        await Assert.ThrowsAsync<ArgumentException>(() => Store.WriteAsync(Stored.Change(Organisation, "A", 0, "nothing\0")));
        Assert.Equal(0, (await Store.ReadAsync(Organisation)).Change);
    }

    [Fact]
    public async Task Keys_that_differ_in_any_letter_are_different_rows_in_the_order_of_their_characters()
    {
        foreach (var key in Keys.Reverse())
        {
            Assert.IsType<WriteOutcome.Written>(await Store.WriteAsync(Stored.Change(Organisation, key, 0, key)));
        }

        Assert.Equal(Keys, (await Store.ReadAsync(Organisation)).Rows.Select(row => row.Key));
        Assert.Equal(Keys, (await Store.ReadAsync(Organisation, Start)).Rows.Select(row => row.Key));
    }

    [Fact]
    public async Task Keys_are_found_letter_by_letter()
    {
        foreach (var key in Keys)
        {
            await Store.WriteAsync(Stored.Change(Organisation, key, 0, key));
        }

        Assert.Equal(["A", "A b", "A|"], (await Store.ChangesAsync(Organisation, "A")).Select(change => change.Entries.Single().Key));
        Assert.Empty(await Store.ChangesAsync(Organisation, "%"));
    }

    [Fact]
    public async Task Places_order_rows_and_keys_those_of_one_place()
    {
        var change = Stored.Change(Organisation, "A", 0, "A");
        RowWrite At(string key, long place) => change.Statements[0] with { Key = key, Place = place };

        await Store.WriteAsync(change with { Statements = [At("C", long.MaxValue), At("B", 2), At("A", 2), At("D", 1)] });

        Assert.Equal(["D", "A", "B", "C"], (await Store.ReadAsync(Organisation)).Rows.Select(row => row.Key));
        Assert.Equal(["D", "A", "B", "C"], (await Store.ReadAsync(Organisation, Start)).Rows.Select(row => row.Key));
        Assert.Equal(["C", "B", "A", "D"], (await Store.ChangesAsync(Organisation)).Single().Entries.Select(entry => entry.Key));
    }

    [Theory]
    [InlineData(Samples.Latest)]
    [InlineData(Samples.First)]
    public async Task Who_queries_with_sql_sees_every_result(string sample)
    {
        var pack = Samples.Read(sample);
        await Stored.Import(Store, Organisation, pack);

        var seen = await Intruder.Query(
            "SELECT ref, period, breakdown, CAST(value AS text) AS value, CAST(numerator AS text) AS numerator, CAST(denominator AS text) AS "
            + "denominator, ytd, marker, status, note FROM result_current WHERE org = @org",
            Organisation);

        var due = PackRows.Of(pack)
            .Where(row => row.Table == "results")
            .Select(row => string.Join('|', new[] { "ref", "period", "breakdown", "value", "numerator", "denominator", "ytd", "marker", "status", "note" }
            .Select(column => row.Cells.GetValueOrDefault(column) ?? (column is "breakdown" ? string.Empty : column is "status" ? "final" : "null"))));
        Assert.Equal(due.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_queries_with_sql_sees_every_other_row()
    {
        var pack = Samples.Read(Samples.Latest);
        await Stored.Import(Store, Organisation, pack);

        var seen = await Intruder.Query("SELECT table_name, row_key, body FROM pack_row_current WHERE org = @org", Organisation);

        Assert.Equal(
            PackRows.Of(pack)
                .Where(row => row.Table != "results")
                .Select(row => $"{row.Table}|{row.Key}|{RowBody.Write(row.Cells)}")
                .Order(StringComparer.Ordinal),
            seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Figures_are_kept_to_the_last_digit()
    {
        string[] figures = [
            "0", "0.0", "-0.10", "97.50", "1e3".Length.ToString(CultureInfo.InvariantCulture), decimal.MaxValue.ToString(CultureInfo.InvariantCulture),
            "0.0000000000000000000000000001", "-79228162514264337593543950335"
        ];
        var block = new ResultBlock();
        foreach (var (at, figure) in figures.Index())
        {
            block.Set(new ResultKey(string.Empty, $"2025-{at + 1:D2}"), new Dictionary<string, string> { ["value"] = figure });
        }

        await Store.WriteAsync(Stored.Change(Organisation, "A", 0, null) with { Statements = [new RowWrite(ResultBlock.Table, "A", 0, 0, block.Write())] });

        var kept = ResultBlock.Read((await Store.ReadAsync(Organisation)).Rows.Single().Body!);
        Assert.Equal(figures, kept.Results.Values.Select(cells => cells!["value"]));
        Assert.Equal(figures, await Intruder.Query("SELECT CAST(value AS text) AS value FROM result_current WHERE org = @org ORDER BY period", Organisation));
    }
}
