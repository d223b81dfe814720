using System.Security.Cryptography;
using System.Text;

namespace Quarterdeck.Storage.Ledger;

/// <summary>
/// The chain of hashes. An entry's digest is SHA-256 over its salt and its body; a change's hash is SHA-256 over the hash before it,
/// its own fields and its entries' digests in order, written as <see cref="ChainText"/>. The body itself is not in the chain: it can be
/// erased, and the chain still holds.
/// </summary>
internal static class Chain
{
    private const int SaltLength = 16;
    private const int BodyOnStack = 4096;

    /// <summary>What comes before an organisation's first change.</summary>
    public static byte[] Start { get; } = new byte[SHA256.HashSizeInBytes];

    /// <summary>Keeps a digest from telling, by trial, a body that was erased.</summary>
    public static byte[] Salt() => RandomNumberGenerator.GetBytes(SaltLength);

    public static byte[] Digest(ReadOnlySpan<byte> salt, string body)
    {
        var length = salt.Length + Encoding.UTF8.GetByteCount(body);
        var salted = length <= BodyOnStack ? stackalloc byte[length] : new byte[length];
        salt.CopyTo(salted);
        Encoding.UTF8.GetBytes(body, salted[salt.Length..]);
        return SHA256.HashData(salted);
    }

    public static byte[] Hash(ChangeRow change, IEnumerable<EntryRow> entries, DateTimeOffset recordedAt)
    {
        using var text = Begin(change, recordedAt);
        foreach (var entry in entries)
        {
            Add(text, entry.Ordinal, entry.TableName, entry.RowKey, entry.Version, entry.Place, entry.Digest);
        }

        return text.Hash();
    }

    /// <summary>A change before its first entry.</summary>
    public static ChainText Begin(ChangeRow change, DateTimeOffset recordedAt)
    {
        var text = new ChainText();
        text.Add(change.PreviousHash);
        text.Add(change.Org);
        text.Add(change.Number);
        text.Add(LedgerTimestamp.Text(recordedAt));
        text.Add(change.Author);
        text.Add(change.Reason);
        text.Add(change.Source);
        text.Add(change.ProgramVersion);
        return text;
    }

    /// <summary>Adds the next entry.</summary>
    public static void Add(ChainText text, long ordinal, string table, string key, long version, long place, byte[]? digest)
    {
        text.Add(ordinal);
        text.Add(table);
        text.Add(key);
        text.Add(version);
        text.Add(place);
        text.Add(digest);
    }
}
