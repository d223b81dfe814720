using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.App.Store;

/// <summary>Makes a pack of rows, with the rules of an import.</summary>
/// <param name="rows">In the pack's order.</param>
/// <param name="name">What findings call the whole.</param>
/// <returns>The pack, null when any finding is an error; and the findings.</returns>
public delegate (Pack? Pack, IReadOnlyList<Finding> Findings) PackFromRows(IEnumerable<PackRow> rows, string name);

/// <summary>An organisation's pack as it is stored.</summary>
/// <param name="Pack">Null when the rows do not make one; the findings say why.</param>
/// <param name="Findings">What was found in reading it.</param>
/// <param name="Change">Number of the last change in it; 0 when nothing is stored.</param>
/// <param name="RecordedAt">When that was recorded.</param>
public sealed record StoredPack(Pack? Pack, IReadOnlyList<Finding> Findings, long Change, DateTimeOffset? RecordedAt)
{
    /// <param name="state">What is stored.</param>
    /// <param name="read">Makes a pack of rows.</param>
    /// <param name="name">What findings call the whole.</param>
    public static StoredPack Of(StoredState state, PackFromRows read, string name)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(read);
        var (pack, findings) = state.Change == 0 ? (null, []) : read(StoredRows.Of(state), name);
        return new StoredPack(pack, findings, state.Change, state.RecordedAt);
    }

    /// <summary>The pack there will be when a plan is written: what it leaves as it is must still agree with what it changes.</summary>
    public static StoredPack After(StoredState state, ImportPlan plan, PackFromRows read, string name)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(plan);
        var rows = state.Rows.ToDictionary(row => (row.Table, row.Key));
        foreach (var stated in plan.Statements)
        {
            var before = rows.GetValueOrDefault((stated.Table, stated.Key));
            rows[(stated.Table, stated.Key)] = new StoredRow(stated.Table, stated.Key, stated.Expected + 1, stated.Place, Fold.Apply(stated.Table, before?.Body, stated.Body));
        }

        return Of(state with { Change = state.Change + 1, Rows = [.. rows.Values] }, read, name);
    }
}
