namespace Quarterdeck.Domain.Packs;

/// <summary>A row of one of the pack's tables as text: what is stored, compared and shown when a row changes.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Key">What names the row among those of its table.</param>
/// <param name="Cells">Text by column, without the blank ones.</param>
public sealed record PackRow(string Table, RowKey Key, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>Whether both say the same; where and in which order they say it does not count.</summary>
    public static bool SaysTheSame(IReadOnlyDictionary<string, string> left, IReadOnlyDictionary<string, string> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Count == right.Count && left.All(cell => right.TryGetValue(cell.Key, out var other) && other == cell.Value);
    }
}
