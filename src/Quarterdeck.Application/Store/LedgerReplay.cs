namespace Quarterdeck.Application.Store;

/// <summary>What a row comes to when another entry states it.</summary>
public static class LedgerReplay
{
    /// <summary>Results of a series add up; any other row is what was stated last.</summary>
    /// <param name="table">Name of the table.</param>
    /// <param name="before">What the entries before came to; null for nothing.</param>
    /// <param name="stated">What this one states; null withdraws.</param>
    public static string? Apply(string table, string? before, string? stated) =>
        table == ResultBlock.Table ? ResultBlock.Fold(before, stated) : stated;
}
