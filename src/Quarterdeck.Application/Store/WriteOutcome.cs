namespace Quarterdeck.Application.Store;

/// <summary>What became of a change.</summary>
public abstract record WriteOutcome
{
    private WriteOutcome()
    {
    }

    /// <param name="Number">The change's number, counted from 1 in each organisation.</param>
    /// <param name="RecordedAt">When it was recorded, UTC; never before the change before it.</param>
    /// <param name="Hash">Its link in the chain, 64 hexadecimal digits.</param>
    public sealed record Written(long Number, DateTimeOffset RecordedAt, string Hash) : WriteOutcome;

    /// <summary>Somebody else was first: nothing was written.</summary>
    /// <param name="Rows">Every row that is not as the author had seen it.</param>
    public sealed record Conflict(IReadOnlyList<ConflictingRow> Rows) : WriteOutcome;
}

/// <param name="Table">Name of the table.</param>
/// <param name="Key">The row's key.</param>
/// <param name="Expected">The version the author had seen; null where the row was not the author's.</param>
/// <param name="Actual">The version it has now.</param>
/// <param name="Author">Who changed it last; empty where nobody did.</param>
/// <param name="Change">The change that did.</param>
public sealed record ConflictingRow(string Table, string Key, long? Expected, long Actual, string Author, long Change)
{
    public override string ToString() => Actual == 0
        ? $"{Table} {Key} was never there"
        : $"{Table} {Key} was changed by {Author} in change {Change}";
}
