using System.Globalization;
using Quarterdeck.Application.Records;
using Quarterdeck.Cli.Output;
using Quarterdeck.Storage.Copies;

namespace Quarterdeck.Cli.Commands;

/// <summary>The proof that two stores hold the same: what <c>backup</c>, <c>restore</c> and <c>copy</c> write.</summary>
internal static class ProofRecord
{
    private static readonly IReadOnlyList<RecordField<TableProof>> Fields =
    [
        new("organisation", table => table.Organisation),
        new("table", table => table.Table),
        new("rows", table => table.Rows.ToString(CultureInfo.InvariantCulture), FieldKind.Number),
        new("sha256", table => table.Digest),
    ];

    private static readonly IReadOnlyList<TextColumn<TableProof>> Columns =
        [.. Fields.Select(field => new TextColumn<TableProof>(
            field.Name == "sha256" ? "SHA-256" : char.ToUpperInvariant(field.Name[0]) + field.Name[1..],
            table => field.Value(table) ?? string.Empty) { IsFigure = field.Name == "rows" })];

    public static void Write(Terminal terminal, RecordFormat format, StoreProof proof)
    {
        RecordData.Write(terminal, format, Fields, proof.Tables, tables =>
        {
            if (tables.Count > 0)
            {
                TextTable.Write(terminal, Columns, tables);
            }
        });
        foreach (var chain in proof.Chains)
        {
            terminal.Error.WriteLine($"The record of {chain.Organisation} is complete: {chain.Changes} changes, ending with {chain.Head}.");
        }

        if (proof.Chains.Count == 0)
        {
            terminal.Error.WriteLine("The store is sound and empty.");
        }
    }
}
