using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Quarterdeck.Storage.Ledger;

/// <summary>
/// The chain of hashes. An entry's digest is SHA-256 over its salt and its body; a change's hash is SHA-256 over the hash before it,
/// its own fields and its entries' digests in order. Each field is written as its length in bytes, a colon, its UTF-8 and a comma,
/// so that no two different changes give the same bytes. The body itself is not in the chain: it can be erased, and the chain still holds.
/// </summary>
internal static class Chain
{
    private const int SaltLength = 16;

    /// <summary>What comes before an organisation's first change.</summary>
    public static byte[] Start { get; } = new byte[SHA256.HashSizeInBytes];

    /// <summary>Keeps a digest from telling, by trial, a body that was erased.</summary>
    public static byte[] Salt() => RandomNumberGenerator.GetBytes(SaltLength);

    public static byte[] Digest(byte[] salt, string body) => SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(body)]);

    public static byte[] Hash(ChangeRow change, IEnumerable<EntryRow> entries, DateTimeOffset recordedAt)
    {
        using var hash = Begin(change, recordedAt);
        foreach (var entry in entries)
        {
            Add(hash, entry.Ordinal, entry.TableName, entry.RowKey, entry.Version, entry.Place, entry.Digest);
        }

        return hash.GetHashAndReset();
    }

    /// <summary>A change's hash before its first entry.</summary>
    public static IncrementalHash Begin(ChangeRow change, DateTimeOffset recordedAt)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, change.PreviousHash);
        Add(hash, change.Org);
        Add(hash, change.Number);
        Add(hash, Moment.Text(recordedAt));
        Add(hash, change.Author);
        Add(hash, change.Reason);
        Add(hash, change.Source);
        Add(hash, change.ProgramVersion);
        return hash;
    }

    /// <summary>Adds the next entry.</summary>
    public static void Add(IncrementalHash hash, long ordinal, string table, string key, long version, long place, byte[]? digest)
    {
        Add(hash, ordinal);
        Add(hash, table);
        Add(hash, key);
        Add(hash, version);
        Add(hash, place);
        Add(hash, digest ?? []);
    }

    private static void Add(IncrementalHash hash, long number) => Add(hash, number.ToString(CultureInfo.InvariantCulture));

    private static void Add(IncrementalHash hash, string text) => Add(hash, Encoding.UTF8.GetBytes(text));

    private static void Add(IncrementalHash hash, byte[] field)
    {
        hash.AppendData(Encoding.ASCII.GetBytes(field.Length.ToString(CultureInfo.InvariantCulture) + ":"));
        hash.AppendData(field);
        hash.AppendData(","u8);
    }
}
