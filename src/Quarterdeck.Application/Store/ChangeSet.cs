using System.Collections;

namespace Quarterdeck.Application.Store;

/// <summary>What a plan changes, row by row: counted, and made one by one when they are told, for there may be millions.</summary>
/// <param name="counts">How many of each kind in each table, in the order they are told.</param>
/// <param name="rows">The rows.</param>
public sealed class ChangeSet(IReadOnlyList<(string Table, ChangeKind Kind, int Count)> counts, IEnumerable<RowChange> rows) : IReadOnlyCollection<RowChange>
{
    public IReadOnlyList<(string Table, ChangeKind Kind, int Count)> Counts { get; } = counts;

    public int Count { get; } = counts.Sum(count => count.Count);

    /// <summary>Of rows that are few, all made at once.</summary>
    public static ChangeSet Of(IReadOnlyList<RowChange> rows) =>
        new([.. rows.GroupBy(row => (row.Table, row.Kind)).Select(group => (group.Key.Table, group.Key.Kind, group.Count()))], rows);

    public IEnumerator<RowChange> GetEnumerator() => rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
