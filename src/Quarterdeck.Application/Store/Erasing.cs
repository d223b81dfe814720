namespace Quarterdeck.Application.Store;

/// <summary>Who has what a row once said erased for good, and why: the law's answer to a person who asks for it.</summary>
/// <param name="Organisation">Code of the organisation.</param>
/// <param name="Author">Who answers for it.</param>
/// <param name="Reason">Why; it stays for good, so it names nobody.</param>
/// <param name="ProgramVersion">The program that erases.</param>
/// <param name="Table">Name of the table.</param>
/// <param name="Key">The row's key; of results, the indicator's reference.</param>
/// <param name="Version">Which version of the row; null for every one no longer in force.</param>
/// <param name="Cells">The columns whose texts go; none: all of the row but its key.</param>
public sealed record Erasing(
    string Organisation,
    string Author,
    string Reason,
    string ProgramVersion,
    string Table,
    string Key,
    long? Version,
    IReadOnlyList<string> Cells)
{
    /// <summary>Only says what would be erased.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>
    /// Publications whose kept files hold what is erased: the bytes of all their files go in the same transaction. What is recorded of the
    /// files, their names and digests, stays.
    /// </summary>
    public IReadOnlyList<string> Publications { get; init; } = [];

    /// <summary>What stands where a text was.</summary>
    public const string Marker = "[erased]";

    /// <summary>What is left of a row of which everything was erased, where it must be told.</summary>
    internal static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string> { ["row"] = Marker };

    /// <summary>What is left of a text; null for nothing.</summary>
    /// <param name="body">As stated.</param>
    public string? Remains(string body)
    {
        if (Cells.Count == 0)
        {
            return null;
        }

        if (Table != ResultBlock.Table)
        {
            return RowBody.Write(Remains(RowBody.Read(body)));
        }

        var left = new ResultBlock();
        foreach (var (result, cells) in ResultBlock.Read(body).Results)
        {
            left.Set(result, cells is null ? null : Remains(cells));
        }

        return left.Write();
    }

    private Dictionary<string, string> Remains(IReadOnlyDictionary<string, string> cells) =>
        cells.ToDictionary(cell => cell.Key, cell => Cells.Contains(cell.Key) ? Marker : cell.Value, StringComparer.Ordinal);
}

/// <summary>What became of it.</summary>
public abstract record EraseOutcome
{
    private EraseOutcome()
    {
    }

    /// <param name="Number">The change that says so; 0 for a dry run.</param>
    /// <param name="RecordedAt">When.</param>
    /// <param name="Versions">Which versions of the row.</param>
    /// <param name="Left">What is still to be done by hand; empty for nothing.</param>
    public sealed record Erased(long Number, DateTimeOffset RecordedAt, IReadOnlyList<long> Versions, string Left) : EraseOutcome;

    /// <param name="Why">In sentences; nothing was changed.</param>
    public sealed record Refused(string Why) : EraseOutcome;
}
