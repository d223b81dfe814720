using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Application.Store;

/// <summary>Makes a pack of what is stored, with the rules of an import.</summary>
/// <param name="rows">In the pack's order, without the results.</param>
/// <param name="results">The results series by series; gone through more than once.</param>
/// <param name="name">What findings call the whole.</param>
/// <returns>The pack, null when any finding is an error; and the findings.</returns>
public delegate (Pack? Pack, IReadOnlyList<Finding> Findings) PackFromSeries(IEnumerable<PackRow> rows, IEnumerable<StatedSeries> results, string name);

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
    public static StoredPack Of(StoredState state, PackFromSeries read, string name)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(read);
        if (state.Change == 0)
        {
            return new StoredPack(null, [], 0, state.RecordedAt);
        }

        var bodies = state.Rows.Where(row => row.Table == ResultBlock.Table && row.Body is not null)
            .ToDictionary(row => row.Key, row => row.Body, StringComparer.Ordinal);
        var others = state with { Rows = [.. state.Rows.Where(row => row.Table != ResultBlock.Table)] };
        var (pack, findings) = read(StoredRows.Of(others), StoredRows.Series(others, [.. bodies.Keys], bodies.GetValueOrDefault), name);
        return new StoredPack(pack, findings, state.Change, state.RecordedAt);
    }

    /// <summary>The pack there will be when a plan is written: what it leaves as it is must still agree with what it changes.</summary>
    public static StoredPack After(StoredState state, ImportPlan plan, PackFromSeries read, string name)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(read);
        var rows = state.Rows.Where(row => row.Table != ResultBlock.Table).ToDictionary(row => (row.Table, row.Key));
        var series = state.Rows.Where(row => row.Table == ResultBlock.Table).ToDictionary(row => row.Key, row => row.Body, StringComparer.Ordinal);
        var stated = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (at, statement) in plan.Statements.Index())
        {
            if (statement.Table == ResultBlock.Table)
            {
                stated[statement.Key] = at;
            }
            else
            {
                rows[(statement.Table, statement.Key)] = new StoredRow(statement.Table, statement.Key, statement.Expected + 1, statement.Place, statement.Body);
            }
        }

        var after = state with { Change = state.Change + 1, Rows = [.. rows.Values] };
        var (pack, findings) = read(StoredRows.Of(after), StoredRows.Series(after, [.. series.Keys.Union(stated.Keys)], Body), name);
        return new StoredPack(pack, findings, after.Change, after.RecordedAt);

        string? Body(string key) =>
            stated.TryGetValue(key, out var at) ? LedgerReplay.Apply(ResultBlock.Table, series.GetValueOrDefault(key), plan.Statements[at].Body) : series[key];
    }
}
