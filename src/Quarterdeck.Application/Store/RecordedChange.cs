namespace Quarterdeck.Application.Store;

/// <summary>A change as the ledger holds it, with its link in the chain as 64 hexadecimal digits.</summary>
public sealed record RecordedChange(
    long Number,
    DateTimeOffset RecordedAt,
    string Author,
    string Reason,
    string Source,
    string ProgramVersion,
    string Hash,
    IReadOnlyList<RecordedEntry> Entries);

/// <summary>What a change stated of a row, which made it of that version; without a body, that it is withdrawn.</summary>
public sealed record RecordedEntry(string Table, string Key, long Version, long Place, string? Body)
{
    /// <summary>What it stated was erased since; the body is what is left of it, and null does not mean that it was withdrawn.</summary>
    public bool IsErased { get; init; }
}
