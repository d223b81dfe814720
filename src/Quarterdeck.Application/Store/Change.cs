using Quarterdeck.Application.Abstractions;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Application.Store;

/// <summary>What one person changes at once, for one reason: one transaction and one audit entry.</summary>
/// <param name="Organisation">Code of the organisation.</param>
/// <param name="Author">Who answers for it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Source">Where it came from: the name of a file, a screen.</param>
/// <param name="ProgramVersion">The program that wrote it.</param>
/// <param name="Statements">What it says of each row, in order; no row twice.</param>
public sealed record Change(string Organisation, string Author, string Reason, string Source, string ProgramVersion, IReadOnlyList<RowWrite> Statements)
{
    /// <summary>
    /// The number of the last change the author had seen, when what is stated was made from other rows; a later change of one of those is a
    /// conflict. Null when only the rows stated need be as seen.
    /// </summary>
    public long? Seen { get; init; }

    /// <summary>References of the indicators it was made from, together with the tables that are of no one indicator; null for all that is stored.</summary>
    public IReadOnlyCollection<string>? MadeFrom { get; init; }

    /// <summary>Whether it was made from a row of this key, so that a later change of that row is a conflict.</summary>
    public bool IsMadeFrom(string table, string key)
    {
        if (Seen is null || table is SystemTables.Publications or SystemTables.PublishedRecords or SystemTables.Erased || SystemTables.IsOfDesk(table))
        {
            return false;
        }

        var reference = table == ResultBlock.Table ? key
            : IndicatorTables.KeyedByReference.Contains(table) ? new RowKey(key).Parts()[0]
            : null;
        return MadeFrom is null || reference is null || MadeFrom.Contains(reference);
    }

    /// <summary>How a person signs in from now on, kept in the same transaction and in no ledger; null for no change of that.</summary>
    public CredentialChange? Credential { get; init; }

    /// <summary>What people are to be told of it, noted in the same transaction and in no ledger.</summary>
    public IReadOnlyList<MailNotice> Notices { get; init; } = [];

    /// <summary>Finished files of the publications it records, kept in the same transaction.</summary>
    public IReadOnlyList<PublicationFile> PublicationFiles { get; init; } = [];
}

/// <summary>What a change says of one row.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Key">The row's key; of results, the indicator's reference.</param>
/// <param name="Expected">The row's version the author had seen; 0 where there never was one.</param>
/// <param name="Place">The row's place among those of its table, ascending; 0 for results.</param>
/// <param name="Body">The row as <see cref="RowBody"/>, of results a <see cref="ResultBlock"/>; null withdraws the row.</param>
public sealed record RowWrite(string Table, string Key, long Expected, long Place, string? Body);
