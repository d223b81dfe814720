namespace Quarterdeck.Storage.Copies;

/// <summary>What a table of an organisation holds, in short: two stores that give the same say the same, row for row.</summary>
/// <param name="Organisation">Code of the organisation.</param>
/// <param name="Table">Name of the table.</param>
/// <param name="Rows">How many.</param>
/// <param name="Digest">SHA-256 over all of them in order, 64 hexadecimal digits.</param>
public sealed record TableProof(string Organisation, string Table, long Rows, string Digest);

/// <param name="Organisation">Code of the organisation.</param>
/// <param name="Changes">How many changes its chain has.</param>
/// <param name="Head">Hash of the last; empty where there is none.</param>
public sealed record ChainProof(string Organisation, long Changes, string Head);

/// <summary>What a store holds, computed from all of it, and its chains found whole.</summary>
public sealed record StoreProof(IReadOnlyList<TableProof> Tables, IReadOnlyList<ChainProof> Chains);
