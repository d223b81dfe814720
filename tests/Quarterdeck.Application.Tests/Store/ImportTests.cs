using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Application.Tests.Store;

/// <summary>What an import plans, on a small table and a small series.</summary>
public sealed class ImportTests
{
    [Theory]
    [InlineData("a b c", "a b c", false, "")]
    [InlineData("a b c", "a c", false, "b Withdrawn")]
    [InlineData("a b c", "a c", true, "")]
    [InlineData("a b c", "a b x c", false, "x Added")]
    [InlineData("a b c", "b x", true, "x Added")]
    [InlineData("a b c", "c a b", false, "c Moved")]
    [InlineData("a b c", "c b a", true, "")]
    [InlineData("a b c", "a b! c", false, "b Changed")]
    [InlineData("", "a b", false, "a Added,b Added")]
    [InlineData("a b", "", false, "a Withdrawn,b Withdrawn")]
    [InlineData("", "", false, "")]
    public void Rows_are_compared_one_by_one(string held, string wanted, bool keepsMissing, string due)
    {
        var state = After(new StoredState(0, null, []), Import.Plan(new StoredState(0, null, []), Areas(held), keepsMissing: false));

        var plan = Import.Plan(state, Areas(wanted), keepsMissing);

        Assert.Equal(due, string.Join(',', plan.Changes.Select(row => $"{row.Key} {row.Kind}")));
        if (!keepsMissing)
        {
            Assert.Equal(Areas(wanted).Select(row => row.Key), StoredRows.Of(After(state, plan)).Select(row => row.Key));
        }

        Assert.Empty(Import.Plan(After(state, plan), Areas(wanted), keepsMissing).Statements);
    }

    [Fact]
    public void New_rows_stand_where_the_pack_has_them_among_those_kept()
    {
        var state = After(new StoredState(0, null, []), Import.Plan(new StoredState(0, null, []), Areas("a b c"), keepsMissing: false));

        var after = After(state, Import.Plan(state, Areas("a x y c z"), keepsMissing: true));

        Assert.Equal("a x y b c z", string.Join(' ', StoredRows.Of(after).Select(row => row.Key)));
    }

    [Theory]
    [InlineData("one two three", "two three", "n Withdrawn")]
    [InlineData("one two three", "one two! three", "n|2 Changed")]
    [InlineData("one two three", "one new two three", "n|4 Added")]
    [InlineData("one two three", "three two", "n|3 Moved,n Withdrawn")]
    [InlineData("one two", "", "n Withdrawn,n|2 Withdrawn")]
    [InlineData("one one", "one", "n|2 Withdrawn")]
    public void Of_rows_that_share_a_name_each_is_known_by_what_it_says(string held, string wanted, string due)
    {
        var empty = new StoredState(0, null, []);
        var state = After(empty, Import.Plan(empty, Posts(held), keepsMissing: false));

        var plan = Import.Plan(state, Posts(wanted), keepsMissing: false);
        var after = After(state, plan);

        Assert.Equal(due, string.Join(',', plan.Changes.Select(row => $"{row.Key} {row.Kind}")));
        Assert.Equal(wanted, string.Join(' ', StoredRows.Of(after).Select(row => row.Cells["holder"])));
        Assert.Empty(Import.Plan(after, Posts(wanted), keepsMissing: false).Statements);
    }

    [Fact]
    public void Results_are_stated_series_by_series_and_only_those_that_differ()
    {
        var empty = new StoredState(0, null, []);
        var state = After(empty, Import.Plan(empty, Results("A 2025-09 1", "A 2025-10 2", "B 2025-10 5"), keepsMissing: false));

        var plan = Import.Plan(state, Results("B 2025-10 5", "A 2025-11 3", "A 2025-10 2.0"), keepsMissing: false);

        Assert.Equal(["A|2025-09| Withdrawn", "A|2025-10| Changed", "A|2025-11| Added"], plan.Changes.Select(row => $"{row.Key} {row.Kind}"));
        var statement = Assert.Single(plan.Statements);
        Assert.Equal(("A", 1L), (statement.Key, statement.Expected));
        Assert.Equal(["A|2025-10|", "A|2025-11|", "B|2025-10|"], StoredRows.Of(After(state, plan)).Select(row => row.Key.Text));
    }

    private static PackRow[] Areas(string names) =>
        [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => new PackRow(
            "areas",
            new RowKey(name == "b!" ? "b" : name),
            new Dictionary<string, string> { ["code"] = name.TrimEnd('!').ToLowerInvariant(), ["name"] = name }))];

    private static PackRow[] Posts(string holders) =>
        [.. holders.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select((holder, at) => new PackRow("posts", new RowKey("n").Repeated(at + 1), new Dictionary<string, string> { ["holder"] = holder }))];

    private static PackRow[] Results(params string[] lines) =>
        [.. lines.Select(line => line.Split(' ')).Select(cells => new PackRow(
            "results",
            RowKey.Of([cells[0], cells[1], null]),
            new Dictionary<string, string> { ["ref"] = cells[0], ["period"] = cells[1], ["value"] = cells[2] }))];

    /// <summary>What a store holds when the plan is written.</summary>
    private static StoredState After(StoredState state, ImportPlan plan)
    {
        var rows = state.Rows.ToDictionary(row => (row.Table, row.Key));
        foreach (var stated in plan.Statements)
        {
            rows[(stated.Table, stated.Key)] = new StoredRow(
                stated.Table,
                stated.Key,
                stated.Expected + 1,
                stated.Place,
                LedgerReplay.Apply(stated.Table, rows.GetValueOrDefault((stated.Table, stated.Key))?.Body, stated.Body));
        }

        return new StoredState(state.Change + 1, null, [.. rows.Values]);
    }
}
