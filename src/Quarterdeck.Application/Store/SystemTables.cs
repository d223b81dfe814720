namespace Quarterdeck.Application.Store;

/// <summary>
/// What a store keeps beside the rows of a pack, in the same ledger and with the same history. Their names begin as no
/// table of a pack can.
/// </summary>
public static class SystemTables
{
    /// <summary>The files that lie beside a pack, such as its logo; the key is the file's name.</summary>
    public const string Files = "@files";

    /// <summary>Reports that were published; the key is the publication's identity.</summary>
    public const string Publications = "@publications";

    /// <summary>The records a publication printed, under its identity.</summary>
    public const string PublishedRecords = "@published-records";

    /// <summary>What was erased, and what is left of it; it is in the ledger alone, and no current row.</summary>
    public const string Erased = "@erased";

    public static bool Has(string table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.StartsWith('@');
    }
}
