namespace Quarterdeck.Application.Store;

/// <summary>What an organisation's changes come to.</summary>
/// <param name="Change">Number of the last change in it; 0 when there is none.</param>
/// <param name="RecordedAt">When that was recorded.</param>
/// <param name="Rows">Every row ever stated, by table and place, then key; those withdrawn have no body.</param>
public sealed record StoredState(long Change, DateTimeOffset? RecordedAt, IReadOnlyList<StoredRow> Rows)
{
    /// <summary>What nothing was ever written to.</summary>
    public static readonly StoredState Empty = new(0, null, []);

    /// <summary>The rows of the pack, without what the store keeps beside it.</summary>
    public IEnumerable<StoredRow> OfPack => Rows.Where(row => !SystemTables.Has(row.Table));

    /// <summary>The rows of a table that are not withdrawn, in their order.</summary>
    public IEnumerable<StoredRow> Of(string table) => Rows.Where(row => row.Table == table && row.Body is not null);
}

/// <param name="Table">Name of the table.</param>
/// <param name="Key">The row's key; of results, the indicator's reference.</param>
/// <param name="Version">How many changes have stated it.</param>
/// <param name="Place">Its place among those of its table.</param>
/// <param name="Body">The row, or the results of a series together; null when withdrawn.</param>
public sealed record StoredRow(string Table, string Key, long Version, long Place, string? Body)
{
    /// <summary>Whether something it said then has been erased since; the body is what is left. Told of earlier states only.</summary>
    public bool IsErased { get; init; }
}
