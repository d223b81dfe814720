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

    /// <summary>Who may sign in; the key is the person's id. Names and addresses in it can be erased.</summary>
    public const string People = Desk + "people";

    /// <summary>What people are granted.</summary>
    public const string Grants = Desk + "grants";

    /// <summary>Who stands in for whom.</summary>
    public const string Delegations = Desk + "delegations";

    /// <summary>The rounds in which figures are collected; the key is the month.</summary>
    public const string Rounds = Desk + "rounds";

    /// <summary>The returns of a round; the key is its month and the indicator.</summary>
    public const string Returns = Desk + "returns";

    /// <summary>The day and minute at which a round is to be published; the key is its month.</summary>
    public const string Releases = Desk + "releases";

    /// <summary>What was written about a return; the key is the return's, and a number.</summary>
    public const string Messages = Desk + "messages";

    /// <summary>Names the source of a change that touches nothing but what the desk keeps.</summary>
    public const string DeskSource = "desk";

    /// <summary>Names the source of a change of what is to be published when, which the public is told.</summary>
    public const string CalendarSource = "calendar";

    private const string Desk = "@desk-";

    /// <summary>What was erased, and what is left of it; it is in the ledger alone, and no current row.</summary>
    public const string Erased = "@erased";

    /// <summary>Whether it is kept for the people who sign in, and has nothing to do with what is published.</summary>
    public static bool IsOfDesk(string table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.StartsWith(Desk, StringComparison.Ordinal);
    }

    public static bool Has(string table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.StartsWith('@');
    }
}
