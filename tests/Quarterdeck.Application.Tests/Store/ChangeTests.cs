using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Application.Tests.Store;

public sealed class ChangeTests
{
    private static readonly Change Publication = new("main", "A publisher", "For members", "publish", "test", []) { Seen = 1, MadeFrom = ["FN06"] };

    [Theory]
    [InlineData("results", "FN06", true)]
    [InlineData("results", "FN07", false)]
    [InlineData("targets", "FN06|2025-04", true)]
    [InlineData("targets", "FN060|2025-04", false)]
    [InlineData("indicators", "FN07|2020-04", false)]
    [InlineData("areas", "FN", true)]
    [InlineData("reports", "dashboard", true)]
    [InlineData(SystemTables.Files, "logo.png", true)]
    [InlineData(SystemTables.Publications, "dashboard-2025-10", false)]
    [InlineData(SystemTables.PublishedRecords, "dashboard-2025-10", false)]
    [InlineData(SystemTables.Erased, "results/1/FN06", false)]
    public void A_publication_is_made_from_its_indicators_and_what_is_of_no_one_indicator(string table, string key, bool isMadeFrom)
    {
        Assert.Equal(isMadeFrom, Publication.IsMadeFrom(table, key));
        Assert.Equal(
            !table.StartsWith("@p", StringComparison.Ordinal) && table != SystemTables.Erased,
            (Publication with { MadeFrom = null }).IsMadeFrom(table, key));
        Assert.False((Publication with { Seen = null }).IsMadeFrom(table, key));
    }

    [Fact]
    public void An_import_states_the_version_it_saw_of_each_row_and_is_made_from_no_other()
    {
        var area = new StoredRow("areas", "FN", 3, 1024, RowBody.Write(new Dictionary<string, string> { ["code"] = "FN", ["name"] = "Finance" }));
        var other = area with { Key = "TECH", Place = 2048, Version = 5 };
        PackRow Row(string key, string name) =>
            new("areas", new RowKey(key), new Dictionary<string, string> { ["code"] = key == "TECH" ? "FN" : key, ["name"] = name });

        var plan = Import.Plan(new StoredState(8, null, [area, other]), [Row("FN", "Money"), Row("TECH", "Finance")], keepsMissing: false);
        var change = Import.Write(plan, "main", "An analyst", "A reason", "pack", "test");

        Assert.Equal(("areas", "FN", 3L), Assert.Single(change.Statements) is var stated ? (stated.Table, stated.Key, stated.Expected) : default);
        Assert.Null(change.Seen);
    }
}
