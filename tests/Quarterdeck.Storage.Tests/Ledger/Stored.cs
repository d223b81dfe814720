using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Reading;

namespace Quarterdeck.Storage.Tests.Ledger;

/// <summary>What the contract's tests do again and again.</summary>
internal static class Stored
{
    public static async Task<ImportPlan> Import(IStore store, string organisation, Pack pack, string author = "An analyst", string reason = "Monthly return")
    {
        var plan = Application.Store.Import.Plan(await store.ReadAsync(organisation), PackRows.Of(pack), keepsMissing: false);
        if (plan.Statements.Count > 0)
        {
            Assert.IsType<WriteOutcome.Written>(await store.WriteAsync(Application.Store.Import.Write(plan, organisation, author, reason, "pack", "test")));
        }

        return plan;
    }

    public static async Task<Pack> Pack(IStore store, string organisation, DateTimeOffset? asAt = null)
    {
        var stored = StoredPack.Of(await store.ReadAsync(organisation, asAt), Read, "store");
        return stored.Pack ?? throw new InvalidOperationException(string.Join('\n', stored.Findings.Select(finding => finding.Message)));
    }

    public static (Pack? Pack, IReadOnlyList<Domain.Findings.Finding> Findings) Read(IEnumerable<PackRow> rows, IEnumerable<StatedSeries> results, string name)
    {
        var reading = PackRows.Read(rows, results, name);
        return (reading.Pack, reading.Findings);
    }

    /// <summary>Everything a pack says, a line a row: in its order, but results by key, for they come out series by series.</summary>
    public static IReadOnlyList<string> Lines(Pack pack)
    {
        var rows = PackRows.Of(pack).Select(row => (row.Table, Line: $"{row.Table} {row.Key}: {RowBody.Write(row.Cells)}")).ToList();
        return [
            .. rows.Where(row => row.Table != "results").Select(row => row.Line),
            .. rows.Where(row => row.Table == "results").Select(row => row.Line).Order(StringComparer.Ordinal)
        ];
    }

    /// <summary>A change of one row.</summary>
    public static Change Change(string organisation, string key, long expected, string? text, string table = "areas", string author = "An analyst") =>
        new(organisation, author, "A reason", "test", "test", [
            new RowWrite(table, key, expected, 1024, text is null ? null : RowBody.Write(new Dictionary<string, string> { ["code"] = key, ["name"] = text }))
        ]);
}
